import { columnId } from '../dataset.js';
import type { Part } from '../part.js';
import { callRecords, contracts, customers, lakeContracts, lakeCustomers, tickets, ticketTopic, usageDays } from './data.js';
import { jobs } from './jobs.js';
import { segments } from './segments.js';
import { sources } from './sources.js';

/** What all use cases share. */
export const company: Part = {
  owner: 'team:default/data-platform',
  domain: 'customers',
  sources,
  domains: [
    { name: 'customers', description: 'Who our customers are, and what they have with us' },
    { name: 'network', description: 'What our network is made of, and how it is doing' },
  ],
  terms: [
    { name: 'customer', description: 'A person or company that has, or had, a contract with us' },
    { name: 'contract', description: 'What a customer pays for, and until when', related: ['customer'] },
    { name: 'ticket', description: 'A request or complaint of a customer' },
    { name: 'personal data', description: 'What tells who a customer is. It stays in the data center' },
  ],
  datasets: [customers, contracts, lakeCustomers, lakeContracts, callRecords, usageDays, ticketTopic, tickets],
  jobs,
  segments,
  pipelines: [],
  workflows: [],
  featureTables: [],
  trainings: [],
  statistics: [],
  tagged: {
    'personal-data': [
      columnId(customers, 'full_name'),
      columnId(customers, 'email'),
      columnId(customers, 'date_of_birth'),
      columnId(tickets, 'body'),
      columnId(ticketTopic, 'body'),
    ],
  },
  means: {
    customer: [columnId(customers, 'customer_id'), columnId(lakeCustomers, 'customer_id')],
    contract: [columnId(contracts, 'contract_id')],
    ticket: [columnId(tickets, 'ticket_id'), columnId(ticketTopic, 'ticket_id')],
    'personal data': [columnId(customers, 'full_name'), columnId(customers, 'email'), columnId(customers, 'date_of_birth')],
  },
  owners: [
    { id: columnId(customers, 'signed_up_on'), owner: 'ruth.kelly', role: 'STEWARD' },
    { id: columnId(customers, 'email'), owner: 'ruth.kelly', role: 'STEWARD' },
  ],
  descriptions: [
    { id: 'person:default/ruth.kelly', text: 'Data protection officer. Call extension 1100' },
    { id: 'team:default/crm', text: 'Runs the customer database. Call extension 2210, or write to crm@halden.example' },
    { id: 'team:default/data-platform', text: 'Runs the data lake and what fills it. Call extension 3300, day and night' },
    { id: 'team:default/customer-care', text: 'Talks with customers. Call extension 5000' },
    { id: 'tag:default/personal-data', text: 'Tells who a customer is, or may do so' },
    { id: columnId(customers, 'signed_up_on'), text: 'The day of the first contract, also when others came later' },
    { id: columnId(customers, 'region'), text: 'Where the contract is billed to, one of 14' },
  ],
};
