import { dataset } from '../dataset.js';
import { CRM, EVENTS, HADOOP, LAKE } from './sources.js';

/** What several use cases read. */
export const customers = dataset({
  namespace: CRM,
  name: 'crm.public.customers',
  about: 'One row per customer, private and business',
  owner: 'team:crm',
  columns: {
    customer_id: 'int8',
    full_name: 'text',
    email: 'text',
    date_of_birth: 'date',
    region: 'varchar(40)',
    signed_up_on: 'date',
    marketing_consent: 'bool',
  },
});

export const contracts = dataset({
  namespace: CRM,
  name: 'crm.public.contracts',
  about: 'What a customer pays for, and until when',
  owner: 'team:crm',
  columns: { contract_id: 'int8', customer_id: 'int8', tariff: 'text', monthly_fee: 'numeric(10,2)', starts_on: 'date', ends_on: 'date' },
});

export const lakeCustomers = dataset({
  namespace: LAKE,
  name: 'raw/crm/customers',
  about: 'Customers as of this night, without names, e-mail as a hash',
  owner: 'team:data-platform',
  columns: { customer_id: 'bigint', email_hash: 'string', region: 'string', signed_up_on: 'date' },
});

export const lakeContracts = dataset({
  namespace: LAKE,
  name: 'raw/crm/contracts',
  about: 'Contracts as of this night',
  owner: 'team:data-platform',
  columns: { customer_id: 'bigint', tariff: 'string', monthly_fee: 'decimal(10,2)', starts_on: 'date', ends_on: 'date' },
});

export const callRecords = dataset({
  namespace: HADOOP,
  name: '/data/cdr',
  about: 'Call detail records: each call and data session, kept for 90 days',
  owner: 'team:data-platform',
  columns: {
    customer_id: 'bigint',
    cell_id: 'string',
    started_at: 'timestamp',
    duration_s: 'int',
    bytes_down: 'bigint',
    dropped: 'boolean',
  },
});

export const usageDays = dataset({
  namespace: LAKE,
  name: 'curated/usage/customer_days',
  about: 'What each customer did on each day, and in which cell most of it',
  owner: 'team:data-platform',
  columns: {
    customer_id: 'bigint',
    day: 'date',
    home_cell: 'string',
    calls: 'int',
    minutes: 'double',
    gigabytes: 'double',
    dropped_calls: 'int',
  },
});

const TICKET = {
  ticket_id: 'string',
  customer_id: 'bigint',
  channel: 'string',
  subject: 'string',
  body: 'string',
  opened_at: 'timestamp',
};

export const ticketTopic = dataset({
  namespace: EVENTS,
  name: 'care.tickets.v1',
  about: 'Each ticket as it is opened, by phone, chat or mail',
  owner: 'team:customer-care',
  columns: TICKET,
});

export const tickets = dataset({
  namespace: LAKE,
  name: 'raw/care/tickets',
  about: 'All tickets since 2021',
  owner: 'team:data-platform',
  columns: TICKET,
});
