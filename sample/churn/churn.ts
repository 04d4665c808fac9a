import { featureTable } from '../company/segments.js';
import { columnId, datasetId } from '../dataset.js';
import type { Part } from '../part.js';
import { cancellations, datasets, labels, retentionCalls, scores } from './data.js';
import { featureTables, statistics } from './features.js';
import { jobs } from './jobs.js';
import { modelled } from './model.js';
import { pipelines, segments, trainings, workflows } from './workflows.js';

/** Which customers will leave, so that somebody calls them before they do. */
export const churn: Part = {
  owner: 'team:default/churn-analytics',
  domain: 'retention',
  domains: [{ name: 'retention', parent: 'customers', description: 'Keeping customers' }],
  terms: [
    { name: 'churn', description: 'A customer ends the last contract', related: ['customer', 'contract'] },
    { name: 'voluntary churn', parent: 'churn', description: 'The customer wanted it: what the model forecasts' },
    { name: 'involuntary churn', parent: 'churn', description: 'We wanted it, because of unpaid bills' },
  ],
  datasets,
  jobs,
  segments,
  pipelines,
  workflows,
  featureTables,
  trainings,
  statistics,
  modelled,
  tagged: { gold: [datasetId(scores)] },
  means: {
    churn: [columnId(cancellations, 'cancelled_on'), datasetId(cancellations)],
    'voluntary churn': [columnId(labels, 'churned'), columnId(scores, 'CHURN_PROBABILITY')],
    customer: [featureTable('customer_profile'), featureTable('customer_usage')],
  },
  owners: [
    { id: featureTable('customer_profile'), owner: 'amir.haddad', role: 'ON_CALL' },
    { id: featureTable('customer_usage'), owner: 'amir.haddad', role: 'ON_CALL' },
    { id: datasetId(scores), owner: 'amir.haddad', role: 'ON_CALL' },
  ],
  descriptions: [
    { id: 'person:default/amir.haddad', text: 'Data scientist. Call extension 4417' },
    { id: 'team:default/churn-analytics', text: 'Forecasts who will leave. Call extension 4410' },
    { id: 'team:default/marketing', text: 'Makes offers. Call extension 6100' },
    { id: 'tag:default/gold', text: 'Checked every day: others may build on it' },
    { id: 'tag:default/behaviour', text: 'What somebody does, rather than is: it changes quickly' },
    { id: 'tag:default/revenue', text: 'What we earn' },
    { id: 'tag:default/loyalty', text: 'How long somebody has been with us, and will stay' },
    { id: columnId(retentionCalls, 'CALL_BEFORE'), text: 'Afterwards the contract has renewed itself' },
  ],
};
