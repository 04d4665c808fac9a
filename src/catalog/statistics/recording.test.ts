import { describe, expect, test } from '@jest/globals';
import { datasetToMeasure, type FieldDraft, fieldsIn, notMeasured } from './recording.js';
import { violations } from './statistics-rules.js';

const lake = { name: 'lake', store: 'OFFLINE' as const, environment: 'prod', dataset: 'dataset:s3/churn', location: null };
const cache = { ...lake, name: 'cache', store: 'ONLINE' as const, dataset: 'dataset:redis/churn' };

test('the only materialisation need not be named; of several one has to be', () => {
  expect(datasetToMeasure([lake], null)).toBe('dataset:s3/churn');
  expect(datasetToMeasure([lake, cache], 'cache')).toBe('dataset:redis/churn');
  expect(datasetToMeasure([lake, cache], null)).toMatchObject({ rule: 'known-materialisation', remedy: 'Name one of "lake", "cache".' });
  expect(datasetToMeasure([lake], 'cache')).toMatchObject({ rule: 'known-materialisation' });
  expect(datasetToMeasure([], null)).toMatchObject({ rule: 'known-materialisation' });
});

test('statistics are of tables and datasets that are there', () => {
  expect(notMeasured('dataset:a/b', true)).toBeUndefined();
  expect(notMeasured('dataset:a/b', false)).toMatchObject({ rule: 'known-entity' });
  expect(notMeasured('job:a/b', true)).toMatchObject({ rule: 'measured-kind' });
});

test('features are kept under their columns; a dataset’s columns as they are', () => {
  const features = [{ name: 'spend', columns: ['dataset:redis/churn#spend', 'dataset:s3/churn#SPEND'] }];
  expect(fieldsIn('dataset:s3/churn', [{ name: 'spend', mean: 3 }], features).fields).toEqual([
    expect.objectContaining({ column: 'SPEND', feature: 'spend', mean: 3, count: null, quantiles: [] }),
  ]);
  expect(fieldsIn('dataset:s3/churn', [{ name: 'plan' }], features).problems).toMatchObject([
    { rule: 'known-feature', path: ['input', 'fields', '0', 'name'] },
  ]);
  expect(fieldsIn('dataset:s3/churn', [{ name: 'plan' }], undefined)).toMatchObject({
    fields: [{ column: 'plan', feature: null }],
    problems: [],
  });
});

describe('what cannot be right', () => {
  const rulesBroken = (rowCount: number | null, ...drafts: FieldDraft[]): string[] =>
    violations(rowCount, fieldsIn('dataset:a/b', drafts, undefined).fields).map(({ rule, path }) => `${rule} ${path.join('.')}`);
  const x = { name: 'x' };

  test('what can be is taken', () => {
    const full = {
      ...x,
      count: 90,
      nulls: 10,
      distinct: 5,
      min: 1,
      max: 9,
      mean: 4,
      stddev: 0,
      quantiles: [
        { q: 0, value: 1 },
        { q: 0.5, value: 1 },
        { q: 1, value: 9 },
      ],
      topValues: [{ value: 1, count: 60 }],
    };
    expect(rulesBroken(100, full, { name: 'y', min: '2026-01-01', max: '2026-02-01' })).toEqual([]);
    expect(rulesBroken(null)).toEqual([]);
  });

  test.each<[string, number | null, ...FieldDraft[]]>([
    ['whole-count rowCount', -1],
    ['whole-count fields.0.nulls', 5, { ...x, nulls: 1.5 }],
    ['unique-field fields.1', 5, x, x],
    ['counts-agree fields.0.count', 5, { ...x, count: 4, nulls: 2 }],
    ['counts-agree fields.0.distinct', 5, { ...x, count: 4, distinct: 5 }],
    ['mean-between fields.0', null, { ...x, min: 3, max: 2 }],
    ['mean-between fields.0', null, { ...x, min: 3, mean: 2 }],
    ['stddev-not-negative fields.0.stddev', null, { ...x, stddev: -1 }],
    ['scalar-value fields.0.min', null, { ...x, min: [1] }],
    ['quantiles-rise fields.0.quantiles', null, { ...x, quantiles: [{ q: 2, value: 1 }] }],
    [
      'quantiles-rise fields.0.quantiles',
      null,
      {
        ...x,
        quantiles: [
          { q: 0.5, value: 2 },
          { q: 0.9, value: 1 },
        ],
      },
    ],
    ['top-values-agree fields.0.topValues', 5, { ...x, count: 5, topValues: [{ value: 'a', count: 6 }] }],
    ['scalar-value fields.0.topValues', 5, { ...x, count: 5, topValues: [{ value: {}, count: 1 }] }],
    ['bounded-size fields', null, ...Array.from({ length: 1001 }, (_, i) => ({ name: `c${i}` }))],
  ])('%s', (broken, rowCount, ...drafts) => {
    expect(rulesBroken(rowCount, ...drafts)).toEqual([broken]);
  });
});
