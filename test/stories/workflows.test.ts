import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CatalogWorld } from '../support/catalog-world.js';
import {
  FindWorkflowsDocument,
  type FindWorkflowsQuery,
  PublishPipelineDocument,
  type PublishPipelineMutation,
  PublishSegmentDocument,
  type PublishSegmentMutation,
  PublishWorkflowDocument,
  type PublishWorkflowMutation,
  RegisterFeatureTableDocument,
  type RegisterFeatureTableMutation,
  RemoveDocument,
  ValidateWorkflowDocument,
  type ValidateWorkflowQuery,
  WorkflowDocument,
  WorkflowInEnvironmentDocument,
  type WorkflowInEnvironmentQuery,
  type WorkflowQuery,
} from '../support/generated/operations.js';

let world: CatalogWorld;

async function publish(name: string, nodes: object[], more: object = {}) {
  const input = { namespace: world.ns, name, definition: { nodes }, ...more };
  const { publishWorkflow } = await world.ask<PublishWorkflowMutation>(PublishWorkflowDocument.toString(), { input });
  return { ...publishWorkflow.receipts[0]!, version: publishWorkflow.workflowVersion };
}

async function validate(nodes: object[], { draft = false, node = '' } = {}) {
  const variables = { definition: { nodes }, draft, node };
  return (await world.ask<ValidateWorkflowQuery>(ValidateWorkflowDocument.toString(), variables)).validateWorkflow;
}

async function lookAt(name: string) {
  return (await world.ask<WorkflowQuery>(WorkflowDocument.toString(), { namespace: world.ns, name })).workflow!;
}

const places = (found: readonly { rule: string; path: string[] }[]) => found.map(({ rule, path }) => `${rule} ${path.join('.')}`);

/** Segments and pipelines of the same names, in the world's namespace. */
async function publishPipelines(): Promise<void> {
  const segments = {
    ratio: { schema: { needs: [{ name: 'total', types: ['numeric'] }], adds: [{ name: 'ratio', type: 'double' }] } },
    index: { fits: 'TRANSFORMATION', schema: { needs: [{ name: 'city' }], adds: [{ name: 'indexed', type: 'double' }] } },
    classifier: {
      fits: 'PREDICTOR',
      estimator: { task: 'CLASSIFICATION' },
      schema: { needs: [{ name: 'scaled' }], adds: [{ name: 'prediction', type: 'double' }] },
    },
    scale: { schema: { needs: [{ name: 'ratio' }], adds: [{ name: 'scaled', type: 'double' }] } },
    dedup: { schema: { needs: [], adds: [], dynamic: 'UNKNOWN' } },
  };
  for (const [name, definition] of Object.entries(segments)) {
    const { publishSegment } = await world.ask<PublishSegmentMutation>(PublishSegmentDocument.toString(), {
      input: { namespace: world.ns, name, definition },
    });
    expect(publishSegment.receipts[0]).toMatchObject({ outcome: 'APPLIED', problems: [] });
  }
  const pipelines = { ratios: ['ratio'], indexes: ['index'], churn: ['scale', 'classifier'] };
  for (const [name, steps] of Object.entries(pipelines)) {
    const { publishPipeline } = await world.ask<PublishPipelineMutation>(PublishPipelineDocument.toString(), {
      input: { namespace: world.ns, name, steps: steps.map((segment) => ({ namespace: world.ns, segment })) },
    });
    expect(publishPipeline.receipts[0]).toMatchObject({ outcome: 'APPLIED', problems: [] });
  }
}

beforeAll(async () => {
  world = await CatalogWorld.open();
  const columns = (types: Record<string, string>) => ({ schema: Object.entries(types).map(([path, type]) => ({ path, type })) });
  await world.said([
    { id: world.dataset('orders'), attributes: columns({ id: 'bigint', total: 'numeric(18,2)' }) },
    { id: world.dataset('customers'), attributes: columns({ id: 'int8', city: 'text', address: 'struct', 'address.zip': 'varchar(80)' }) },
    { id: `source:${world.ns}`, attributes: { type: 'KAFKA' } },
  ]);
  await publishPipelines();
});
afterAll(() => world.close());

