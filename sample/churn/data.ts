import { CRM, LAKE, LAKE_DEV, ONLINE, WAREHOUSE } from '../company/sources.js';
import { dataset } from '../dataset.js';

const OWNER = 'team:churn-analytics';

const PROFILE = {
  customer_id: 'bigint',
  as_of: 'timestamp',
  region: 'string',
  tariff: 'string',
  monthly_fee: 'decimal(10,2)',
  tenure_months: 'int',
  months_to_contract_end: 'int',
};
const USAGE = {
  customer_id: 'bigint',
  as_of: 'timestamp',
  calls_30d: 'int',
  minutes_30d: 'double',
  gigabytes_30d: 'double',
  dropped_call_rate_30d: 'double',
  complaints_90d: 'int',
};
const profileAbout = 'What a customer is: region, tariff, how long with us and how long to go';
const usageAbout = 'What a customer did in the last weeks';

export const profile = dataset({ namespace: LAKE, name: 'features/customer_profile', about: profileAbout, owner: OWNER, columns: PROFILE });
export const profileOnline = dataset({ namespace: ONLINE, name: 'customer_profile', about: profileAbout, owner: OWNER, columns: PROFILE });
export const profileDev = dataset({
  namespace: LAKE_DEV,
  name: 'features/customer_profile',
  about: profileAbout,
  owner: OWNER,
  columns: PROFILE,
});

export const usage = dataset({ namespace: LAKE, name: 'features/customer_usage', about: usageAbout, owner: OWNER, columns: USAGE });
export const usageOnline = dataset({ namespace: ONLINE, name: 'customer_usage', about: usageAbout, owner: OWNER, columns: USAGE });
export const usageDev = dataset({ namespace: LAKE_DEV, name: 'features/customer_usage', about: usageAbout, owner: OWNER, columns: USAGE });

export const cancellations = dataset({
  namespace: CRM,
  name: 'crm.public.cancellations',
  about: 'Who left, when and why',
  owner: 'team:crm',
  columns: { customer_id: 'int8', cancelled_on: 'date', reason: 'text' },
});

export const labels = dataset({
  namespace: LAKE,
  name: 'curated/churn/labels',
  about: '1 for customers who cancelled within 60 days, else 0',
  owner: OWNER,
  columns: { customer_id: 'bigint', churned: 'double' },
});

export const model = dataset({
  namespace: LAKE,
  name: 'models/churn/gradient-boosted-trees',
  about: 'The model that scores customers now',
  owner: OWNER,
  columns: {},
});

export const scores = dataset({
  namespace: WAREHOUSE,
  name: 'ANALYTICS.CHURN.CHURN_SCORES',
  about: 'How likely each customer is to leave within 60 days',
  owner: OWNER,
  columns: { CUSTOMER_ID: 'BIGINT', CHURN_PROBABILITY: 'DOUBLE', RISK_BAND: 'STRING', SCORED_AT: 'TIMESTAMP' },
});

export const retentionCalls = dataset({
  namespace: WAREHOUSE,
  name: 'MARKETING.RETENTION.CALL_LIST',
  about: 'Whom the call center calls today with an offer',
  owner: 'team:marketing',
  columns: { CUSTOMER_ID: 'BIGINT', TARIFF: 'STRING', CHURN_PROBABILITY: 'DOUBLE', CALL_BEFORE: 'DATE' },
});

export const datasets = [
  ...[profile, profileOnline, profileDev, usage, usageOnline, usageDev],
  ...[cancellations, labels, model, scores, retentionCalls],
];
