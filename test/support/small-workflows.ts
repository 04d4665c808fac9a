import { datasetId, entityId } from '../../src/catalog/id.js';
import type { WorkflowNode } from '../../src/catalog/workflow/definition.js';
import type { Known } from '../../src/catalog/workflow/known.js';
import { byId, pipelineVersionId, plainPipeline, schemaOf } from './plain-pipelines.js';

export const ORDERS = datasetId('s3://lake', 'orders');
export const CUSTOMERS = datasetId('postgres://db:5432', 'shop.customers');
export const EVENTS = datasetId('kafka://broker:9092', 'events');
export const DEDUP = entityId('SEGMENT_VERSION', 'default', 'dedup', '1');
export const FOREST = entityId('SEGMENT_VERSION', 'spark.ml', 'RandomForestClassifier', '1');
export const DRAFT_SEGMENT = entityId('SEGMENT_VERSION', 'default', 'later', '1');
export const FITTED = entityId('TRAINED_MODEL', 'default', 'indexer', '2026-01');

export const known: Known = {
  pipelines: byId([
    plainPipeline({ name: 'clean', needs: ['id'], adds: schemaOf('clean:double!') }),
    plainPipeline({ name: 'again', needs: ['id'] }),
    plainPipeline({ name: 'churn', kind: 'ESTIMATION', needsFitting: true, adds: schemaOf('prediction:double') }),
    plainPipeline({ name: 'index', needsFitting: true }),
    plainPipeline({ name: 'draft', draft: true }),
    plainPipeline({ name: 'sql', dynamic: true }),
    plainPipeline({ name: 'wide' }),
    plainPipeline({ name: 'picky', needs: ['absent'] }),
  ]),
  schemas: new Map([
    [ORDERS, schemaOf('id:bigint total:decimal(18,2)')],
    [CUSTOMERS, schemaOf('id:int name:string')],
  ]),
  segments: new Map([
    [DEDUP, { draft: false, definition: { fits: 'NONE' } }],
    [FOREST, { draft: false, definition: { fits: 'PREDICTOR' } }],
    [DRAFT_SEGMENT, { draft: true, definition: { fits: 'NONE' } }],
  ]),
};

export type Extra = Partial<WorkflowNode>;
export const source = (id: string, dataset: string, extra: Extra = {}): WorkflowNode => ({
  id,
  kind: 'SOURCE',
  inputs: [],
  dataset,
  ...extra,
});
export const listed = (id: string, columns: string, extra: Extra = {}): WorkflowNode =>
  source(id, datasetId('https://api.example.org', id), { columns: schemaOf(columns), ...extra });
export const merge = (id: string, inputs: string[], how: NonNullable<WorkflowNode['merge']>): WorkflowNode => ({
  id,
  kind: 'MERGE',
  inputs,
  merge: how,
});
export const join = (id: string, inputs: string[], ...on: string[]): WorkflowNode => merge(id, inputs, { how: 'INNER', on });
export const pipeline = (id: string, input: string, name: string, extra: Extra = {}): WorkflowNode => ({
  id,
  kind: 'PIPELINE',
  inputs: [input],
  pipelineVersion: pipelineVersionId(name),
  ...extra,
});
export const sink = (id: string, input: string, extra: Extra = {}): WorkflowNode => ({
  id,
  kind: 'SINK',
  inputs: [input],
  dataset: datasetId('s3://lake', id),
  ...extra,
});

export const orders = source('orders', ORDERS);
export const customers = source('customers', CUSTOMERS);
export const joined = [orders, customers, join('both', ['orders', 'customers'], 'id')];
export const cleaned = [orders, pipeline('clean', 'orders', 'clean')];
export const whole = [...joined, pipeline('clean', 'both', 'clean'), sink('out', 'clean')];