const source = (id: string) => ({ id, kind: 'SOURCE', dataset: world.dataset(id) });
const join = (id: string, inputs: string[], ...on: string[]) => ({ id, kind: 'MERGE', inputs, merge: { how: 'INNER', on } });
const pipelineVersion = (name: string) => `pipeline-version:${world.ns}/${name}/1`;
const pipeline = (id: string, input: string, name: string, more: object = {}) => ({
  id,
  kind: 'PIPELINE',
  inputs: [input],
  pipelineVersion: pipelineVersion(name),
  ...more,
});
const sink = (id: string, input: string) => ({ id, kind: 'SINK', inputs: [input], dataset: world.dataset(id) });

const churn = () => [
  source('orders'),
  source('customers'),
  join('both', ['orders', 'customers'], 'id'),
  pipeline('ratios', 'both', 'ratios'),
  pipeline('train', 'ratios', 'churn'),
  sink('scored', 'train'),
];

describe('a training workflow', () => {
  beforeAll(async () => {
    expect(await publish('churn', churn(), { description: 'Who will leave us', label: 'v1' })).toMatchObject({
      outcome: 'APPLIED',
      problems: [],
      version: { id: `workflow-version:${world.ns}/churn/1`, number: 1, label: 'v1', draft: false, workflowKind: 'TRAINING', missing: [] },
    });
  });

  test('says what it is made of', async () => {
    const node = { inputs: [], sourceKind: null, merge: null, dataset: null, pipelineVersion: null, fitted: null };
    const data = (name: string) => ({ dataset: { id: world.dataset(name), kind: 'DATASET', name } });
    expect(await lookAt('churn')).toMatchObject({
      kind: 'WORKFLOW',
      description: 'Who will leave us',
      currentVersion: {
        number: 1,
        nodes: [
          {
            ...node,
            id: 'both',
            kind: 'MERGE',
            inputs: ['orders', 'customers'],
            merge: { how: 'INNER', on: ['id'], segmentVersion: null },
          },
          { ...node, id: 'customers', kind: 'SOURCE', sourceKind: 'KAFKA_TOPIC', ...data('customers') },
          { ...node, id: 'orders', kind: 'SOURCE', sourceKind: 'KAFKA_TOPIC', ...data('orders') },
          { ...node, id: 'ratios', kind: 'PIPELINE', inputs: ['both'], pipelineVersion: { id: pipelineVersion('ratios') } },
          { ...node, id: 'scored', kind: 'SINK', inputs: ['train'], ...data('scored') },
          { ...node, id: 'train', kind: 'PIPELINE', inputs: ['ratios'], pipelineVersion: { id: pipelineVersion('churn') } },
        ],
      },
    });
  });

  test('stands in lineage between what it reads and what it writes, with what it is made of', async () => {
    const { lineage } = await world.ask<{ lineage: { nodes: { entity: { id: string } }[] } }>(
      `query ($id: ID!) { lineage(id: $id, direction: UPSTREAM) { nodes { entity { id } distance } } }`,
      { id: world.dataset('scored') },
    );
    const ids = lineage.nodes.map(({ entity }) => entity.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        `workflow-version:${world.ns}/churn/1`,
        `workflow:${world.ns}/churn`,
        world.dataset('orders'),
        world.dataset('customers'),
        pipelineVersion('ratios'),
        pipelineVersion('churn'),
        `segment-version:${world.ns}/classifier/1`,
        `segment:${world.ns}/classifier`,
      ]),
    );
    expect(ids).not.toContain(pipelineVersion('indexes'));
  });

  test('is owned, tagged and described like everything else; the version too', async () => {
    for (const id of [`workflow:${world.ns}/churn`, `workflow-version:${world.ns}/churn/1`]) {
      await world.ask(
        `mutation ($id: ID!, $owner: ID!) {
          attachTag(input: { id: $id, tag: "gold" }) { receipts { outcome } }
          assignOwner(input: { id: $id, owner: $owner, role: "OWNER" }) { receipts { outcome } }
        }`,
        { id, owner: `person:${world.ns}/ana` },
      );
      const { node } = await world.ask<{ node: object }>(
        `query ($id: ID!) { node(id: $id) { ... on Entity { id tags { tag { name } } owners { role owner { name } } } } }`,
        { id },
      );
      expect(node).toEqual({ id, tags: [{ tag: { name: 'gold' } }], owners: [{ role: 'OWNER', owner: { name: 'ana' } }] });
    }
  });

  test('a version is the same that was published, and can be published again as it is', async () => {
    const { node } = await world.ask<{ node: { definition: { nodes: object[] } } }>(
      `query ($id: ID!) { node(id: $id) { ... on WorkflowVersion { definition workflow { id } } } }`,
      { id: `workflow-version:${world.ns}/churn/1` },
    );
    expect(node).toMatchObject({ workflow: { id: `workflow:${world.ns}/churn` } });
    expect(await publish('churn', node.definition.nodes, { label: 'v1' })).toMatchObject({ outcome: 'UNCHANGED', version: { number: 1 } });
  });

  test('the same once more changes nothing; a key that was used gives what it gave, for the same only', async () => {
    expect(await publish('churn', churn().reverse(), { label: 'v1' })).toMatchObject({ outcome: 'UNCHANGED', version: { number: 1 } });
    const once = { idempotencyKey: `${world.ns} once` };
    expect(await publish('keyed', churn(), once)).toMatchObject({ outcome: 'APPLIED', version: { number: 1 } });
    await publish('keyed', [...churn(), sink('copy', 'train')]);
    expect(await publish('keyed', churn(), once)).toMatchObject({ outcome: 'UNCHANGED', version: { number: 1 } });
    await expect(publish('keyed', [...churn(), sink('other', 'train')], once)).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });

  test('is found by what is in its newest version', async () => {
    const found = async (filter: object) => {
      const variables = { filter: { namespace: world.ns, ...filter } };
      const { workflows } = await world.ask<FindWorkflowsQuery>(FindWorkflowsDocument.toString(), variables);
      return workflows.nodes.map(({ name }) => name);
    };
    await publish('ratios', [source('orders'), pipeline('p', 'orders', 'ratios'), sink('out', 'p')]);
    expect(await found({ workflowKind: 'TRANSFORMATION' })).toEqual(['ratios']);
    expect(await found({ pipeline: `pipeline:${world.ns}/ratios` })).toEqual(expect.arrayContaining(['churn', 'ratios']));
    expect(await found({ pipeline: pipelineVersion('churn') })).not.toContain('ratios');
    expect(await found({ segment: `segment:${world.ns}/classifier` })).not.toContain('ratios');
    expect(await found({ segment: `segment:${world.ns}/ratio` })).toContain('ratios');
    expect(await found({ dataset: world.dataset('out') })).toEqual(['ratios']);
    expect(await found({ text: 'leave WHO' })).toEqual(['churn']);
    expect(await found({ accepts: 'bigint', produces: 'double', workflowKind: 'TRANSFORMATION' })).toEqual(['ratios']);
    expect(await found({ accepts: 'bigint', produces: 'vector' })).toEqual([]);
    await publish('ratios', [source('orders'), pipeline('p', 'orders', 'ratios'), sink('elsewhere', 'p')]);
    expect(await found({ dataset: world.dataset('out') })).toEqual([]);
    expect(await found({ dataset: world.dataset('elsewhere'), workflowKind: 'TRANSFORMATION' })).toEqual(['ratios']);
  });
});

