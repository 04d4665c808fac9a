import { feature, HALDEN, trainedModel, workflowVersion } from '../company/segments.js';
import { columnId, datasetId } from '../dataset.js';
import { executionId, versionId } from '../events.js';
import { id } from '../id.js';
import { jobNamed } from '../job.js';
import type { Modelled } from '../part.js';
import { labels, profile, scores, usage } from './data.js';
import { jobs } from './jobs.js';

const NAME = 'churn';
const train = jobNamed(jobs, 'churn.train');
const score = jobNamed(jobs, 'churn.score');
const build = jobNamed(jobs, 'churn.build_labels');

const evaluated = (number: number, at: string, auc: number, prepaid: number) => ({
  trainedModel: trainedModel(NAME, number),
  at,
  dataset: datasetId(labels),
  metrics: [
    { criterion: 'auc', value: auc },
    { criterion: 'auc', value: prepaid, slice: 'tariff=Prepaid' },
  ],
});

/** The tariff without a data limit came out in January, and the first training knew nothing of it. */
export const modelled: Modelled = {
  model: {
    namespace: HALDEN,
    name: NAME,
    description: 'Which customers will leave within 60 days',
    owner: 'team:default/churn-analytics',
    tags: ['gold'],
    task: 'CLASSIFICATION',
    learning: 'SUPERVISED',
    framework: 'Spark ML',
    label: {
      name: 'churned',
      dataType: 'DOUBLE',
      column: columnId(labels, 'churned'),
      origin: 'Read from cancellations, 60 days after the moment that the features are of',
    },
    features: [
      ...['region', 'tariff', 'monthly_fee', 'tenure_months', 'months_to_contract_end'].map((name) => feature('customer_profile', name)),
      ...['calls_30d', 'minutes_30d', 'gigabytes_30d', 'dropped_call_rate_30d', 'complaints_90d'].map((name) =>
        feature('customer_usage', name),
      ),
    ],
    train: workflowVersion('churn-training', 2),
    hyperparameters: [
      { name: 'maxIter', type: 'int', default: 20, min: 1, max: 500 },
      { name: 'maxDepth', type: 'int', default: 5, min: 0, max: 30 },
      { name: 'stepSize', type: 'double', default: 0.1, min: 0, exclusiveMin: true, max: 1 },
      { name: 'seed', type: 'bigint', required: true },
    ],
    criteria: [
      { name: 'auc', direction: 'HIGHER_IS_BETTER', threshold: 0.8, required: true, description: 'Area under the ROC curve' },
      { name: 'log_loss', direction: 'LOWER_IS_BETTER' },
    ],
    intendedUse: 'To choose whom the call center calls with an offer.',
    limits: 'Customers of less than three months are scored badly. Never to be used to refuse anything to anybody.',
  },
  trained: [
    {
      model: id('model', HALDEN, NAME),
      number: 1,
      description: 'Trained before the tariff without a data limit came out',
      hyperparameters: { maxIter: 80, maxDepth: 6, seed: 1 },
      trainedAt: '2025-09-28T06:35:00Z',
      trainedOn: [profile, usage, labels].map(datasetId),
      metrics: [{ criterion: 'auc', value: 0.88 }],
      aliases: ['champion'],
      stage: 'PRODUCTION',
    },
    {
      model: id('model', HALDEN, NAME),
      number: 2,
      hyperparameters: { maxIter: 80, maxDepth: 6, seed: 2 },
      trainedAt: '2026-01-11T06:35:00Z',
      run: executionId(train, train.executions[0]!),
      trainedOn: [datasetId(profile), datasetId(usage), versionId(labels, build, build.executions[0]!)],
      metrics: [
        { criterion: 'auc', value: 0.89 },
        { criterion: 'log_loss', value: 0.31 },
      ],
      signature: {
        inputs: [
          { name: 'tariff', type: 'string' },
          { name: 'monthly_fee', type: 'decimal(10,2)' },
        ],
        outputs: [{ name: 'probability', type: 'vector' }],
      },
      aliases: ['challenger'],
      stage: 'STAGING',
    },
  ],
  evaluations: [
    evaluated(1, '2025-10-31T00:00:00Z', 0.87, 0.84),
    evaluated(1, '2025-11-30T00:00:00Z', 0.86, 0.84),
    evaluated(1, '2025-12-31T00:00:00Z', 0.85, 0.83),
    evaluated(1, '2026-01-11T00:00:00Z', 0.76, 0.83),
    evaluated(2, '2026-01-11T07:00:00Z', 0.87, 0.84),
  ],
  predictions: [
    {
      namespace: HALDEN,
      name: 'churn-2026-01-11',
      description: 'All customers, scored on Sunday',
      trainedModel: trainedModel(NAME, 1),
      dataset: versionId(scores, score, score.executions.at(-1)!),
      input: datasetId(profile),
      run: executionId(score, score.executions.at(-1)!),
      predictedAt: '2026-01-11T03:48:00Z',
      rowCount: 1_206_870,
    },
  ],
  deployments: [
    {
      environment: 'staging',
      name: 'churn-scoring',
      serving: [
        {
          what: trainedModel(NAME, 2),
          image: 'registry.halden.example/churn-scoring:2',
          digest: 'sha256:5f0b4a1ad1f7e2b9c3d86e07a4955c1be0a8f3d2764c19e85b7a60cd3e21f498',
        },
      ],
      url: 'https://churn.staging.halden.example/score',
      replicas: 2,
      reason: 'To be seen next to what scores in production',
      at: '2026-01-11T08:00:00Z',
    },
  ],
};
