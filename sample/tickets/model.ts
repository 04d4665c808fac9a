import { feature, HALDEN, trainedModel, workflowVersion } from '../company/segments.js';
import { columnId, datasetId } from '../dataset.js';
import { executionId, versionId } from '../events.js';
import { id } from '../id.js';
import { jobNamed } from '../job.js';
import type { Modelled } from '../part.js';
import { handled, queue, signals } from './data.js';
import { jobs } from './jobs.js';

const NAME = 'ticket-priority';
const train = jobNamed(jobs, 'tickets.train');
const prioritise = jobNamed(jobs, 'tickets.prioritise');

/** It stands on what the two other models say: on their scores by customer and by cell. */
export const modelled: Modelled = {
  model: {
    namespace: HALDEN,
    name: NAME,
    description: 'In which order agents take tickets',
    owner: 'team:default/care-analytics',
    task: 'RANKING',
    learning: 'SUPERVISED',
    framework: 'LightGBM',
    label: {
      name: 'priority',
      dataType: 'STRING',
      column: columnId(handled, 'priority'),
      origin: 'Set by team leads when a ticket is closed',
    },
    features: ['channel', 'words', 'anger', 'text_embedding', 'customer_churn_probability', 'cell_fault_probability'].map((name) =>
      feature('ticket_signals', name),
    ),
    train: workflowVersion('ticket-training'),
    hyperparameters: [
      { name: 'trees', type: 'int', default: 300, min: 1, max: 5000 },
      { name: 'learningRate', type: 'double', default: 0.05, min: 0, max: 1, exclusiveMin: true },
    ],
    criteria: [{ name: 'ndcg', direction: 'HIGHER_IS_BETTER', threshold: 0.6, required: true }],
    intendedUse: 'To sort a queue. People decide.',
    limits: 'Reads German and English only.',
  },
  trained: [
    {
      model: id('model', HALDEN, NAME),
      number: 1,
      hyperparameters: { trees: 400 },
      trainedAt: '2026-01-11T08:33:00Z',
      run: executionId(train, train.executions[0]!),
      trainedOn: [datasetId(signals), datasetId(handled)],
      metrics: [{ criterion: 'ndcg', value: 0.74 }],
      aliases: ['champion'],
      stage: 'PRODUCTION',
    },
  ],
  evaluations: [
    {
      trainedModel: trainedModel(NAME, 1),
      at: '2026-01-11T12:00:00Z',
      dataset: datasetId(handled),
      metrics: [{ criterion: 'ndcg', value: 0.71 }],
    },
  ],
  predictions: [
    {
      namespace: HALDEN,
      name: 'ticket-queue-2026-01-11',
      trainedModel: trainedModel(NAME, 1),
      dataset: versionId(queue, prioritise, prioritise.executions.at(-1)!),
      input: datasetId(signals),
      run: executionId(prioritise, prioritise.executions.at(-1)!),
      predictedAt: '2026-01-11T06:54:00Z',
      rowCount: 3_214,
    },
  ],
};