async function registerFeatureTable(input: object): Promise<void> {
  const { registerFeatureTable } = await world.ask<RegisterFeatureTableMutation>(RegisterFeatureTableDocument.toString(), {
    input: { namespace: world.ns, ...input },
  });
  expect(registerFeatureTable.receipts).toEqual([{ outcome: 'APPLIED', problems: [] }]);
}

test('a feature table is a source by its keys, event time and features', async () => {
  await registerFeatureTable({
    name: 'spending',
    keys: [{ name: 'id', dataType: 'LONG' }],
    eventTime: { name: 'at', dataType: 'TIMESTAMP' },
    features: [{ name: 'total', dataType: 'DOUBLE', semanticKind: 'NUMERIC' }],
  });
  const table = `feature-table:${world.ns}/spending`;
  const nodes = [{ id: 'table', kind: 'SOURCE', dataset: table }, pipeline('p', 'table', 'ratios'), sink('rates', 'p')];
  expect(await validate(nodes, { node: 'p' })).toMatchObject({
    valid: true,
    notes: [],
    columns: [
      { name: 'id', type: 'bigint' },
      { name: 'at', type: 'timestamp' },
      { name: 'total', type: 'double' },
      { name: 'ratio', type: 'double' },
    ],
  });
  await publish('rates', nodes);
  expect(await lookAt('rates')).toMatchObject({
    currentVersion: {
      nodes: [
        { dataset: null },
        { dataset: { kind: 'DATASET' } },
        { dataset: { kind: 'FEATURE_TABLE', name: 'spending' }, sourceKind: 'PERSISTENT_STORE' },
      ],
    },
  });
});

