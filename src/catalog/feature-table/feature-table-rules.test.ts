import { describe, expect, test } from '@jest/globals';
import { define, type FeatureDraft, type FeatureTableDraft, references } from './definition.js';
import { MAX_FEATURES, violations } from './feature-table-rules.js';

const spend: FeatureDraft = { name: 'spend', dataType: 'DOUBLE', semanticKind: 'NUMERIC', unit: 'EUR', default: 0, nullPolicy: 'DEFAULT' };
const offline = { name: 'lake', store: 'OFFLINE' as const, environment: 'prod', dataset: 'dataset:s3/churn', location: '${lake}/churn' };

const VALID: FeatureTableDraft = {
  description: 'What a customer did',
  owner: 'ana',
  tags: ['churn', 'tag:default/pii'],
  keys: [{ name: 'customer_id', dataType: 'LONG', engineType: 'bigint' }],
  eventTime: { name: 'as_of', dataType: 'TIMESTAMP' },
  cadence: 'P1D',
  expectedFreshness: 'PT36H',
  computedBy: 'job:etl/churn',
  features: [spend, { name: 'plan', dataType: 'STRING', semanticKind: 'CATEGORICAL', tags: ['pii'] }],
  materialisations: [offline, { ...offline, name: 'cache', store: 'ONLINE', dataset: 'dataset:redis/churn', location: null }],
  bindings: [{ environment: 'prod', values: [{ name: 'lake', value: 's3://lake' }] }],
};

function rulesBroken(draft: FeatureTableDraft, unknown: readonly string[] = []): string[] {
  const definition = define(draft);
  const known = new Set(
    references(definition)
      .map(({ id }) => id)
      .filter((id) => !unknown.includes(id)),
  );
  return violations(definition, known).map(({ rule, path }) => `${rule} ${path.join('.')}`);
}

const withFeature = (feature: Partial<FeatureDraft>): FeatureTableDraft => ({ ...VALID, features: [{ ...spend, ...feature }] });
const plain = (name: string): FeatureDraft => ({ name, dataType: 'INT', semanticKind: 'NUMERIC' });

test('a definition with everything is valid, and so is one with a feature alone', () => {
  expect(rulesBroken(VALID)).toEqual([]);
  expect(rulesBroken({ features: [plain('a')] })).toEqual([]);
});

