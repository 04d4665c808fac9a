import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CatalogWorld } from '../support/catalog-world.js';

let world: CatalogWorld;

interface Found {
  readonly rule: string;
  readonly path: string[];
}

beforeAll(async () => {
  world = await CatalogWorld.open();
  await world.said([
    {
      id: world.dataset('orders'),
      attributes: {
        schema: [
          { path: 'id', type: 'bigint' },
          { path: 'total', type: 'numeric(18,2)' },
        ],
      },
    },
    {
      id: world.dataset('customers'),
      attributes: {
        schema: [
          { path: 'id', type: 'int8' },
          { path: 'address', type: 'struct' },
          { path: 'address.city', type: 'varchar(80)' },
        ],
      },
    },
    { id: `source:${world.ns}`, attributes: { type: 'KAFKA' } },
  ]);
});
afterAll(() => world.close());

const source = (id: string) => ({ id, kind: 'SOURCE', dataset: world.dataset(id) });
const join = (id: string, inputs: string[], ...on: string[]) => ({ id, kind: 'MERGE', inputs, merge: { how: 'INNER', on } });

describe('a draft', () => {
  const PUBLISH = `mutation ($input: PublishWorkflowInput!) { publishWorkflow(input: $input) {
    position receipts { outcome id problems { rule path message remedy } }
    workflowVersion { id number label draft workflowKind workflow { name description } nodes { id } }
  } }`;
  const publish = async (input: object) => {
    const { publishWorkflow } = await world.ask<{
      publishWorkflow: { receipts: { outcome: string; problems: Found[] }[]; workflowVersion: { number: number; id: string } | null };
    }>(PUBLISH, { input: { namespace: world.ns, ...input } });
    return { ...publishWorkflow, ...publishWorkflow.receipts[0]! };
  };

  test('may be incomplete, and is a version that says so', async () => {
    const definition = { nodes: [source('orders'), { id: 'p', kind: 'PIPELINE' }] };
    const refused = await publish({ name: 'churn', definition });
    expect(refused).toMatchObject({ outcome: 'REFUSED', workflowVersion: null });
    expect(refused.problems.map(({ rule, path }) => `${rule} ${path.join('.')}`)).toEqual([
      'pipeline-of-one input.definition.nodes.p.inputs',
      'pipeline-given input.definition.nodes.p.pipelineVersion',
      'nothing-dangles input.definition.nodes.orders',
    ]);
    const first = await publish({ name: 'churn', description: 'Who will leave us', label: 'sketch', definition, draft: true });
    expect(first).toMatchObject({
      outcome: 'APPLIED',
      workflowVersion: {
        id: `workflow-version:${world.ns}/churn/1`,
        number: 1,
        label: 'sketch',
        draft: true,
        workflowKind: null,
        workflow: { name: 'churn', description: 'Who will leave us' },
        nodes: [{ id: 'orders' }, { id: 'p' }],
      },
    });
    const again = { nodes: [...definition.nodes].reverse() };
    expect(await publish({ name: 'churn', label: 'sketch', definition: again, draft: true })).toMatchObject({
      outcome: 'UNCHANGED',
      workflowVersion: { number: 1 },
    });
    const next = { nodes: [...definition.nodes, source('customers')] };
    expect(await publish({ name: 'churn', definition: next, draft: true })).toMatchObject({ workflowVersion: { number: 2 } });
    const { workflow } = await world.ask<{ workflow: object }>(
      `query ($ns: String!) { workflow(namespace: $ns, name: "churn") {
        currentVersion { number }
        versions { nodes { number diff { added { id dataset { name } sourceKind } removed { id } changed { id changes { field before after } } } } }
      } }`,
      { ns: world.ns },
    );
    expect(workflow).toEqual({
      currentVersion: null,
      versions: {
        nodes: [
          {
            number: 2,
            diff: { added: [{ id: 'customers', dataset: { name: 'customers' }, sourceKind: 'KAFKA_TOPIC' }], removed: [], changed: [] },
          },
          { number: 1, diff: null },
        ],
      },
    });
  });
});

describe('validating without publishing', () => {
  const VALIDATE = `query ($definition: WorkflowDefinitionInput!, $draft: Boolean!) { validateWorkflow(definition: $definition, draft: $draft) {
    valid kind problems { rule path } missing { rule path } notes { rule path } columns(node: "both") { name type }
  } }`;
  const validate = async (nodes: object[], draft = false) => {
    const { validateWorkflow } = await world.ask<{
      validateWorkflow: { valid: boolean; problems: Found[]; notes: Found[]; columns: object[] | null };
    }>(VALIDATE, { definition: { nodes }, draft });
    return validateWorkflow;
  };

  test('the catalog knows the columns of datasets, nested ones in what holds them', async () => {
    const nodes = [source('orders'), source('customers'), join('both', ['orders', 'customers'], 'id')];
    expect(await validate(nodes, true)).toMatchObject({
      valid: true,
      problems: [],
      columns: [
        { name: 'id', type: 'bigint' },
        { name: 'total', type: 'decimal(18,2)' },
        { name: 'address', type: 'struct' },
      ],
    });
    expect((await validate([...nodes.slice(0, 2), join('both', ['orders', 'customers'], 'total')], true)).problems).toEqual([
      { rule: 'join-keys-on-every-side', path: ['definition', 'nodes', 'both', 'merge', 'on', 'total'] },
      { rule: 'merged-columns-distinct', path: ['definition', 'nodes', 'both', 'inputs', 'customers'] },
    ]);
  });

  test('a dataset that nobody described can not be checked, which is a note', async () => {
    const { notes } = await validate([source('unheard of'), { id: 'p', kind: 'PIPELINE', inputs: ['unheard of'] }], true);
    expect(notes).toEqual([{ rule: 'schema-unknown', path: ['definition', 'nodes', 'unheard of'] }]);
  });

  test('the number of queries does not grow with the workflow', async () => {
    const nodes = (count: number) => Array.from({ length: count }, (_, i) => ({ ...source('orders'), id: `s${i}` }));
    await validate(nodes(1), true);
    const few = world.counting.statements.length;
    await validate(nodes(100), true);
    expect(world.counting.statements).toHaveLength(few);
  });
});