describe('the next version', () => {
  test('takes over what flows through; what the one before was made of stays, and what it did is history', async () => {
    const through = async () => {
      const { up, down } = await world.ask<Record<'up' | 'down', { nodes: { entity: { id: string } }[] }>>(
        `query ($from: ID!, $to: ID!) {
          up: lineage(id: $to, direction: UPSTREAM, depth: 1) { nodes { entity { id } } }
          down: lineage(id: $from, direction: DOWNSTREAM, depth: 1) { nodes { entity { id } } }
        }`,
        { from: pipelineVersion('ratios'), to: world.dataset('moved') },
      );
      const versionsIn = ({ nodes }: typeof up) =>
        nodes.flatMap(({ entity }) =>
          entity.id.startsWith(`workflow-version:${world.ns}/moving/`) ? [Number(entity.id.split('/').at(-1))] : [],
        );
      return { writes: versionsIn(up), holds: versionsIn(down).sort() };
    };
    const first = [source('orders'), pipeline('ratios', 'orders', 'ratios'), sink('moved', 'ratios')];
    expect(await publish('moving', first)).toMatchObject({ outcome: 'APPLIED' });
    expect(await through()).toEqual({ writes: [1], holds: [1] });
    expect(await publish('moving', first.slice(0, 1), { draft: true })).toMatchObject({ version: { number: 2 } });
    expect(await through()).toEqual({ writes: [1], holds: [1] });
    expect(await publish('moving', [...churn().slice(0, 4), sink('moved', 'ratios')])).toMatchObject({ version: { number: 3 } });
    expect(await through()).toEqual({ writes: [3], holds: [1, 3] });
  });
});

