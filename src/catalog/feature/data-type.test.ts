import { expect, test } from '@jest/globals';
import type { Json } from '../../write/fact.js';
import { type DataType, objectionTo } from './data-type.js';

const FITS: readonly [DataType, readonly Json[]][] = [
  ['BOOLEAN', [true, false]],
  ['INT', [0, -(2 ** 31), 2 ** 31 - 1]],
  ['LONG', [1, Number.MAX_SAFE_INTEGER, '9223372036854775807', '-9223372036854775808']],
  ['FLOAT', [1.5]],
  ['DOUBLE', [0, -1.5e300]],
  ['DECIMAL', [1.5, '0.10', '-12']],
  ['STRING', ['', 'x']],
  ['BINARY', ['', 'AAE=', 'AAAA']],
  ['DATE', ['2024-02-29']],
  ['TIMESTAMP', ['2026-11-22T05:51:06.267694Z', '2026-11-22T05:51:06+01:00']],
  ['ARRAY', [[], [1, 'a']]],
  ['MAP', [{}, { a: 1 }]],
  ['STRUCT', [{ a: null }]],
  ['VECTOR', [[], [1, 2.5]]],
];

const DOES_NOT: readonly [DataType, readonly Json[]][] = [
  ['BOOLEAN', [0, 'true']],
  ['INT', [2 ** 31, 1.5, '1.5', true]],
  ['LONG', [2 ** 53, '9223372036854775808', '1e3', '']],
  ['FLOAT', ['1', true]],
  ['DOUBLE', ['1']],
  ['DECIMAL', ['1e3', '1.', '']],
  ['STRING', [1, null]],
  ['BINARY', ['AAE', '*']],
  ['DATE', ['2026-02-29', '2026-1-1', '2026-01-01T00:00:00Z', 20_260_101]],
  ['TIMESTAMP', ['2026-11-22', 1_700_000_000]],
  ['ARRAY', [{}, 'a']],
  ['MAP', [[], null]],
  ['STRUCT', [1]],
  ['VECTOR', [['1'], {}, [null]]],
];

test.each(FITS)('values of %s', (type, values) => {
  expect(values.filter((value) => objectionTo(type, value) !== undefined)).toEqual([]);
});

test.each(DOES_NOT)('no values of %s', (type, values) => {
  expect(values.filter((value) => objectionTo(type, value) === undefined)).toEqual([]);
});
