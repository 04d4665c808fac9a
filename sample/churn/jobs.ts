import { everyDay, once } from '../calendar.js';
import { lakeContracts, lakeCustomers, tickets, usageDays } from '../company/data.js';
import { AIRFLOW, DBT, SPARK } from '../company/sources.js';
import { aggregated, computed, copied, copies, copiesOfAll, filteredBy, type Job } from '../job.js';
import { cancellations, labels, model, profile, profileOnline, retentionCalls, scores, usage, usageOnline } from './data.js';

const owner = 'team:churn-analytics';

/** The DAG whose tasks are all below it. */
const daily: Job = {
  engine: AIRFLOW,
  name: 'churn_daily',
  about: 'Everything about churn that happens at night',
  owner,
  code: { path: 'dags/churn_daily.py', version: '8d02f6a' },
  executions: everyDay('02:00', 120),
};

const features = { engine: SPARK, owner, partOf: daily, code: { path: 'churn/features.py', version: '8d02f6a' } };
const publish = { ...features, code: { path: 'churn/publish.py', version: '8d02f6a' } };

export const jobs: readonly Job[] = [
  daily,
  {
    ...features,
    name: 'churn.build_customer_profile',
    about: 'Computes what a customer is, from customers and contracts',
    reads: [lakeCustomers, lakeContracts],
    writes: [
      {
        dataset: profile,
        columns: {
          ...copies(lakeCustomers, 'customer_id', 'region'),
          ...copies(lakeContracts, 'tariff', 'monthly_fee'),
          tenure_months: [computed(lakeCustomers, 'signed_up_on', 'months until today')],
          months_to_contract_end: [computed(lakeContracts, 'ends_on', 'months from today')],
        },
        rows: [filteredBy(lakeContracts, 'starts_on', 'contracts that have begun')],
      },
    ],
    executions: everyDay('02:10', 14),
  },
  {
    ...features,
    name: 'churn.build_customer_usage',
    about: 'Computes what a customer did, from calls and complaints',
    reads: [usageDays, tickets],
    writes: [
      {
        dataset: usage,
        columns: {
          ...copies(usageDays, 'customer_id'),
          calls_30d: [aggregated(usageDays, 'calls', 'sum of 30 days')],
          minutes_30d: [aggregated(usageDays, 'minutes', 'sum of 30 days')],
          gigabytes_30d: [aggregated(usageDays, 'gigabytes', 'sum of 30 days')],
          dropped_call_rate_30d: [aggregated(usageDays, 'dropped_calls', 'sum of 30 days'), aggregated(usageDays, 'calls', 'divided by')],
          complaints_90d: [aggregated(tickets, 'ticket_id', 'count of 90 days')],
        },
        rows: [filteredBy(usageDays, 'day', 'of the last 30 days'), filteredBy(tickets, 'opened_at', 'of the last 90 days')],
      },
    ],
    executions: everyDay('02:10', 31, { thu: 'java.lang.OutOfMemoryError: Java heap space, in stage 14 (3,112 tasks)' }),
  },
  {
    ...publish,
    name: 'churn.publish_customer_profile',
    about: 'Copies the newest profile of each customer to the online store',
    reads: [profile],
    writes: [{ dataset: profileOnline, columns: copiesOfAll(profile) }],
    executions: everyDay('03:20', 9),
  },
  {
    ...publish,
    name: 'churn.publish_customer_usage',
    about: 'Copies the newest usage of each customer to the online store',
    reads: [usage],
    writes: [{ dataset: usageOnline, columns: copiesOfAll(usage) }],
    executions: everyDay('03:20', 9),
  },
  {
    engine: SPARK,
    name: 'churn.build_labels',
    about: 'Who left within 60 days',
    owner,
    reads: [cancellations],
    writes: [
      {
        dataset: labels,
        columns: { ...copies(cancellations, 'customer_id'), churned: [computed(cancellations, 'cancelled_on', 'within 60 days')] },
      },
    ],
    executions: once('sun', '04:00', 6),
  },
  {
    engine: SPARK,
    name: 'churn.train',
    about: 'Trains the churn model once a week',
    owner,
    code: { path: 'churn/train.py', version: '8d02f6a' },
    reads: [profile, usage, labels],
    writes: [{ dataset: model }],
    executions: once('sun', '05:00', 95),
  },
  {
    engine: SPARK,
    name: 'churn.score',
    about: 'Scores all customers each night',
    owner,
    partOf: daily,
    code: { path: 'churn/score.py', version: '8d02f6a' },
    reads: [profile, usage, model],
    writes: [
      {
        dataset: scores,
        columns: {
          CUSTOMER_ID: [copied(profile, 'customer_id')],
          CHURN_PROBABILITY: [
            computed(profile, 'tariff', 'by the model'),
            computed(profile, 'region', 'by the model'),
            computed(profile, 'monthly_fee', 'by the model'),
            computed(profile, 'tenure_months', 'by the model'),
            computed(profile, 'months_to_contract_end', 'by the model'),
            computed(usage, 'calls_30d', 'by the model'),
            computed(usage, 'minutes_30d', 'by the model'),
            computed(usage, 'gigabytes_30d', 'by the model'),
            computed(usage, 'dropped_call_rate_30d', 'by the model'),
            computed(usage, 'complaints_90d', 'by the model'),
          ],
          RISK_BAND: [computed(profile, 'monthly_fee', 'by the model, weighted by what we would lose')],
        },
      },
    ],
    executions: everyDay('03:30', 18),
  },
  {
    engine: DBT,
    name: 'marketing.retention_call_list',
    about: 'Customers at risk whose contract ends soon',
    owner: 'team:marketing',
    code: { path: 'dbt/models/marketing/retention_call_list.sql', version: 'c77b1e5' },
    sql: `select s.customer_id, c.tariff, s.churn_probability, c.ends_on - 14 as call_before
from analytics.churn.churn_scores s join lake.crm.contracts c using (customer_id)
where s.churn_probability > 0.6 and c.ends_on < current_date + 90`,
    reads: [scores, lakeContracts],
    writes: [
      {
        dataset: retentionCalls,
        columns: {
          CUSTOMER_ID: [copied(scores, 'CUSTOMER_ID')],
          CHURN_PROBABILITY: [copied(scores, 'CHURN_PROBABILITY')],
          TARIFF: [copied(lakeContracts, 'tariff')],
          CALL_BEFORE: [computed(lakeContracts, 'ends_on', '14 days before')],
        },
        rows: [filteredBy(scores, 'CHURN_PROBABILITY', 'above 0.6'), filteredBy(lakeContracts, 'ends_on', 'within 90 days')],
      },
    ],
    executions: everyDay('06:00', 2),
  },
];