describe('in an environment', () => {
  const inEnvironment = async (environment: string, store: string | null = null) => {
    const variables = { namespace: world.ns, name: 'daily', environment, store };
    const { workflow } = await world.ask<WorkflowInEnvironmentQuery>(WorkflowInEnvironmentDocument.toString(), variables);
    return workflow!.currentVersion!.resolved;
  };

  beforeAll(async () => {
    await world.said(['lake', 'cache', 'trial', 'later'].map((name) => ({ id: world.dataset(name) })));
    const held = (name: string, store: string, environment: string) => ({
      name,
      store,
      environment,
      dataset: world.dataset(name),
      location: '${root}/daily',
    });
    await registerFeatureTable({
      name: 'daily',
      features: [{ name: 'total', dataType: 'DOUBLE', semanticKind: 'NUMERIC' }],
      materialisations: [held('lake', 'OFFLINE', 'prod'), held('cache', 'ONLINE', 'prod'), held('trial', 'OFFLINE', 'dev')],
      bindings: ['prod', 'dev'].map((environment) => ({ environment, values: [{ name: 'root', value: `s3://${environment}` }] })),
    });
    const nodes = [
      { id: 'table', kind: 'SOURCE', dataset: `feature-table:${world.ns}/daily` },
      { id: 'columns', kind: 'SOURCE', columns: [{ name: 'total', type: 'double' }] },
      { id: 'all', kind: 'MERGE', inputs: ['columns', 'table'], merge: { how: 'INNER', on: ['total'] } },
      pipeline('p', 'all', 'ratios'),
      sink('later', 'p'),
    ];
    expect(await publish('daily', nodes)).toMatchObject({ outcome: 'APPLIED' });
  });

  test('a feature table is the dataset that holds it there; a dataset is itself; of columns alone there is none', async () => {
    const [columns, later, table] = await inEnvironment('dev');
    expect(table).toEqual({
      node: { id: 'table', kind: 'SOURCE' },
      dataset: { id: world.dataset('trial'), namespace: world.ns, name: 'trial' },
      materialisation: { store: 'OFFLINE', location: 's3://dev/daily' },
      problem: null,
    });
    expect(later).toMatchObject({ dataset: { name: 'later' }, materialisation: null, problem: null });
    expect(columns).toMatchObject({ dataset: null, problem: { rule: 'dataset-named', path: ['nodes', 'columns', 'dataset'] } });
  });

  test('of several the store says which; where it is not held at all, it is said where it is', async () => {
    expect((await inEnvironment('prod'))[2]).toMatchObject({
      dataset: null,
      materialisation: null,
      problem: {
        rule: 'one-materialisation',
        message: expect.stringContaining('"lake", "cache"'),
        remedy: expect.stringContaining('OFFLINE or ONLINE'),
      },
    });
    expect((await inEnvironment('prod', 'ONLINE'))[2]).toMatchObject({ dataset: { name: 'cache' }, problem: null });
    expect((await inEnvironment('dev', 'ONLINE'))[2]).toMatchObject({
      dataset: null,
      problem: {
        rule: 'materialised-in-environment',
        message: 'Node "table": The feature table "daily" is not materialised ONLINE in the environment "dev".',
        remedy: 'It is in "prod (OFFLINE)", "prod (ONLINE)", "dev (OFFLINE)".',
      },
    });
    await expect(inEnvironment('x'.repeat(201))).rejects.toThrow('has at most 200 characters');
  });

  test('what was taken away is told of', async () => {
    const remove = `mutation ($id: ID!) { remove(input: { id: $id }) { receipts { outcome } } }`;
    await world.ask(remove, { id: world.dataset('trial') });
    expect((await inEnvironment('dev'))[2]).toMatchObject({
      dataset: { name: 'trial' },
      problem: { rule: 'known-dataset', message: expect.stringContaining('no longer there') },
    });
  });

  test('in a fixed number of queries', async () => {
    await inEnvironment('dev');
    const few = world.counting.statements.length;
    const nodes = Array.from({ length: 50 }, (_, i) => source(`source ${i}`));
    const all = { id: 'all', kind: 'MERGE', inputs: nodes.map(({ id }) => id), merge: { how: 'UNION' } };
    await publish('daily', [...nodes, all, pipeline('p', 'all', 'ratios'), sink('later', 'p')]);
    expect(await inEnvironment('dev')).toHaveLength(51);
    expect(world.counting.statements.length).toBeLessThanOrEqual(few);
    expect(few).toBeLessThanOrEqual(5);
  });
});

describe('a draft', () => {
  test('may be incomplete, is a version that says so, and is not in the lineage of data', async () => {
    const nodes = [source('orders'), { id: 'p', kind: 'PIPELINE' }];
    const refused = await publish('sketch', nodes);
    expect(refused).toMatchObject({ outcome: 'REFUSED', version: null });
    expect(places(refused.problems)).toEqual([
      'pipeline-of-one input.definition.nodes.p.inputs',
      'pipeline-given input.definition.nodes.p.pipelineVersion',
      'nothing-dangles input.definition.nodes.orders',
    ]);
    expect(await publish('sketch', nodes, { draft: true })).toMatchObject({
      outcome: 'APPLIED',
      version: {
        number: 1,
        draft: true,
        workflowKind: null,
        missing: [{ rule: 'pipeline-of-one' }, { rule: 'pipeline-given' }, { rule: 'nothing-dangles' }],
      },
    });
    expect(await publish('sketch', [...nodes, source('customers')], { draft: true })).toMatchObject({ version: { number: 2 } });
    expect(await lookAt('sketch')).toMatchObject({
      currentVersion: null,
      versions: { nodes: [{ number: 2, diff: [{ path: ['nodes', 'customers'], change: 'ADDED' }] }, { number: 1 }] },
    });
    const { lineage } = await world.ask<{ lineage: { nodes: { entity: { id: string } }[] } }>(
      `query ($orders: ID!) { lineage(id: $orders, direction: DOWNSTREAM) { nodes { entity { id } } } }`,
      { orders: world.dataset('orders') },
    );
    expect(lineage.nodes.map(({ entity }) => entity.id)).not.toContain(`workflow-version:${world.ns}/sketch/1`);
  });
});

