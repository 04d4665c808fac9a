import { lakeContracts, lakeCustomers, tickets, usageDays } from '../company/data.js';
import { codeAt, featureTable, HALDEN, own, pipelineVersion, stock } from '../company/segments.js';
import { datasetId } from '../dataset.js';
import type { PublishPipelineInput, PublishSegmentInput, PublishWorkflowInput } from '../generated/inputs.js';
import { labels, profile, usage } from './data.js';

export const segments: readonly PublishSegmentInput[] = [
  {
    namespace: HALDEN,
    name: 'usage-window',
    description: 'One row per customer from one per customer and day: sums of 30 days',
    definition: {
      language: 'Python',
      code: codeAt('churn/features.py', 'UsageWindow'),
      params: [{ name: 'days', type: 'int', default: 30, min: 1 }],
      schema: {
        needs: [
          { name: 'customer_id' },
          { name: 'day', types: ['date'] },
          { name: 'calls', types: ['numeric'] },
          { name: 'minutes', types: ['numeric'] },
          { name: 'gigabytes', types: ['numeric'] },
          { name: 'dropped_calls', types: ['numeric'] },
        ],
        drops: [
          { name: 'day' },
          { name: 'home_cell' },
          { name: 'calls' },
          { name: 'minutes' },
          { name: 'gigabytes' },
          { name: 'dropped_calls' },
        ],
        adds: [
          { name: 'calls_30d', type: 'int' },
          { name: 'minutes_30d', type: 'double' },
          { name: 'gigabytes_30d', type: 'double' },
          { name: 'dropped_call_rate_30d', type: 'double' },
        ],
      },
    },
  },
  {
    namespace: HALDEN,
    name: 'count-complaints',
    description: 'One row per customer from one per ticket: how many there were in 90 days',
    definition: {
      language: 'Python',
      code: codeAt('churn/features.py', 'CountComplaints'),
      params: [{ name: 'days', type: 'int', default: 90, min: 1 }],
      schema: {
        needs: [{ name: 'customer_id' }, { name: 'ticket_id' }, { name: 'opened_at', types: ['timestamp'] }],
        drops: [{ name: 'ticket_id' }, { name: 'channel' }, { name: 'subject' }, { name: 'body' }, { name: 'opened_at' }],
        adds: [{ name: 'complaints_90d', type: 'int' }],
      },
    },
  },
];

const COUNTS = ['calls_30d', 'minutes_30d', 'gigabytes_30d', 'dropped_call_rate_30d', 'complaints_90d'];

/** From features to a vector; both versions of the model begin so. */
const vectorised = [
  stock('StringIndexer', { inputCols: ['region', 'tariff'], outputCols: ['region_index', 'tariff_index'], handleInvalid: 'keep' }),
  stock('OneHotEncoder', { inputCols: ['region_index', 'tariff_index'], outputCols: ['region_vector', 'tariff_vector'] }),
  stock('VectorAssembler', {
    inputCols: ['region_vector', 'tariff_vector', 'monthly_fee', 'tenure_months', 'months_to_contract_end', ...COUNTS],
    outputCol: 'features',
  }),
];

