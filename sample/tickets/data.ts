import { LAKE, LAKE_DEV, ONLINE, WAREHOUSE } from '../company/sources.js';
import { dataset } from '../dataset.js';

const OWNER = 'team:care-analytics';

const SIGNALS = {
  ticket_id: 'string',
  as_of: 'timestamp',
  channel: 'string',
  words: 'int',
  anger: 'double',
  text_embedding: 'vector',
  customer_churn_probability: 'double',
  cell_fault_probability: 'double',
};
const about = 'What is known of a ticket when it is opened: what it says, who wrote it, what goes on in the network there';

export const signals = dataset({ namespace: LAKE, name: 'features/ticket_signals', about, owner: OWNER, columns: SIGNALS });
export const signalsOnline = dataset({ namespace: ONLINE, name: 'ticket_signals', about, owner: OWNER, columns: SIGNALS });
export const signalsDev = dataset({ namespace: LAKE_DEV, name: 'features/ticket_signals', about, owner: OWNER, columns: SIGNALS });

export const handled = dataset({
  namespace: WAREHOUSE,
  name: 'CARE.TICKETS.HANDLED',
  about: 'Tickets that were closed, with the priority that they should have had',
  owner: 'team:customer-care',
  columns: { ticket_id: 'STRING', priority: 'STRING' },
});

export const model = dataset({
  namespace: LAKE,
  name: 'models/tickets/ranker',
  about: 'The model that ranks tickets now',
  owner: OWNER,
  columns: {},
});

export const queue = dataset({
  namespace: WAREHOUSE,
  name: 'ANALYTICS.CARE.TICKET_QUEUE',
  about: 'In which order agents take tickets',
  owner: OWNER,
  columns: { TICKET_ID: 'STRING', PRIORITY: 'STRING', RANK: 'INT', RANKED_AT: 'TIMESTAMP' },
});

export const datasets = [signals, signalsOnline, signalsDev, handled, model, queue];
