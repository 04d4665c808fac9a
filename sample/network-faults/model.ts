import { feature, HALDEN, trainedModel, workflowVersion } from '../company/segments.js';
import { columnId, datasetId } from '../dataset.js';
import { executionId, versionId } from '../events.js';
import { id } from '../id.js';
import { jobNamed } from '../job.js';
import type { Modelled } from '../part.js';
import { faults, health, labels } from './data.js';
import { jobs } from './jobs.js';

const NAME = 'network-faults';
const train = jobNamed(jobs, 'network.train');
const forecast = jobNamed(jobs, 'network.forecast_faults');

const evaluated = (at: string, recall: number, perDay: number) => ({
  trainedModel: trainedModel(NAME, 1),
  at,
  dataset: datasetId(labels),
  metrics: [
    { criterion: 'recall_at_100', value: recall },
    { criterion: 'false_alarms_per_day', value: perDay },
  ],
});

export const modelled: Modelled = {
  model: {
    namespace: HALDEN,
    name: NAME,
    description: 'Which radio cells will fail within 24 hours',
    owner: 'team:default/network-analytics',
    task: 'CLASSIFICATION',
    learning: 'SUPERVISED',
    framework: 'Spark ML',
    label: { name: 'failed', dataType: 'DOUBLE', column: columnId(labels, 'failed'), origin: 'An alarm DOWN of ten minutes or more' },
    features: [
      ...['technology', 'age_months', 'latency_p95_ms', 'packet_loss_rate', 'temperature_max_c'],
      ...['alarms_24h', 'critical_alarms_24h', 'wind_max_ms', 'alarm_embedding'],
    ].map((name) => feature('cell_health', name)),
    train: workflowVersion('fault-training'),
    hyperparameters: [
      { name: 'numTrees', type: 'int', default: 20, min: 1 },
      { name: 'featureSubsetStrategy', type: 'string', default: 'auto', values: ['auto', 'all', 'sqrt', 'log2', 'onethird'] },
    ],
    criteria: [
      {
        name: 'recall_at_100',
        direction: 'HIGHER_IS_BETTER',
        threshold: 0.5,
        required: true,
        description: 'Faults among the 100 cells forecast first',
      },
      { name: 'false_alarms_per_day', direction: 'LOWER_IS_BETTER', threshold: 40 },
    ],
    intendedUse: 'To decide where technicians drive.',
    limits: 'Knows nothing of power cuts.',
  },
  trained: [
    {
      model: id('model', HALDEN, NAME),
      number: 1,
      hyperparameters: { numTrees: 200 },
      trainedAt: '2026-01-11T06:48:00Z',
      run: executionId(train, train.executions[0]!),
      trainedOn: [datasetId(health), datasetId(labels)],
      metrics: [{ criterion: 'recall_at_100', value: 0.64 }],
      aliases: ['champion'],
      stage: 'PRODUCTION',
    },
  ],
  evaluations: [evaluated('2026-01-11T12:00:00Z', 0.61, 22), evaluated('2026-01-11T18:00:00Z', 0.6, 24)],
  predictions: [
    {
      namespace: HALDEN,
      name: 'network-faults-2026-01-11',
      trainedModel: trainedModel(NAME, 1),
      dataset: versionId(faults, forecast, forecast.executions.at(-1)!),
      input: datasetId(health),
      run: executionId(forecast, forecast.executions.at(-1)!),
      predictedAt: '2026-01-11T04:57:00Z',
      rowCount: 18_425,
    },
  ],
};