export const pipelines: readonly PublishPipelineInput[] = [
  {
    namespace: HALDEN,
    name: 'customer-profile',
    description: 'What a customer is, from customers and contracts side by side',
    steps: [
      own('months-between', { inputCol: 'signed_up_on', outputCol: 'tenure_months' }),
      own('months-between', { inputCol: 'ends_on', outputCol: 'months_to_contract_end' }),
      own('drop-columns', { columns: ['email_hash', 'signed_up_on', 'starts_on', 'ends_on'] }),
      own('as-of'),
    ],
  },
  { namespace: HALDEN, name: 'usage-of-30-days', description: 'Days to one row per customer', steps: [own('usage-window')] },
  { namespace: HALDEN, name: 'complaints-of-90-days', description: 'Tickets to one row per customer', steps: [own('count-complaints')] },
  {
    namespace: HALDEN,
    name: 'customer-usage',
    description: 'A customer who did not complain has 0 complaints',
    steps: [own('fill-missing', { columns: ['complaints_90d'] }), own('as-of')],
  },
  {
    namespace: HALDEN,
    name: 'churn-model',
    label: '2024',
    description: 'Who will leave within 60 days',
    steps: [
      ...vectorised,
      stock('StandardScaler', { inputCol: 'features', outputCol: 'scaled' }),
      stock('LogisticRegression', { featuresCol: 'scaled', labelCol: 'churned', regParam: 0.01 }),
    ],
  },
  {
    namespace: HALDEN,
    name: 'churn-model',
    label: '2025',
    description: 'Who will leave within 60 days',
    steps: [...vectorised, stock('GBTClassifier', { labelCol: 'churned', maxIter: 80, maxDepth: 6 })],
  },
];

/** The model learns from two feature tables and a label. */
const training = (number: number, label: string): PublishWorkflowInput => ({
  namespace: HALDEN,
  name: 'churn-training',
  label,
  description: 'Trains the churn model on a moment for which it is known who left',
  definition: {
    nodes: [
      { id: 'profile', kind: 'SOURCE', dataset: featureTable('customer_profile') },
      { id: 'usage', kind: 'SOURCE', dataset: featureTable('customer_usage') },
      { id: 'labels', kind: 'SOURCE', dataset: datasetId(labels) },
      { id: 'features', kind: 'MERGE', inputs: ['profile', 'usage'], merge: { how: 'INNER', on: ['customer_id', 'as_of'] } },
      { id: 'labelled', kind: 'MERGE', inputs: ['features', 'labels'], merge: { how: 'INNER', on: ['customer_id'] } },
      { id: 'model', kind: 'PIPELINE', inputs: ['labelled'], pipelineVersion: pipelineVersion('churn-model', number) },
    ],
  },
});

/** What computes the feature tables. */
export const workflows: readonly PublishWorkflowInput[] = [
  {
    namespace: HALDEN,
    name: 'customer-profile',
    description: 'What a customer is',
    definition: {
      nodes: [
        { id: 'customers', kind: 'SOURCE', dataset: datasetId(lakeCustomers) },
        { id: 'contracts', kind: 'SOURCE', dataset: datasetId(lakeContracts) },
        { id: 'both', kind: 'MERGE', inputs: ['customers', 'contracts'], merge: { how: 'INNER', on: ['customer_id'] } },
        { id: 'profile', kind: 'PIPELINE', inputs: ['both'], pipelineVersion: pipelineVersion('customer-profile') },
        { id: 'stored', kind: 'SINK', inputs: ['profile'], dataset: datasetId(profile) },
      ],
    },
  },
  {
    namespace: HALDEN,
    name: 'customer-usage',
    description: 'What a customer did in the last weeks',
    definition: {
      nodes: [
        { id: 'days', kind: 'SOURCE', dataset: datasetId(usageDays) },
        { id: 'tickets', kind: 'SOURCE', dataset: datasetId(tickets) },
        { id: 'usage', kind: 'PIPELINE', inputs: ['days'], pipelineVersion: pipelineVersion('usage-of-30-days') },
        { id: 'complaints', kind: 'PIPELINE', inputs: ['tickets'], pipelineVersion: pipelineVersion('complaints-of-90-days') },
        { id: 'both', kind: 'MERGE', inputs: ['usage', 'complaints'], merge: { how: 'LEFT', on: ['customer_id'] } },
        { id: 'complete', kind: 'PIPELINE', inputs: ['both'], pipelineVersion: pipelineVersion('customer-usage') },
        { id: 'stored', kind: 'SINK', inputs: ['complete'], dataset: datasetId(usage) },
      ],
    },
  },
];

/** They read feature tables, which have to be registered first. */
export const trainings: readonly PublishWorkflowInput[] = [training(1, '2024'), training(2, '2025')];
