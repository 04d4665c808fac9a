import { expect, test } from '@jest/globals';
import { compare } from './comparison.js';
import type { FieldStatistics } from './statistics.js';

const EMPTY: Omit<FieldStatistics, 'column'> = {
  count: null,
  distinct: null,
  feature: null,
  max: null,
  mean: null,
  min: null,
  nulls: null,
  quantiles: [],
  stddev: null,
  topValues: [],
};
const field = (column: string, measured: Partial<FieldStatistics> = {}): FieldStatistics => ({ ...EMPTY, column, ...measured });
const changes = (from: Partial<FieldStatistics>, to: Partial<FieldStatistics>) =>
  compare({ rowCount: null, fields: [field('x', from)] }, { rowCount: null, fields: [field('x', to)] }).changes;

test('what did not move, or was measured once only, is no change', () => {
  const same = { count: 5, mean: 2, quantiles: [{ q: 0.5, value: 2 }] };
  expect(changes(same, same)).toEqual([]);
  expect(changes({ mean: 2, min: 'a' }, { stddev: 1, min: 'b' })).toEqual([]);
});

test('by how much: as a number, relative, and in standard deviations where it is a value of the column', () => {
  expect(changes({ mean: -10, stddev: 4 }, { mean: -5, stddev: 5 })).toEqual([
    { column: 'x', feature: null, measure: 'MEAN', of: null, from: -10, to: -5, change: 5, relative: 0.5, standardised: 1.25 },
    { column: 'x', feature: null, measure: 'STDDEV', of: null, from: 4, to: 5, change: 1, relative: 0.25, standardised: null },
  ]);
});

test('missing values and top values as shares; quantiles each by itself', () => {
  const found = changes(
    {
      count: 80,
      nulls: 20,
      quantiles: [{ q: 0.5, value: 10 }],
      topValues: [
        { value: 'a', count: 40 },
        { value: 'b', count: 8 },
      ],
    },
    {
      count: 90,
      nulls: 10,
      quantiles: [
        { q: 0.5, value: 11 },
        { q: 0.9, value: 20 },
      ],
      topValues: [{ value: 'a', count: 9 }],
    },
  );
  expect(found.map(({ measure, of, from, to }) => [measure, of, from, to])).toEqual([
    ['TOP_VALUE_SHARE', '"a"', 0.5, 0.1],
    ['NULL_SHARE', null, 0.2, 0.1],
    ['COUNT', null, 80, 90],
    ['QUANTILE', '0.5', 10, 11],
  ]);
});

test('what was 0 before comes first, then what moved most', () => {
  const found = compare(
    { rowCount: 100, fields: [field('a', { mean: 1 }), field('b', { nulls: 0, count: 100 })] },
    { rowCount: 101, fields: [field('a', { mean: 3 }), field('b', { nulls: 1, count: 100 })] },
  );
  expect(found.changes.map(({ column, measure, relative }) => [column, measure, relative])).toEqual([
    ['b', 'NULL_SHARE', null],
    ['a', 'MEAN', 2],
    [null, 'ROW_COUNT', 0.01],
  ]);
});

test('columns that came and went', () => {
  expect(compare({ rowCount: null, fields: [field('a'), field('b')] }, { rowCount: null, fields: [field('b'), field('c')] })).toEqual({
    changes: [],
    appeared: ['c'],
    disappeared: ['a'],
  });
});