describe('validating without publishing', () => {
  test('the catalog knows the columns of datasets, nested ones in what holds them', async () => {
    expect(await validate(churn(), { node: 'both' })).toEqual({
      valid: true,
      kind: 'TRAINING',
      problems: [],
      missing: [],
      notes: [],
      columns: [
        { name: 'id', type: 'bigint' },
        { name: 'total', type: 'decimal(18,2)' },
        { name: 'city', type: 'string' },
        { name: 'address', type: 'struct' },
      ],
    });
    const wrong = await validate([...churn().slice(0, 2), join('both', ['orders', 'customers'], 'total'), ...churn().slice(3)]);
    expect(places(wrong.problems)).toEqual([
      'join-keys-on-every-side definition.nodes.both.merge.on.total',
      'merged-columns-distinct definition.nodes.both.inputs.customers',
    ]);
  });

  test('a pipeline says which step needs which column', async () => {
    const { problems } = await validate([source('customers'), pipeline('p', 'customers', 'ratios')]);
    expect(problems).toMatchObject([{ rule: 'pipeline-needs', message: expect.stringMatching(/Step 1 .*"total"/) }]);
  });

  test('what must be fitted is bound to something fitted', async () => {
    const { problems } = await validate([source('customers'), pipeline('p', 'customers', 'indexes')]);
    expect(places(problems)).toEqual(['fitted-bound definition.nodes.p.fitted']);
    const fitted = pipeline('p', 'customers', 'indexes', { fitted: 'trained-model:default/indexer/2026-01' });
    expect(await validate([source('customers'), fitted])).toMatchObject({ valid: true, kind: 'TRANSFORMATION' });
  });

  test('a pipeline that is not there, and segments that can and can not merge', async () => {
    const merge = (segment: string) => ({
      id: 'm',
      kind: 'MERGE',
      inputs: ['orders', 'customers'],
      merge: { how: 'CUSTOM', segmentVersion: `segment-version:${world.ns}/${segment}/1` },
    });
    const nodes = (segment: string, name = 'ratios') => [source('orders'), source('customers'), merge(segment), pipeline('p', 'm', name)];
    expect(await validate(nodes('dedup'))).toMatchObject({ valid: true, notes: [{ rule: 'schema-unknown' }] });
    expect(places((await validate(nodes('classifier'))).problems)).toEqual(['known-merge-segment definition.nodes.m.merge.segmentVersion']);
    expect(places((await validate(nodes('dedup', 'nothing'))).problems)).toEqual(['known-pipeline definition.nodes.p.pipelineVersion']);
  });

  test('what was taken away is not built on; what stood on it before stays as it was', async () => {
    const { publishPipeline } = await world.ask<PublishPipelineMutation>(PublishPipelineDocument.toString(), {
      input: { namespace: world.ns, name: 'gone', steps: [{ namespace: world.ns, segment: 'ratio' }] },
    });
    expect(publishPipeline.receipts[0]).toMatchObject({ outcome: 'APPLIED' });
    const nodes = [source('orders'), pipeline('p', 'orders', 'gone')];
    expect(await publish('on-gone', nodes)).toMatchObject({ outcome: 'APPLIED', problems: [] });
    await world.ask(RemoveDocument.toString(), { input: { id: `pipeline:${world.ns}/gone` } });
    const { problems } = await validate(nodes);
    expect(places(problems)).toEqual(['known-pipeline definition.nodes.p.pipelineVersion']);
    expect(problems[0]!.message).toMatch(/or its pipeline was removed/);
    expect((await lookAt('on-gone')).currentVersion).toMatchObject({
      nodes: [{ id: 'orders' }, { pipelineVersion: { id: pipelineVersion('gone') } }],
    });
  });

  test('a dataset that nobody described can not be checked, which is a note', async () => {
    const { notes } = await validate([source('unheard of'), pipeline('p', 'unheard of', 'ratios')]);
    expect(places(notes)).toEqual(['schema-unknown definition.nodes.unheard of']);
  });

  test('the number of queries does not grow with the workflow', async () => {
    const nodes = (count: number) =>
      Array.from({ length: count }, (_, i) => [
        { ...source('orders'), id: `s${i}` },
        pipeline(`p${i}`, `s${i}`, i % 2 ? 'ratios' : 'churn'),
      ]);
    await validate(nodes(1).flat(), { draft: true });
    const few = world.counting.statements.length;
    await validate(nodes(100).flat(), { draft: true });
    expect(world.counting.statements).toHaveLength(few);
  });
});
