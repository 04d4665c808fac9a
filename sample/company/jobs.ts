import { allTheTime, everyDay } from '../calendar.js';
import { aggregated, computed, copies, copiesOfAll, filteredBy, type Job, masked } from '../job.js';
import { callRecords, contracts, customers, lakeContracts, lakeCustomers, tickets, ticketTopic, usageDays } from './data.js';
import { FLINK, SPARK } from './sources.js';

/** What brings the data of all into the lake. */
export const jobs: readonly Job[] = [
  {
    engine: SPARK,
    name: 'platform.export_crm',
    about: 'Copies customers and contracts to the lake each night, and leaves out who they are',
    owner: 'team:data-platform',
    code: { path: 'platform/export_crm.py', version: '41c9e07' },
    reads: [customers, contracts],
    writes: [
      {
        dataset: lakeCustomers,
        columns: { ...copies(customers, 'customer_id', 'region', 'signed_up_on'), email_hash: [masked(customers, 'email', 'SHA-256')] },
      },
      { dataset: lakeContracts, columns: copies(contracts, 'customer_id', 'tariff', 'monthly_fee', 'starts_on', 'ends_on') },
    ],
    executions: everyDay('00:30', 22),
  },
  {
    engine: SPARK,
    name: 'platform.aggregate_calls',
    about: 'Sums up the call records of a day',
    owner: 'team:data-platform',
    code: { path: 'platform/aggregate_calls.py', version: '41c9e07' },
    reads: [callRecords],
    writes: [
      {
        dataset: usageDays,
        columns: {
          ...copies(callRecords, 'customer_id'),
          day: [computed(callRecords, 'started_at', 'date')],
          home_cell: [aggregated(callRecords, 'cell_id', 'most frequent')],
          calls: [aggregated(callRecords, 'started_at', 'count')],
          minutes: [aggregated(callRecords, 'duration_s', 'sum / 60')],
          gigabytes: [aggregated(callRecords, 'bytes_down', 'sum / 10^9')],
          dropped_calls: [aggregated(callRecords, 'dropped', 'count of true')],
        },
        rows: [filteredBy(callRecords, 'started_at', 'of yesterday')],
      },
    ],
    executions: everyDay('00:40', 35, { tue: 'hdfs://namenode.halden.example:8020 is in safe mode' }),
  },
  {
    engine: FLINK,
    name: 'platform.tickets_to_lake',
    about: 'Writes tickets to the lake as they are opened',
    owner: 'team:data-platform',
    streaming: true,
    reads: [ticketTopic],
    writes: [{ dataset: tickets, columns: copiesOfAll(ticketTopic) }],
    executions: allTheTime(),
  },
];
