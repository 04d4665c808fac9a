import { scores } from '../churn/data.js';
import { tickets, usageDays } from '../company/data.js';
import { codeAt, featureTable, HALDEN, own, pipelineVersion, stock } from '../company/segments.js';
import { datasetId } from '../dataset.js';
import type { PublishPipelineInput, PublishSegmentInput, PublishWorkflowInput } from '../generated/inputs.js';
import { faults } from '../network-faults/data.js';
import { handled, signals } from './data.js';

export const segments: readonly PublishSegmentInput[] = [
  {
    namespace: HALDEN,
    name: 'anger-score',
    description: 'How angry a text sounds, from 0 to 1',
    definition: {
      language: 'Python',
      code: { ...codeAt('tickets/anger.py', 'AngerScore'), artifact: 'registry.halden.example/anger-score:2' },
      params: [
        { name: 'inputCol', type: 'string', required: true },
        { name: 'outputCol', type: 'string', default: 'anger' },
      ],
      schema: {
        needs: [{ param: 'inputCol', role: 'INPUT', types: ['string'] }],
        adds: [{ param: 'outputCol', type: 'double', nullable: 'NEVER' }],
      },
    },
  },
  {
    namespace: HALDEN,
    name: 'count-words',
    description: 'How many words a text has',
    definition: {
      language: 'Python',
      code: codeAt('tickets/words.py', 'CountWords'),
      params: [
        { name: 'inputCol', type: 'string', required: true },
        { name: 'outputCol', type: 'string', default: 'words' },
      ],
      schema: { needs: [{ param: 'inputCol', role: 'INPUT', types: ['string'] }], adds: [{ param: 'outputCol', type: 'int' }] },
    },
  },
  {
    namespace: HALDEN,
    name: 'ticket-ranker',
    description: 'Learns an order from the priorities that tickets should have had',
    definition: {
      fits: 'PREDICTOR',
      estimator: { task: 'RANKING', label: 'REQUIRED', gives: 'TicketRankerModel' },
      language: 'Python',
      code: { ...codeAt('tickets/ranker.py', 'TicketRanker'), artifact: 'registry.halden.example/ticket-ranker:5' },
      params: [
        { name: 'featuresCol', type: 'string', default: 'features' },
        { name: 'labelCol', type: 'string', default: 'label' },
        { name: 'trees', type: 'int', default: 300, min: 1, max: 5000 },
        { name: 'learningRate', type: 'double', default: 0.05, min: 0, max: 1, exclusiveMin: true },
      ],
      schema: {
        needs: [
          { param: 'featuresCol', role: 'FEATURES', types: ['vector'] },
          { param: 'labelCol', role: 'LABEL', types: ['numeric'] },
        ],
        adds: [{ name: 'rank', type: 'double', nullable: 'NEVER' }],
      },
    },
  },
];

export const pipelines: readonly PublishPipelineInput[] = [
  {
    namespace: HALDEN,
    name: 'churn-scores-by-customer',
    description: 'The scores under the names that the lake uses',
    steps: [
      stock('SQLTransformer', {
        statement: 'SELECT CUSTOMER_ID AS customer_id, CHURN_PROBABILITY AS customer_churn_probability FROM __THIS__',
      }),
    ],
  },
  {
    namespace: HALDEN,
    name: 'faults-by-home-cell',
    description: 'The forecast under the names that the lake uses',
    steps: [
      stock('SQLTransformer', { statement: 'SELECT CELL_ID AS home_cell, FAULT_PROBABILITY AS cell_fault_probability FROM __THIS__' }),
    ],
  },
  {
    namespace: HALDEN,
    name: 'ticket-signals',
    description: 'What a ticket says, in numbers',
    steps: [
      own('count-words', { inputCol: 'body' }),
      own('anger-score', { inputCol: 'body' }),
      own('text-embedding', { inputCol: 'body' }),
      own('drop-columns', { columns: ['customer_id', 'home_cell', 'subject', 'body', 'opened_at'] }),
      own('as-of'),
    ],
  },
  {
    namespace: HALDEN,
    name: 'ticket-model',
    label: '5',
    description: 'Which ticket comes first',
    steps: [
      stock('StringIndexer', { inputCols: ['channel', 'priority'], outputCols: ['channel_index', 'label'], handleInvalid: 'keep' }),
      stock('VectorAssembler', {
        inputCols: ['channel_index', 'words', 'anger', 'text_embedding', 'customer_churn_probability', 'cell_fault_probability'],
        outputCol: 'features',
      }),
      own('ticket-ranker', { trees: 500 }),
    ],
  },
];

/** The results of the two other use cases go into this one. */
export const workflows: readonly PublishWorkflowInput[] = [
  {
    namespace: HALDEN,
    name: 'ticket-signals',
    description: 'What is known of a ticket',
    definition: {
      nodes: [
        { id: 'tickets', kind: 'SOURCE', dataset: datasetId(tickets) },
        {
          id: 'homes',
          kind: 'SOURCE',
          dataset: datasetId(usageDays),
          columns: [
            { name: 'customer_id', type: 'bigint' },
            { name: 'home_cell', type: 'string' },
          ],
        },
        { id: 'scores', kind: 'SOURCE', dataset: datasetId(scores) },
        { id: 'faults', kind: 'SOURCE', dataset: datasetId(faults) },
        { id: 'scored', kind: 'PIPELINE', inputs: ['scores'], pipelineVersion: pipelineVersion('churn-scores-by-customer') },
        { id: 'failing', kind: 'PIPELINE', inputs: ['faults'], pipelineVersion: pipelineVersion('faults-by-home-cell') },
        { id: 'by-customer', kind: 'MERGE', inputs: ['tickets', 'homes', 'scored'], merge: { how: 'LEFT', on: ['customer_id'] } },
        { id: 'by-cell', kind: 'MERGE', inputs: ['by-customer', 'failing'], merge: { how: 'LEFT', on: ['home_cell'] } },
        { id: 'signals', kind: 'PIPELINE', inputs: ['by-cell'], pipelineVersion: pipelineVersion('ticket-signals') },
        { id: 'stored', kind: 'SINK', inputs: ['signals'], dataset: datasetId(signals) },
      ],
    },
  },
];

export const trainings: readonly PublishWorkflowInput[] = [
  {
    namespace: HALDEN,
    name: 'ticket-training',
    label: '5',
    description: 'Trains the ranker on tickets that were handled',
    definition: {
      nodes: [
        { id: 'signals', kind: 'SOURCE', dataset: featureTable('ticket_signals') },
        { id: 'handled', kind: 'SOURCE', dataset: datasetId(handled) },
        { id: 'labelled', kind: 'MERGE', inputs: ['signals', 'handled'], merge: { how: 'INNER', on: ['ticket_id'] } },
        { id: 'model', kind: 'PIPELINE', inputs: ['labelled'], pipelineVersion: pipelineVersion('ticket-model') },
      ],
    },
  },
];
