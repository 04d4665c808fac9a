import { bindings, heldIn } from '../company/feature-store.js';
import { featureTable, HALDEN, segmentVersion } from '../company/segments.js';
import type { RecordStatisticsInput, RegisterFeatureTableInput } from '../generated/inputs.js';
import { id } from '../id.js';
import { signals, signalsDev, signalsOnline } from './data.js';

export const featureTables: readonly RegisterFeatureTableInput[] = [
  {
    namespace: HALDEN,
    name: 'ticket_signals',
    description: 'What is known of a ticket when it is opened: what it says, who wrote it, what goes on in the network there',
    owner: 'team:default/care-analytics',
    computedBy: id('workflow', HALDEN, 'ticket-signals'),
    keys: [{ name: 'ticket_id', dataType: 'STRING' }],
    eventTime: { name: 'as_of', dataType: 'TIMESTAMP' },
    cadence: 'P1D',
    expectedFreshness: 'P1D',
    tags: ['real-time'],
    features: [
      { name: 'channel', dataType: 'STRING', semanticKind: 'CATEGORICAL', description: 'Phone, chat or mail' },
      {
        name: 'words',
        dataType: 'INT',
        semanticKind: 'NUMERIC',
        description: 'How much the customer wrote',
        computedBy: segmentVersion('count-words'),
      },
      {
        name: 'anger',
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        description: 'How angry the text sounds, from 0 to 1',
        computedBy: segmentVersion('anger-score'),
        tags: ['behaviour'],
      },
      {
        name: 'text_embedding',
        dataType: 'VECTOR',
        semanticKind: 'EMBEDDING',
        dimension: 128,
        description: 'What the text means',
        computedBy: segmentVersion('text-embedding'),
        tags: ['personal-data'],
      },
      {
        name: 'customer_churn_probability',
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        description: 'How likely the customer is to leave, as scored last night',
        expression: 'CHURN_PROBABILITY',
      },
      {
        name: 'cell_fault_probability',
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        description: 'How likely the cell at home is to fail today',
        expression: 'FAULT_PROBABILITY',
        tags: ['network-quality'],
      },
    ],
    materialisations: heldIn('ticket_signals', signals, signalsOnline, signalsDev),
    bindings,
  },
];

/** Between the two weeks the chat came into use. */
export const statistics: readonly RecordStatisticsInput[] = [
  {
    id: featureTable('ticket_signals'),
    materialisation: 'lake',
    at: '2026-01-04T07:00:00Z',
    rowCount: 3_120,
    fields: [
      {
        name: 'channel',
        count: 3_120,
        nulls: 0,
        distinct: 2,
        topValues: [
          { value: 'phone', count: 2_184 },
          { value: 'mail', count: 936 },
        ],
      },
      { name: 'words', count: 3_120, nulls: 0, min: 1, max: 2_044, mean: 96, stddev: 110 },
      { name: 'anger', count: 3_120, nulls: 0, min: 0, max: 0.99, mean: 0.31, stddev: 0.22 },
    ],
  },
  {
    id: featureTable('ticket_signals'),
    materialisation: 'lake',
    at: '2026-01-11T07:00:00Z',
    rowCount: 4_476,
    fields: [
      {
        name: 'channel',
        count: 4_476,
        nulls: 0,
        distinct: 3,
        topValues: [
          { value: 'phone', count: 1_970 },
          { value: 'chat', count: 1_701 },
        ],
      },
      { name: 'words', count: 4_476, nulls: 0, min: 1, max: 1_873, mean: 58, stddev: 91 },
      { name: 'anger', count: 4_476, nulls: 0, min: 0, max: 1, mean: 0.37, stddev: 0.25 },
    ],
  },
];
