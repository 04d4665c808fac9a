import { featureTable } from '../company/segments.js';
import { columnId, datasetId } from '../dataset.js';
import type { Part } from '../part.js';
import { datasets, handled, queue } from './data.js';
import { featureTables, statistics } from './features.js';
import { jobs } from './jobs.js';
import { modelled } from './model.js';
import { pipelines, segments, trainings, workflows } from './workflows.js';

/** Which tickets matter most, so that agents take them first. */
export const ticketPriority: Part = {
  owner: 'team:default/care-analytics',
  domain: 'care',
  domains: [{ name: 'care', parent: 'customers', description: 'Helping customers' }],
  terms: [{ name: 'ticket priority', description: 'URGENT, HIGH or NORMAL: how soon somebody has to answer', related: ['ticket'] }],
  datasets,
  jobs,
  segments,
  pipelines,
  workflows,
  featureTables,
  trainings,
  statistics,
  modelled,
  tagged: { gold: [datasetId(queue)] },
  means: {
    ticket: [featureTable('ticket_signals')],
    'ticket priority': [columnId(handled, 'priority'), columnId(queue, 'PRIORITY')],
  },
  owners: [{ id: featureTable('ticket_signals'), owner: 'noor.bakker', role: 'ON_CALL' }],
  descriptions: [
    { id: 'person:default/noor.bakker', text: 'Data scientist. Call extension 5033' },
    { id: 'team:default/care-analytics', text: 'Ranks tickets. Call extension 5030' },
  ],
};
