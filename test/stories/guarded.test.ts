import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NewToken } from '../../src/access/tokens.js';
import { columnId, datasetId, entityId, jobId } from '../../src/catalog/id.js';
import { type Answer, ask } from '../support/ask.js';
import { ChangesDocument, type ChangesSubscription } from '../support/generated/operations.js';
import { type Heard, LiveClient } from '../support/live-client.js';
import { testNeo4j, uniqueNamespace } from '../support/neo4j.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { issueTo } from '../support/token.js';

type Listening = Heard<ChangesSubscription>;

/** Who sees what, and who writes where, as it is told over HTTP. */
let app: TestApp;
const ns = uniqueNamespace('guarded');
const other = uniqueNamespace('elsewhere');
const TEAM = entityId('TEAM', 'default', `risk-${ns}`);
const CLOSED = entityId('TAG', 'default', `closed-${ns}`);
const dataset = (name: string): string => datasetId(ns, name);
const tokens: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp(await testNeo4j());
  tokens.admin = app.token;
  tokens.reader = await issue({ name: 'rita', role: 'READER' });
  tokens.risk = await issue({ name: 'rob', role: 'READER', teams: [TEAM] });
  tokens.editor = await issue({ name: 'ed', role: 'EDITOR', scopes: [`namespace:${ns}`] });
  tokens.connector = await issue({ name: 'airflow', role: 'CONNECTOR', scopes: [`namespace:${ns}`] });
  for (const event of [
    run('load', [], ['orders', 'salaries']),
    run('join', ['orders', 'salaries'], ['report']),
    run('far', [], ['far'], other),
  ])
    expect((await post('admin', event)).status).toBe(201);
  await said('attachTag', { id: dataset('salaries'), tag: CLOSED });
  await said('attachTag', { id: columnId(dataset('orders'), 'margin'), tag: CLOSED });
  await said('restrictTag', { tag: CLOSED, visibleTo: [TEAM] });
}, 300_000);
afterAll(() => app?.stop());

const issue = (input: NewToken): Promise<string> => issueTo(app.url, app.token, input);

const as = (who: string, query: string, variables: object = {}): Promise<Answer> => ask(app.url, tokens[who], query, variables);

async function said(mutation: string, input: object, who = 'admin'): Promise<Answer> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return as(who, `mutation ($input: ${type}!) { ${mutation}(input: $input) { receipts { outcome problems { rule message } } } }`, {
    input,
  });
}

function run(job: string, reads: string[], writes: string[], namespace = ns, name = job): object {
  const named = (name: string) => ({
    namespace,
    name,
    facets: {
      schema: {
        _producer: 'https://example.org/t',
        _schemaURL: 'https://openlineage.io/spec/facets/1-1-1/SchemaDatasetFacet.json',
        fields: [
          { name: 'id', type: 'int' },
          { name: 'margin', type: 'int' },
        ],
      },
    },
  });
  return {
    eventType: 'COMPLETE',
    eventTime: '2026-01-01T00:00:00Z',
    producer: 'https://example.org/t',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: `0190a2b4-0000-7000-8000-${Buffer.from(`${namespace}${name}`).toString('hex').slice(-12)}` },
    job: { namespace, name: job },
    inputs: reads.map(named),
    outputs: writes.map(named),
  };
}

const post = (who: string, event: object): Promise<Response> =>
  fetch(`${app.url}/api/v1/lineage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[who]}` },
    body: JSON.stringify(event),
  });

const NAMES = 'query ($ns: String!) { datasets(filter: {namespace: $ns}, first: 1) { nodes { name } pageInfo { hasNextPage endCursor } } }';

