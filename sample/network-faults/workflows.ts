import { codeAt, featureTable, HALDEN, own, pipelineVersion, segmentVersion, stock } from '../company/segments.js';
import { datasetId } from '../dataset.js';
import type { PublishPipelineInput, PublishSegmentInput, PublishWorkflowInput } from '../generated/inputs.js';
import { windowsJarId } from './artifacts.js';
import { alarmTopic, cells, counters, forecast, health, labels } from './data.js';

export const segments: readonly PublishSegmentInput[] = [
  {
    namespace: HALDEN,
    name: 'counter-window',
    description: 'One row per cell from what probes measure every minute',
    definition: {
      language: 'Scala',
      code: { ...codeAt('network/windows/CounterWindow.scala', 'CounterWindow'), artifact: windowsJarId },
      params: [{ name: 'minutes', type: 'int', default: 60, min: 1 }],
      schema: {
        needs: [
          { name: 'cell_id' },
          { name: 'measured_at', types: ['timestamp'] },
          { name: 'latency_ms', types: ['numeric'] },
          { name: 'packet_loss', types: ['numeric'] },
          { name: 'temperature_c', types: ['numeric'] },
        ],
        drops: [{ name: 'measured_at' }, { name: 'latency_ms' }, { name: 'packet_loss' }, { name: 'temperature_c' }],
        adds: [
          { name: 'latency_p95_ms', type: 'double' },
          { name: 'packet_loss_rate', type: 'double' },
          { name: 'temperature_max_c', type: 'double' },
        ],
      },
    },
  },
  {
    namespace: HALDEN,
    name: 'alarm-window',
    description: 'One row per cell from its alarms of 24 hours: how many, how many critical, and what the last one says',
    definition: {
      language: 'Scala',
      code: { ...codeAt('network/windows/AlarmWindow.scala', 'AlarmWindow'), artifact: windowsJarId },
      params: [{ name: 'hours', type: 'int', default: 24, min: 1 }],
      schema: {
        needs: [
          { name: 'cell_id' },
          { name: 'severity', types: ['string'] },
          { name: 'raised_at', types: ['timestamp'] },
          { name: 'text', types: ['string'] },
        ],
        drops: [{ name: 'alarm_id' }, { name: 'severity' }, { name: 'raised_at' }, { name: 'cleared_at' }],
        adds: [
          { name: 'alarms_24h', type: 'int' },
          { name: 'critical_alarms_24h', type: 'int' },
        ],
      },
    },
  },
  {
    namespace: HALDEN,
    name: 'nearest-weather',
    description: 'Brings cells together with the forecast for the nearest point: no join on equal keys can',
    definition: { language: 'Scala', code: codeAt('network/NearestWeather.scala', 'NearestWeather') },
  },
];

export const pipelines: readonly PublishPipelineInput[] = [
  { namespace: HALDEN, name: 'counters-of-an-hour', description: 'Probes to one row per cell', steps: [own('counter-window')] },
  {
    namespace: HALDEN,
    name: 'alarms-of-24-hours',
    description: 'Alarms to one row per cell',
    steps: [
      own('alarm-window'),
      own('text-embedding', { inputCol: 'text', outputCol: 'alarm_embedding' }),
      own('drop-columns', { columns: ['text'] }),
    ],
  },
  {
    namespace: HALDEN,
    name: 'cell-health',
    description: 'A cell without alarms has 0 of them',
    steps: [
      own('fill-missing', { columns: ['alarms_24h', 'critical_alarms_24h'] }),
      own('months-between', { inputCol: 'installed_on', outputCol: 'age_months' }),
      own('drop-columns', { columns: ['installed_on'] }),
      own('as-of'),
    ],
  },
  {
    namespace: HALDEN,
    name: 'fault-model',
    label: 'v7',
    description: 'Which cells will fail within 24 hours',
    steps: [
      stock('StringIndexer', { inputCol: 'technology', outputCol: 'technology_index', handleInvalid: 'keep' }),
      stock('Imputer', {
        inputCols: ['latency_p95_ms', 'packet_loss_rate', 'temperature_max_c'],
        outputCols: ['latency', 'packet_loss', 'temperature'],
        strategy: 'median',
      }),
      stock('VectorAssembler', {
        inputCols: [
          ...['technology_index', 'age_months', 'latency', 'packet_loss', 'temperature'],
          ...['alarms_24h', 'critical_alarms_24h', 'wind_max_ms', 'alarm_embedding'],
        ],
        outputCol: 'features',
      }),
      stock('RandomForestClassifier', { labelCol: 'failed', numTrees: 200, maxDepth: 12 }),
    ],
  },
];

/** What the merge with the weather gives: only its own code knows, so it is said. */
const CELLS_WITH_WEATHER = [
  ...['cell_id', 'technology', 'alarm_embedding'].map((name) => ({ name, type: name === 'alarm_embedding' ? 'vector' : 'string' })),
  { name: 'installed_on', type: 'date' },
  ...['latency_p95_ms', 'packet_loss_rate', 'temperature_max_c', 'wind_max_ms'].map((name) => ({ name, type: 'double' })),
  ...['alarms_24h', 'critical_alarms_24h'].map((name) => ({ name, type: 'int' })),
];

/** Files, a database, a Kafka topic and an HTTP service come together. */
export const workflows: readonly PublishWorkflowInput[] = [
  {
    namespace: HALDEN,
    name: 'cell-health',
    description: 'How each cell is doing',
    definition: {
      nodes: [
        { id: 'counters', kind: 'SOURCE', dataset: datasetId(counters) },
        { id: 'cells', kind: 'SOURCE', dataset: datasetId(cells) },
        { id: 'alarms', kind: 'SOURCE', dataset: datasetId(alarmTopic) },
        { id: 'weather', kind: 'SOURCE', dataset: datasetId(forecast) },
        { id: 'measured', kind: 'PIPELINE', inputs: ['counters'], pipelineVersion: pipelineVersion('counters-of-an-hour') },
        { id: 'alarmed', kind: 'PIPELINE', inputs: ['alarms'], pipelineVersion: pipelineVersion('alarms-of-24-hours') },
        { id: 'known', kind: 'MERGE', inputs: ['cells', 'measured', 'alarmed'], merge: { how: 'LEFT', on: ['cell_id'] } },
        {
          id: 'with-weather',
          kind: 'MERGE',
          inputs: ['known', 'weather'],
          merge: { how: 'CUSTOM', segmentVersion: segmentVersion('nearest-weather') },
          columns: CELLS_WITH_WEATHER,
        },
        { id: 'health', kind: 'PIPELINE', inputs: ['with-weather'], pipelineVersion: pipelineVersion('cell-health') },
        { id: 'stored', kind: 'SINK', inputs: ['health'], dataset: datasetId(health) },
      ],
    },
  },
];

export const trainings: readonly PublishWorkflowInput[] = [
  {
    namespace: HALDEN,
    name: 'fault-training',
    label: 'v7',
    description: 'Trains the fault model on hours for which it is known what failed',
    definition: {
      nodes: [
        { id: 'health', kind: 'SOURCE', dataset: featureTable('cell_health') },
        { id: 'labels', kind: 'SOURCE', dataset: datasetId(labels) },
        { id: 'labelled', kind: 'MERGE', inputs: ['health', 'labels'], merge: { how: 'INNER', on: ['cell_id', 'as_of'] } },
        { id: 'model', kind: 'PIPELINE', inputs: ['labelled'], pipelineVersion: pipelineVersion('fault-model') },
      ],
    },
  },
];
