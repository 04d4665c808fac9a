import { bindings, heldIn } from '../company/feature-store.js';
import { featureTable, HALDEN, segmentVersion } from '../company/segments.js';
import type { RecordStatisticsInput, RegisterFeatureTableInput } from '../generated/inputs.js';
import { id } from '../id.js';
import { profile, profileDev, profileOnline, usage, usageDev, usageOnline } from './data.js';

const common = {
  namespace: HALDEN,
  owner: 'team:default/churn-analytics',
  keys: [{ name: 'customer_id', dataType: 'LONG' }],
  eventTime: { name: 'as_of', dataType: 'TIMESTAMP' },
  cadence: 'P1D',
  expectedFreshness: 'PT36H',
  bindings,
} satisfies Partial<RegisterFeatureTableInput>;

export const featureTables: readonly RegisterFeatureTableInput[] = [
  {
    ...common,
    name: 'customer_profile',
    description: 'What a customer is: region, tariff, how long with us and how long to go',
    computedBy: id('workflow', HALDEN, 'customer-profile'),
    tags: ['gold'],
    features: [
      { name: 'region', dataType: 'STRING', semanticKind: 'CATEGORICAL', description: 'One of 14' },
      { name: 'tariff', dataType: 'STRING', semanticKind: 'CATEGORICAL', description: 'Name of the tariff, without options' },
      {
        name: 'monthly_fee',
        dataType: 'DECIMAL',
        engineType: 'decimal(10,2)',
        semanticKind: 'NUMERIC',
        unit: 'EUR',
        description: 'What the contract costs a month, discounts taken off',
        tags: ['revenue'],
      },
      {
        name: 'tenure_months',
        dataType: 'INT',
        semanticKind: 'NUMERIC',
        unit: 'months',
        description: 'Since the customer signed up',
        computedBy: segmentVersion('months-between'),
        tags: ['loyalty'],
      },
      {
        name: 'months_to_contract_end',
        dataType: 'INT',
        semanticKind: 'NUMERIC',
        unit: 'months',
        description: 'Negative when the contract ran out and goes on from month to month',
        computedBy: segmentVersion('months-between'),
        tags: ['loyalty'],
      },
    ],
    materialisations: heldIn('customer_profile', profile, profileOnline, profileDev),
  },
  {
    ...common,
    name: 'customer_usage',
    description: 'What a customer did in the last weeks: calls, data, complaints',
    computedBy: id('workflow', HALDEN, 'customer-usage'),
    features: [
      {
        name: 'calls_30d',
        dataType: 'INT',
        semanticKind: 'NUMERIC',
        description: 'Calls in 30 days',
        computedBy: segmentVersion('usage-window'),
      },
      {
        name: 'minutes_30d',
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        unit: 'minutes',
        description: 'Minutes on the phone in 30 days',
        computedBy: segmentVersion('usage-window'),
        tags: ['behaviour'],
      },
      {
        name: 'gigabytes_30d',
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        unit: 'GB',
        description: 'Data downloaded in 30 days',
        computedBy: segmentVersion('usage-window'),
        tags: ['behaviour'],
      },
      {
        name: 'dropped_call_rate_30d',
        dataType: 'DOUBLE',
        semanticKind: 'NUMERIC',
        description: 'Share of the calls of 30 days that broke off',
        computedBy: segmentVersion('usage-window'),
        tags: ['network-quality', 'behaviour'],
      },
      {
        name: 'complaints_90d',
        dataType: 'INT',
        semanticKind: 'NUMERIC',
        nullPolicy: 'DEFAULT',
        default: 0,
        description: 'Tickets in 90 days',
        computedBy: segmentVersion('count-complaints'),
        owner: 'team:default/care-analytics',
      },
    ],
    materialisations: heldIn('customer_usage', usage, usageOnline, usageDev),
  },
];

/** Between the two weeks a tariff without a data limit came out: see what moved with `statisticsDiff`. */
export const statistics: readonly RecordStatisticsInput[] = [
  {
    id: featureTable('customer_profile'),
    materialisation: 'lake',
    at: '2026-01-04T04:00:00Z',
    rowCount: 1_204_311,
    fields: [
      {
        name: 'tariff',
        count: 1_204_311,
        nulls: 0,
        distinct: 11,
        topValues: [
          { value: 'Flat M', count: 602_155 },
          { value: 'Flat S', count: 337_207 },
          { value: 'Prepaid', count: 168_604 },
        ],
      },
      { name: 'monthly_fee', count: 1_204_311, nulls: 0, min: 4.99, max: 89.99, mean: 24.1, stddev: 11.2 },
      { name: 'tenure_months', count: 1_204_311, nulls: 0, min: 0, max: 291, mean: 41.8, stddev: 38.4 },
    ],
  },
  {
    id: featureTable('customer_profile'),
    materialisation: 'lake',
    at: '2026-01-11T04:00:00Z',
    rowCount: 1_206_870,
    fields: [
      {
        name: 'tariff',
        count: 1_206_870,
        nulls: 0,
        distinct: 12,
        topValues: [
          { value: 'Flat M', count: 530_023 },
          { value: 'Flat S', count: 301_718 },
          { value: 'Unlimited', count: 144_824 },
        ],
      },
      { name: 'monthly_fee', count: 1_206_870, nulls: 0, min: 4.99, max: 89.99, mean: 26.6, stddev: 12.9 },
      { name: 'tenure_months', count: 1_206_870, nulls: 0, min: 0, max: 291, mean: 41.7, stddev: 38.5 },
    ],
  },
  {
    id: featureTable('customer_usage'),
    materialisation: 'lake',
    at: '2026-01-04T04:00:00Z',
    rowCount: 1_204_311,
    fields: [
      {
        name: 'gigabytes_30d',
        count: 1_190_004,
        nulls: 14_307,
        min: 0,
        max: 812.4,
        mean: 18.2,
        stddev: 21.7,
        quantiles: [
          { q: 0.5, value: 11.3 },
          { q: 0.95, value: 58.8 },
        ],
      },
      { name: 'dropped_call_rate_30d', count: 1_131_900, nulls: 72_411, min: 0, max: 1, mean: 0.013, stddev: 0.031 },
      { name: 'complaints_90d', count: 1_204_311, nulls: 0, min: 0, max: 23, mean: 0.11, stddev: 0.44 },
    ],
  },
  {
    id: featureTable('customer_usage'),
    materialisation: 'lake',
    at: '2026-01-11T04:00:00Z',
    rowCount: 1_206_870,
    fields: [
      {
        name: 'gigabytes_30d',
        count: 1_192_661,
        nulls: 14_209,
        min: 0,
        max: 2_104.9,
        mean: 27.9,
        stddev: 44.6,
        quantiles: [
          { q: 0.5, value: 12.1 },
          { q: 0.95, value: 121.5 },
        ],
      },
      { name: 'dropped_call_rate_30d', count: 1_134_212, nulls: 72_658, min: 0, max: 1, mean: 0.014, stddev: 0.033 },
      { name: 'complaints_90d', count: 1_206_870, nulls: 0, min: 0, max: 23, mean: 0.12, stddev: 0.45 },
    ],
  },
];