describe('each rule', () => {
  test.each<[string, FeatureTableDraft]>([
    ['at-least-one-feature features', { ...VALID, features: [] }],
    ['bounded-size features', { ...VALID, features: Array.from({ length: MAX_FEATURES + 1 }, (_, i) => plain(`f${i}`)) }],
    ['bounded-size keys', { ...VALID, keys: Array.from({ length: 51 }, (_, i) => ({ name: `k${i}`, dataType: 'LONG' as const })) }],
    ['bounded-size features.0.tags', withFeature({ tags: Array.from({ length: 101 }, (_, i) => `t${i}`) })],
    ['bounded-size features.0.default', withFeature({ dataType: 'STRING', semanticKind: 'TEXT', default: 'x'.repeat(10_000) })],
    ['name-form features.0.name', withFeature({ name: '' })],
    ['name-form features.0.name', withFeature({ name: ' spend' })],
    ['name-form features.0.name', withFeature({ name: 'a\nb' })],
    ['name-form features.0.name', withFeature({ name: 'x'.repeat(201) })],
    ['name-form features.0.columns.0.column', withFeature({ columns: [{ column: '' }] })],
    ['name-form bindings.1.environment', { ...VALID, bindings: [...VALID.bindings!, { environment: '', values: [] }] }],
    ['unique-name features.1.name', { ...VALID, features: [spend, spend] }],
    ['unique-name features.0.name', withFeature({ name: 'customer_id' })],
    ['unique-name eventTime.name', { ...VALID, eventTime: { name: 'customer_id', dataType: 'DATE' } }],
    ['unique-name materialisations.1.name', { ...VALID, materialisations: [offline, { ...offline, store: 'ONLINE' }] }],
    ['unique-name bindings.1.environment', { ...VALID, bindings: [...VALID.bindings!, { environment: 'prod', values: [] }] }],
    ['one-per-environment-and-store materialisations.1', { ...VALID, materialisations: [offline, { ...offline, name: 'copy' }] }],
    ['key-type keys.0.dataType', { ...VALID, keys: [{ name: 'customer_id', dataType: 'DOUBLE' }] }],
    ['event-time-type eventTime.dataType', { ...VALID, eventTime: { name: 'as_of', dataType: 'LONG' } }],
    ['duration-form cadence', { ...VALID, cadence: 'daily' }],
    ['duration-form expectedFreshness', { ...VALID, expectedFreshness: 'P0D' }],
    ['bound-name materialisations.0.location', { ...VALID, bindings: [] }],
    ['bound-name materialisations.0.location', { ...VALID, materialisations: [{ ...offline, location: '${lake}/${team}' }] }],
    ['owner-id owner', { ...VALID, owner: 'tag:default/x' }],
    ['owner-id features.0.owner', withFeature({ owner: 'job:a/b' })],
    ['tag-id tags', { ...VALID, tags: ['person:default/ana'] }],
    ['tag-id features.0.tags', withFeature({ tags: ['tag:'] })],
    ['materialised-in-dataset materialisations.0.dataset', { ...VALID, materialisations: [{ ...offline, dataset: 'job:a/b' }] }],
    ['computed-by-kind computedBy', { ...VALID, computedBy: 'segment-version:default/scale/1' }],
    ['computed-by-kind features.0.computedBy', withFeature({ computedBy: 'job:a/b' })],
    ['computed-one-way features.0.computedBy', withFeature({ computedBy: 'segment-version:default/scale/1', expression: 'a + b' })],
    ['known-materialisation features.0.columns.0.materialisation', withFeature({ columns: [{ column: 'c', materialisation: 'dev' }] })],
    ['one-column-per-materialisation features.0.columns.1.materialisation', withFeature({ columns: [{ column: 'c' }, { column: 'd' }] })],
    ['kind-fits-type features.0.semanticKind', withFeature({ semanticKind: 'TEXT' })],
    ['embedding-has-dimension features.0.dimension', withFeature({ dataType: 'VECTOR', semanticKind: 'EMBEDDING', default: [1] })],
    ['dimension-of-embedding features.0.dimension', withFeature({ dimension: 3 })],
    [
      'dimension-in-bounds features.0.dimension',
      withFeature({ dataType: 'VECTOR', semanticKind: 'EMBEDDING', dimension: 0, default: null, nullPolicy: null }),
    ],
    ['default-is-there features.0.default', withFeature({ default: null })],
    ['default-fits-type features.0.default', withFeature({ default: 'much' })],
    [
      'default-fits-dimension features.0.default',
      withFeature({ dataType: 'VECTOR', semanticKind: 'EMBEDDING', dimension: 3, default: [1, 2] }),
    ],
  ])('%s', (broken, draft) => {
    expect(rulesBroken(draft)).toEqual([broken]);
  });

  test('what is referred to has to be there', () => {
    const draft = withFeature({ computedBy: 'segment-version:default/scale/1' });
    expect(rulesBroken(draft, ['segment-version:default/scale/1', 'dataset:redis/churn', 'job:etl/churn'])).toEqual([
      'known-id computedBy',
      'known-id materialisations.1.dataset',
      'known-id features.0.computedBy',
    ]);
  });
});

test('all violations at once, each with a message and a remedy', () => {
  const problems = violations(
    define({ features: [{ ...spend, default: 'much', dimension: 2 }], cadence: 'x', eventTime: { name: 'spend', dataType: 'BOOLEAN' } }),
    new Set(),
  );
  expect(problems.map(({ rule }) => rule)).toEqual([
    'unique-name',
    'event-time-type',
    'duration-form',
    'dimension-of-embedding',
    'default-fits-type',
  ]);
  expect(problems[4]).toEqual({
    rule: 'default-fits-type',
    path: ['features', '0', 'default'],
    message: 'The feature "spend" is DOUBLE, and its default is "much".',
    remedy: 'The default of DOUBLE is a number.',
  });
  expect(problems.every(({ message, remedy }) => message !== '' && remedy !== '')).toBe(true);
});
