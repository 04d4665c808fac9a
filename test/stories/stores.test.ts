import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entityId } from '../../src/catalog/id.js';
import * as operations from '../support/generated/operations.js';
import { HttpClient } from '../support/http-client.js';
import { testNeo4j, uniqueNamespace } from '../support/neo4j.js';
import { postEvent } from '../support/telco.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** From code to features to a workflow, over HTTP, by the named operations alone: so they keep within the limits of the front door. */
const namespace = uniqueNamespace('stores');
const LAKE = 's3://stores-lake';
let app: TestApp;
let client: HttpClient;

const lake = (name: string) => entityId('DATASET', LAKE, `${namespace}/${name}.parquet`);
const version = (kind: 'PIPELINE' | 'WORKFLOW') => entityId(`${kind}_VERSION`, namespace, 'spending', '1');
const workflow = {
  nodes: [
    { id: 'orders', kind: 'SOURCE' as const, dataset: lake('orders') },
    { id: 'spend', kind: 'PIPELINE' as const, inputs: ['orders'], pipelineVersion: version('PIPELINE') },
    { id: 'spending', kind: 'SINK' as const, inputs: ['spend'], dataset: entityId('FEATURE_TABLE', namespace, 'spending') },
  ],
};
const applied = { receipts: [{ outcome: 'APPLIED', problems: [] }] };
const table = { namespace, name: 'spending' };

beforeAll(async () => {
  app = await startTestApp(await testNeo4j());
  client = new HttpClient(app.url, app.token, 2);
  const schema = {
    _producer: 'https://example.org',
    _schemaURL: 'https://example.org/facet.json',
    fields: [{ name: 'total', type: 'double' }],
  };
  const dataset = (name: string) => ({ namespace: LAKE, name: `${namespace}/${name}.parquet`, facets: { schema } });
  await postEvent(app, {
    eventType: 'COMPLETE',
    eventTime: '2026-01-01T03:00:00Z',
    producer: 'https://example.org/scheduler',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: '0d6cf7f1-6c3c-4b3e-8a52-5a2c0a2b7f99' },
    job: { namespace, name: 'load' },
    inputs: [dataset('orders')],
    outputs: [dataset('spending-prod'), dataset('spending-dev')],
  });
});
afterAll(() => app.stop());

test('a segment becomes a pipeline, found by what it makes of columns', async () => {
  const definition = {
    code: { repository: 'https://git.example.org/ml', path: 'spend.py', commit: 'abc', entryPoint: 'spend' },
    schema: { needs: [{ name: 'total', types: ['double'] }], adds: [{ name: 'spend', type: 'decimal(18,2)' }] },
  };
  const { publishSegment } = await client.query(operations.PublishSegmentDocument, { input: { namespace, name: 'spend', definition } });
  expect(publishSegment).toMatchObject(applied);
  const { segment } = await client.query(operations.SegmentDocument, { namespace, name: 'spend' });
  expect(segment).toMatchObject({ currentVersion: { code: definition.code }, versions: { nodes: [{ number: 1 }] } });

  const steps = [{ namespace, segment: 'spend' }];
  const { publishPipeline } = await client.query(operations.PublishPipelineDocument, { input: { ...table, steps } });
  expect(publishPipeline).toMatchObject(applied);
  const filter = { namespace, accepts: 'double', produces: 'decimal(18,2)' };
  expect((await client.query(operations.FindSegmentsDocument, { filter })).segments.nodes).toMatchObject([{ name: 'spend' }]);
  expect((await client.query(operations.FindPipelinesDocument, { filter })).pipelines.nodes).toMatchObject([{ name: 'spending' }]);
  expect((await client.query(operations.PipelineDocument, table)).pipeline).toMatchObject({ currentVersion: { number: 1 } });
  const input = [{ name: 'total', type: 'double' }];
  const { pipelineSchema } = await client.query(operations.PipelineSchemaDocument, { pipelineVersion: version('PIPELINE'), input });
  expect(pipelineSchema.output).toMatchObject([{ name: 'total' }, { name: 'spend', type: 'decimal(18,2)' }]);
});