describe('what carries a tag that is seen by a team only', () => {
  test('is there for the team, and not for others', async () => {
    const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
    for (const id of [dataset('salaries'), columnId(dataset('salaries'), 'id'), columnId(dataset('orders'), 'margin')]) {
      expect((await as('risk', NODE, { id })).data).toEqual({ node: { id } });
      expect(await as('reader', NODE, { id })).toMatchObject({ data: { node: null }, errors: [] });
    }
    expect((await as('reader', NODE, { id: dataset('orders') })).data).toEqual({ node: { id: dataset('orders') } });
  });

  test('is in no list, and pages are full without it', async () => {
    const names: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await as(
        'reader',
        NAMES.replace('first: 1', 'first: 1, after: $after').replace('$ns: String!', '$ns: String!, $after: String'),
        { ns, after },
      );
      const { nodes, pageInfo } = data!.datasets as {
        nodes: { name: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      expect(nodes).toHaveLength(1);
      names.push(nodes[0]!.name);
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(names).toEqual(['orders', 'report']);
  });

  test('is Restricted in lineage, under a name that is good for this answer only', async () => {
    const { data, errors } = await as(
      'reader',
      'query ($id: ID!) { lineage(id: $id, direction: UPSTREAM) { nodes { distance entity { __typename id } } edges { from to } counts { kind count } } }',
      { id: dataset('report') },
    );
    expect(errors).toEqual([]);
    const { nodes, edges, counts } = data!.lineage as {
      nodes: { distance: number; entity: { __typename: string; id: string } }[];
      edges: { from: string; to: string }[];
      counts: unknown;
    };
    expect(nodes.map(({ entity }) => entity.id)).toEqual([
      dataset('report'),
      jobId(ns, 'join'),
      dataset('orders'),
      'restricted:1',
      jobId(ns, 'load'),
    ]);
    expect(nodes[3]!.entity.__typename).toBe('Restricted');
    expect(edges).toContainEqual(expect.objectContaining({ from: 'restricted:1', to: jobId(ns, 'join') }));
    expect(counts).toEqual([
      { kind: 'DATASET', count: 2 },
      { kind: 'JOB', count: 2 },
    ]);
    expect(JSON.stringify(data)).not.toContain('salaries');
  });

  test('is as good as not there for who asks about it or writes about it', async () => {
    const answer = await as('reader', 'query ($id: ID!) { lineage(id: $id, direction: BOTH) { maxDistance } }', {
      id: dataset('salaries'),
    });
    const nothing = await as('reader', 'query ($id: ID!) { lineage(id: $id, direction: BOTH) { maxDistance } }', {
      id: dataset('nothing'),
    });
    expect(answer.errors[0]!.message).toBe(nothing.errors[0]!.message.replace('/nothing', '/salaries'));
    const described = await said('describe', { id: dataset('salaries'), text: 'mine' }, 'editor');
    expect(described.data).toMatchObject({ describe: { receipts: [{ outcome: 'REFUSED', problems: [{ rule: 'known-entity' }] }] } });
  });

  test('is not found, nor is anything by its name', async () => {
    const SEARCH =
      'query ($query: String!) { search(query: $query) { nodes { id } facets { values { value label } } count } suggest(text: $query) { entity { id } } }';
    for (const query of ['salaries', 'margin', CLOSED]) {
      const { data } = await as('reader', SEARCH, { query });
      expect(
        JSON.stringify((data!.search as { nodes: { id: string }[] }).nodes.filter(({ id }) => id.includes(ns) && !id.startsWith('tag:'))),
      ).not.toMatch(/salaries|margin|orders/);
    }
    expect(JSON.stringify((await as('risk', SEARCH, { query: 'salaries' })).data)).toContain(dataset('salaries'));
  });

  test('is in no list of changes', async () => {
    const CHANGES = 'query ($ids: [ID!]) { changes(ids: $ids) { nodes { entityId } } }';
    const ids = [dataset('salaries'), dataset('orders')];
    const told = async (who: string) =>
      new Set(((await as(who, CHANGES, { ids })).data!.changes as { nodes: { entityId: string }[] }).nodes.map(({ entityId }) => entityId));
    expect(await told('reader')).toEqual(new Set([dataset('orders')]));
    expect(await told('risk')).toEqual(new Set(ids));
  });

  test('is told of no more from then on, to who listens already and to who resumes', async () => {
    const late = dataset('late');
    const ids = [late, dataset('orders')];
    await post('admin', run('write_late', [], ['late']));
    const describe = (id: string, text: string) => said('describe', { id, text });
    const client = (who: string): LiveClient => new LiveClient(app.url, { authorization: `Bearer ${tokens[who]}` });
    const clients = [client('reader'), client('risk')];
    const listen = (to: LiveClient, after?: string) => to.subscribe(ChangesDocument, { ids, ...(after !== undefined && { after }) });
    const heardBy = ({ data }: { data: readonly ChangesSubscription[] }): string[] =>
      data.flatMap(({ changes }) => ('entityId' in changes ? [changes.entityId] : []));
    const [reader, risk] = clients.map((each) => listen(each)) as [Listening, Listening];
    await Promise.all([reader, risk].map((each) => each.until((data) => data.length > 0)));
    await describe(late, 'Before.');
    await reader.until(() => heardBy(reader).length === 1);
    await said('attachTag', { id: late, tag: CLOSED });
    await describe(late, 'After.');
    await describe(dataset('orders'), 'The last.');
    await Promise.all([reader, risk].map((each) => each.until(() => heardBy(each).includes(dataset('orders')))));
    expect(heardBy(reader)).toEqual(ids);
    expect(heardBy(risk).filter((id) => id === late).length).toBeGreaterThan(1);
    const resumed = listen(clients[0]!, reader.data[0]!.changes.position);
    await resumed.until(() => heardBy(resumed).length > 0);
    expect(heardBy(resumed)).toEqual([dataset('orders')]);
    await Promise.all(clients.map((each) => each.close()));
  });
});

describe('what was measured on data that somebody does not see', () => {
  const MODEL = entityId('MODEL', ns, 'fraud');
  const TRAINED = entityId('TRAINED_MODEL', ns, 'fraud', '1');
  const place = `judging-${ns}`;
  const measured = (criterion: string, value: number, day: number, on: string) =>
    said('recordEvaluation', {
      trainedModel: TRAINED,
      at: `2026-01-0${day}T00:00:00Z`,
      dataset: dataset(on),
      metrics: [{ criterion, value }],
    });

  beforeAll(async () => {
    tokens.riskEditor = await issue({ name: 'rosa', role: 'EDITOR', teams: [TEAM] });
    const better = { direction: 'HIGHER_IS_BETTER' };
    const criteria = [
      { name: 'auc', threshold: 0.5, required: true, ...better },
      { name: 'lift', trend: { last: 1, before: 2 }, ...better },
    ];
    await said('registerModel', { namespace: ns, name: 'fraud', task: 'CLASSIFICATION', learning: 'UNSUPERVISED', criteria });
    await said('recordTrainedModel', { model: MODEL });
    await said('setEnvironmentPolicy', { environment: place, requiresApproval: false, requiresEvaluations: true });
  });

  const scores = async (who: string) =>
    (await as(who, 'query ($id: ID!) { node(id: $id) { ... on TrainedModel { scores { criterion value } } } }', { id: TRAINED })).data;
  const found = async (who: string, metric: object) => {
    const { data } = await as(
      who,
      'query ($ns: String!, $metric: MetricFilter!) { models(filter: { namespace: $ns, metric: $metric }) { nodes { id } } trainedModels(filter: { namespace: $ns, metric: $metric }) { nodes { id } } }',
      { ns, metric },
    );
    return Object.values(data as Record<string, { nodes: { id: string }[] }>).flatMap(({ nodes }) => nodes.map(({ id }) => id));
  };
  const deployed = async (who: string, name: string) => {
    const image = { image: 'registry.example/fraud:1', digest: `sha256:${'0a'.repeat(32)}` };
    const { data } = await said('deploy', { environment: place, name, serving: [{ what: TRAINED, ...image }] }, who);
    const [{ problems } = { problems: [] }] = (data!.deploy as { receipts: { problems: { message: string }[] }[] }).receipts;
    return problems.map(({ message }) => message);
  };

  test('no score of it is told to who cannot see it', async () => {
    await measured('auc', 0.61, 1, 'salaries');
    expect([await scores('risk'), await scores('reader')]).toEqual([
      { node: { scores: [{ criterion: 'auc', value: 0.61 }] } },
      { node: { scores: [] } },
    ]);
    expect([await found('risk', { criterion: 'auc' }), await found('reader', { criterion: 'auc' })]).toEqual([[MODEL, TRAINED], []]);
    expect(await deployed('riskEditor', 'fraud-1')).toEqual([]);
  });

  test('what is deployed is held to it by whomever; its value is not told', async () => {
    await measured('auc', 0.47, 2, 'salaries');
    expect(await deployed('riskEditor', 'fraud-2')).toEqual([expect.stringContaining('has 0.47 by "auc"')]);
    expect(await deployed('editor', 'fraud-2')).toEqual([
      `"${TRAINED}", by "auc" in an evaluation that you may not see, is not at least 0.5, which "${place}" asks for.`,
    ]);
  });

  test('the last that may be seen is told instead', async () => {
    await measured('auc', 0.62, 3, 'orders');
    expect(await deployed('editor', 'fraud-3')).toEqual([]);
    await measured('auc', 0.43, 4, 'salaries');
    expect([await scores('risk'), await scores('reader')]).toEqual([
      { node: { scores: [{ criterion: 'auc', value: 0.43 }] } },
      { node: { scores: [{ criterion: 'auc', value: 0.62 }] } },
    ]);
    const low = { criterion: 'auc', atMost: 0.5 };
    const high = { criterion: 'auc', atLeast: 0.6 };
    expect([await found('risk', low), await found('risk', high)]).toEqual([[MODEL, TRAINED], []]);
    expect([await found('reader', low), await found('reader', high)]).toEqual([[], [MODEL, TRAINED]]);
    expect(await deployed('riskEditor', 'fraud-4')).toEqual([expect.stringContaining('has 0.43 by "auc"')]);
  });

  test('an incident is seen by who sees all that a trend is told by', async () => {
    for (const [day, value, on] of [
      [5, 0.9, 'salaries'],
      [6, 0.8, 'salaries'],
      [7, 0.3, 'orders'],
    ] as const)
      await measured('lift', value, day, on);
    const INCIDENTS = '{ incidents(filter: { criterion: "lift" }, first: 100) { nodes { limit about { id } } } }';
    const told = async (who: string) => {
      const { nodes } = (await as(who, INCIDENTS)).data!.incidents as { nodes: { limit: number; about: { id: string } }[] };
      return nodes.filter(({ about }) => about.id === TRAINED).map(({ limit }) => limit);
    };
    expect([await told('risk'), await told('reader')]).toEqual([[expect.closeTo(0.85)], []]);
  });
});

test('of runs of which the latest is hidden the latest that is seen is told', async () => {
  const late = run('load', [], ['orders'], ns, 'late');
  expect((await post('admin', { ...late, eventTime: '2026-01-02T00:00:00Z' })).status).toBe(201);
  const LATEST = 'query ($id: ID!) { node(id: $id) { ... on Job { latestRun { id } } } }';
  const latest = async (who: string) =>
    ((await as(who, LATEST, { id: jobId(ns, 'load') })).data!.node as { latestRun: { id: string } }).latestRun.id;
  const after = await latest('reader');
  await said('attachTag', { id: after, tag: CLOSED });
  expect(await latest('risk')).toBe(after);
  expect(await latest('reader')).not.toBe(after);
});

describe('a role that is bound to a namespace', () => {
  test('sees what lies in it, and the words that the catalog is spoken of in', async () => {
    const { data } = await as('editor', '{ datasets(first: 100) { nodes { namespace } } tags(first: 100) { nodes { id } } }');
    expect(new Set((data!.datasets as { nodes: { namespace: string }[] }).nodes.map(({ namespace }) => namespace))).toEqual(new Set([ns]));
  });

  test('is told of what lies elsewhere as of what is not there, by the name that was sent', async () => {
    for (const id of [datasetId(other, 'far'), datasetId(other, 'nothing')]) {
      const { data } = await said('describe', { id, text: 'mine' }, 'editor');
      expect(data).toEqual({
        describe: {
          receipts: [{ outcome: 'REFUSED', problems: [{ rule: 'known-entity', message: `There is nothing with the id "${id}".` }] }],
        },
      });
    }
  });

  test('writes in it only', async () => {
    expect((await said('describe', { id: dataset('orders'), text: 'what was ordered' }, 'editor')).data).toMatchObject({
      describe: { receipts: [{ outcome: 'APPLIED' }] },
    });
    const refused = await said('publishSegment', { namespace: other, name: 'x', fits: 'NONE', inputs: [], outputs: [] }, 'editor');
    expect(refused.errors.length).toBeGreaterThan(0);
    expect((await post('connector', run('more', ['orders'], ['fresh']))).status).toBe(201);
    const answer = await post('connector', run('more', [], ['fresh'], other));
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { code: 'FORBIDDEN', message: expect.stringContaining(`bound to namespace:${ns}`) },
    ]);
  });
});

test('an administrator is one over everything, by token and by role binding', async () => {
  const wanted = expect.objectContaining({ rule: 'access.admin-scope' });
  const input = { role: 'ADMIN', scope: `namespace:${ns}`, principal: 'group:risk' };
  expect((await said('grantRole', input)).data).toEqual({ grantRole: { receipts: [{ outcome: 'REFUSED', problems: [wanted] }] } });
  await expect(issue({ name: 'ada', role: 'ADMIN', scopes: [`namespace:${ns}`] })).rejects.toThrow(
    'An administrator is one over everything',
  );
  expect((await said('grantRole', { ...input, role: 'STEWARD' })).data).toMatchObject({
    grantRole: { receipts: [{ outcome: 'APPLIED' }] },
  });
});
