import { bindings, heldIn } from '../company/feature-store.js';
import { featureTable, HALDEN, segmentVersion } from '../company/segments.js';
import type { RecordStatisticsInput, RegisterFeatureTableInput } from '../generated/inputs.js';
import { id } from '../id.js';
import { health, healthDev, healthOnline } from './data.js';

export const featureTables: readonly RegisterFeatureTableInput[] = [
  {
    namespace: HALDEN,
    name: 'cell_health',
    description: 'How a cell is doing: what probes measured, which alarms it raised, what weather comes',
    owner: 'team:default/network-analytics',
    computedBy: id('workflow', HALDEN, 'cell-health'),
    keys: [{ name: 'cell_id', dataType: 'STRING' }],
    eventTime: { name: 'as_of', dataType: 'TIMESTAMP' },
    cadence: 'PT1H',
    expectedFreshness: 'PT2H',
    tags: ['gold', 'real-time'],
    features: [
      { name: 'technology', dataType: 'STRING', semanticKind: 'CATEGORICAL', description: '2G, 4G, 5G' },
      {
        name: 'age_months',
        dataType: 'INT',
        semanticKind: 'NUMERIC',
        unit: 'months',
        description: 'Since the equipment was installed',
        computedBy: segmentVersion('months-between'),
      },
      {
        name: 'latency_p95_ms',
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        unit: 'ms',
        description: '95 of 100 packets of the last hour were faster',
        computedBy: segmentVersion('counter-window'),
        tags: ['network-quality', 'real-time'],
      },
      {
        name: 'packet_loss_rate',
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        description: 'Share of the packets of the last hour that were lost',
        computedBy: segmentVersion('counter-window'),
        tags: ['network-quality', 'real-time'],
      },
      {
        name: 'temperature_max_c',
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        unit: '°C',
        description: 'The highest in the cabinet in the last hour',
        computedBy: segmentVersion('counter-window'),
        tags: ['real-time'],
      },
      {
        name: 'alarms_24h',
        dataType: 'INT',
        semanticKind: 'NUMERIC',
        nullPolicy: 'DEFAULT',
        default: 0,
        description: 'Alarms in 24 hours',
        computedBy: segmentVersion('alarm-window'),
        tags: ['real-time'],
      },
      {
        name: 'critical_alarms_24h',
        dataType: 'INT',
        semanticKind: 'NUMERIC',
        nullPolicy: 'DEFAULT',
        default: 0,
        description: 'Critical ones among them',
        computedBy: segmentVersion('alarm-window'),
        tags: ['real-time'],
      },
      {
        name: 'wind_max_ms',
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        unit: 'm/s',
        description: 'The strongest wind that is forecast for the next 24 hours at the nearest point',
        computedBy: segmentVersion('nearest-weather'),
      },
      {
        name: 'alarm_embedding',
        dataType: 'VECTOR',
        semanticKind: 'EMBEDDING',
        dimension: 128,
        description: 'What the text of the last alarm means',
        computedBy: segmentVersion('text-embedding'),
      },
    ],
    materialisations: heldIn('cell_health', health, healthOnline, healthDev),
    bindings,
  },
];

/** Between the two weeks it froze. */
export const statistics: readonly RecordStatisticsInput[] = [
  {
    id: featureTable('cell_health'),
    materialisation: 'lake',
    at: '2026-01-04T05:00:00Z',
    rowCount: 18_422,
    fields: [
      { name: 'temperature_max_c', count: 18_311, nulls: 111, min: 3.2, max: 61.4, mean: 27.5, stddev: 6.1 },
      { name: 'latency_p95_ms', count: 18_311, nulls: 111, min: 9, max: 940, mean: 41, stddev: 33 },
      { name: 'critical_alarms_24h', count: 18_422, nulls: 0, min: 0, max: 19, mean: 0.04, stddev: 0.31 },
    ],
  },
  {
    id: featureTable('cell_health'),
    materialisation: 'lake',
    at: '2026-01-11T05:00:00Z',
    rowCount: 18_425,
    fields: [
      { name: 'temperature_max_c', count: 17_096, nulls: 1_329, min: -14.8, max: 58.9, mean: 16.2, stddev: 9.7 },
      { name: 'latency_p95_ms', count: 18_290, nulls: 135, min: 9, max: 1_120, mean: 43, stddev: 38 },
      { name: 'critical_alarms_24h', count: 18_425, nulls: 0, min: 0, max: 44, mean: 0.19, stddev: 0.97 },
    ],
  },
];