test('a workflow is validated, published, and resolved in an environment', async () => {
  const held = (environment: string) => ({
    name: environment,
    store: 'OFFLINE' as const,
    environment,
    dataset: lake(`spending-${environment}`),
  });
  const features = [{ name: 'spend', dataType: 'DECIMAL' as const, semanticKind: 'NUMERIC' as const }];
  const registration = { ...table, features, materialisations: [held('prod'), held('dev')] };
  expect((await client.query(operations.RegisterFeatureTableDocument, { input: registration })).registerFeatureTable).toMatchObject(
    applied,
  );

  const { validateWorkflow } = await client.query(operations.ValidateWorkflowDocument, {
    definition: workflow,
    draft: false,
    node: 'spend',
  });
  expect(validateWorkflow).toMatchObject({ valid: true, columns: [{ name: 'total' }, { name: 'spend' }] });
  const { publishWorkflow } = await client.query(operations.PublishWorkflowDocument, { input: { ...table, definition: workflow } });
  expect(publishWorkflow).toMatchObject(applied);
  const { workflows } = await client.query(operations.FindWorkflowsDocument, { filter: { namespace, accepts: 'double' } });
  expect(workflows.nodes).toMatchObject([{ name: 'spending' }]);
  expect((await client.query(operations.WorkflowDocument, table)).workflow?.currentVersion?.nodes).toHaveLength(3);
  const { workflow: found } = await client.query(operations.WorkflowInEnvironmentDocument, { ...table, environment: 'dev' });
  expect(found?.currentVersion?.resolved).toMatchObject([{ dataset: { id: lake('orders') } }, { dataset: { id: lake('spending-dev') } }]);

  const computed = { ...registration, computedBy: version('WORKFLOW') };
  expect((await client.query(operations.RegisterFeatureTableDocument, { input: computed })).registerFeatureTable).toMatchObject(applied);
});

test('the table answers what people ask', async () => {
  for (const [day, mean] of [1, 2].entries()) {
    const at = `2026-03-0${day + 1}T00:00:00Z`;
    const input = {
      id: entityId('FEATURE_TABLE', namespace, 'spending'),
      materialisation: 'prod',
      at,
      rowCount: 10,
      fields: [{ name: 'spend', mean }],
    };
    expect((await client.query(operations.RecordStatisticsDocument, { input })).recordStatistics).toMatchObject(applied);
  }
  const drift = { ...table, environment: 'prod', store: 'OFFLINE' as const, from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };
  const answers = {
    transformation: (await client.query(operations.FeatureTableTransformationDocument, table)).featureTable,
    owners: (await client.query(operations.FeatureTableOwnersDocument, table)).featureTable,
    description: (await client.query(operations.FeatureTableDescriptionDocument, table)).featureTable,
    code: (await client.query(operations.FeatureTableCodeDocument, table)).featureTable,
    jobs: (await client.query(operations.FeatureTableJobsDocument, { ...table, runs: 5 })).featureTable,
    data: (await client.query(operations.FeatureTableDataDocument, table)).featureTable,
    statistics: (await client.query(operations.FeatureTableStatisticsDocument, { ...table, first: 1 })).featureTable,
    drift: (await client.query(operations.FeatureTableDriftDocument, drift)).featureTable,
  };
  expect(answers).toMatchObject({
    transformation: { computedBy: { nodes: [{ id: 'orders' }, { pipelineVersion: { steps: [{ index: 0 }] } }, { id: 'spending' }] } },
    owners: { owners: [] },
    description: { inputs: { nodes: [{ id: lake('orders') }] } },
    code: { computedBy: { nodes: [{}, { pipelineVersion: { steps: [{ segmentVersion: { code: { path: 'spend.py' } } }] } }, {}] } },
    jobs: { jobs: { nodes: [{ name: 'load', latestRun: { state: 'SUCCEEDED' } }] } },
    data: {
      materialisations: [{ dataset: { access: { snippets: expect.arrayContaining([expect.objectContaining({ tool: 'pandas' })]) } } }, {}],
    },
    statistics: { materialisations: [{ statistics: { nodes: [{ rowCount: 10 }] } }, {}] },
    drift: { materialisation: { statisticsDiff: { changeCount: 1 } } },
  });
});

test('the table is taken away with its features', async () => {
  const found = async () =>
    (await client.query(operations.FindFeaturesDocument, { filter: { namespace }, first: 20 })).features.nodes.length;
  expect(await found()).toBe(1);
  const input = { id: entityId('FEATURE_TABLE', namespace, 'spending') };
  expect((await client.query(operations.RemoveDocument, { input })).remove).toMatchObject(applied);
  expect(await found()).toBe(0);
});
