import { featureTable } from '../company/segments.js';
import { columnId, datasetId } from '../dataset.js';
import type { Part } from '../part.js';
import { windowsJar } from './artifacts.js';
import { alarms, alarmTopic, cells, datasets, faults, labels } from './data.js';
import { featureTables, statistics } from './features.js';
import { jobs } from './jobs.js';
import { modelled } from './model.js';
import { pipelines, segments, trainings, workflows } from './workflows.js';

/** Which radio cells will fail, so that somebody drives there before they do. */
export const networkFaults: Part = {
  owner: 'team:default/network-analytics',
  domain: 'radio-access',
  domains: [{ name: 'radio-access', parent: 'network', description: 'Cells, and what phones have to do with them' }],
  terms: [
    { name: 'cell', description: 'What one antenna covers' },
    { name: 'alarm', description: 'Equipment says that something is wrong', related: ['cell'] },
    { name: 'network fault', description: 'A cell does not serve anybody for ten minutes or more', related: ['cell', 'alarm'] },
  ],
  datasets,
  jobs,
  artifacts: [windowsJar],
  segments,
  pipelines,
  workflows,
  featureTables,
  trainings,
  statistics,
  modelled,
  tagged: { gold: [datasetId(faults)], 'real-time': [datasetId(alarmTopic)] },
  means: {
    cell: [columnId(cells, 'cell_id'), featureTable('cell_health')],
    alarm: [datasetId(alarmTopic), datasetId(alarms)],
    'network fault': [columnId(labels, 'failed'), columnId(faults, 'FAULT_PROBABILITY')],
  },
  owners: [{ id: featureTable('cell_health'), owner: 'lena.vogt', role: 'ON_CALL' }],
  descriptions: [
    { id: 'person:default/lena.vogt', text: 'Radio engineer. Call extension 7021' },
    { id: 'team:default/network-analytics', text: 'Forecasts what will fail. Call extension 7020' },
    { id: 'team:default/network-operations', text: 'Watches the network. Call extension 7000, day and night' },
    { id: 'team:default/field-service', text: 'Drives to where things fail. Call extension 7700' },
    { id: 'tag:default/network-quality', text: 'What customers notice of the network' },
    { id: 'tag:default/real-time', text: 'Minutes old, not days' },
  ],
};
