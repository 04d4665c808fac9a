import { everyDay, once } from '../calendar.js';
import { scores } from '../churn/data.js';
import { tickets, usageDays } from '../company/data.js';
import { AIRFLOW, SPARK } from '../company/sources.js';
import { computed, copied, copies, copiesOfAll, filteredBy, type Job } from '../job.js';
import { faults } from '../network-faults/data.js';
import { handled, model, queue, signals, signalsOnline } from './data.js';

const owner = 'team:care-analytics';

const daily: Job = {
  engine: AIRFLOW,
  name: 'tickets_daily',
  about: 'Ranks the open tickets before the agents come',
  owner,
  code: { path: 'dags/tickets_daily.py', version: '30b7d4c' },
  executions: everyDay('06:15', 60),
};

export const jobs: readonly Job[] = [
  daily,
  {
    engine: SPARK,
    name: 'tickets.build_signals',
    about: 'Computes what is known of each open ticket, also from the scores of customers and cells',
    owner,
    partOf: daily,
    code: { path: 'tickets/features.py', version: '30b7d4c' },
    reads: [tickets, scores, usageDays, faults],
    writes: [
      {
        dataset: signals,
        columns: {
          ...copies(tickets, 'ticket_id', 'channel'),
          words: [computed(tickets, 'body', 'number of words')],
          anger: [computed(tickets, 'body', 'anger-score')],
          text_embedding: [computed(tickets, 'subject', 'text-embedding 3'), computed(tickets, 'body', 'text-embedding 3')],
          customer_churn_probability: [copied(scores, 'CHURN_PROBABILITY')],
          cell_fault_probability: [copied(faults, 'FAULT_PROBABILITY')],
        },
        rows: [filteredBy(tickets, 'opened_at', 'open tickets'), filteredBy(usageDays, 'home_cell', 'to find the cell')],
      },
    ],
    executions: everyDay('06:20', 12, { sat: 'TimeoutException: no answer from registry.halden.example/text-embedding:3 within 300 s' }),
  },
  {
    engine: SPARK,
    name: 'tickets.publish_online',
    about: 'Copies the signals to the online store, for tickets that are opened during the day',
    owner,
    partOf: daily,
    code: { path: 'tickets/publish.py', version: '30b7d4c' },
    reads: [signals],
    writes: [
      {
        dataset: signalsOnline,
        columns: copiesOfAll(signals),
      },
    ],
    executions: everyDay('06:40', 2),
  },
  {
    engine: SPARK,
    name: 'tickets.train',
    about: 'Trains the ranker once a week',
    owner,
    code: { path: 'tickets/train.py', version: '30b7d4c' },
    reads: [signals, handled],
    writes: [{ dataset: model }],
    executions: once('sun', '08:00', 33),
  },
  {
    engine: SPARK,
    name: 'tickets.prioritise',
    about: 'Ranks open tickets',
    owner,
    partOf: daily,
    code: { path: 'tickets/score.py', version: '30b7d4c' },
    reads: [signals, model],
    writes: [
      {
        dataset: queue,
        columns: {
          TICKET_ID: [copied(signals, 'ticket_id')],
          RANK: (['channel', 'words', 'anger', 'text_embedding', 'customer_churn_probability', 'cell_fault_probability'] as const).map(
            (column) => computed(signals, column, 'by the model'),
          ),
          PRIORITY: [computed(signals, 'anger', 'by the model'), computed(signals, 'customer_churn_probability', 'by the model')],
        },
      },
    ],
    executions: everyDay('06:50', 4),
  },
];
