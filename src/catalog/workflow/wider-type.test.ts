import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { widerType } from './wider-type.js';

test.each([
  ['int', 'int', 'int'],
  ['int', 'bigint', 'bigint'],
  ['bigint', 'smallint', 'bigint'],
  ['bigint', 'float', 'float'],
  ['float', 'double', 'double'],
  ['decimal(10,2)', 'decimal(12,4)', 'decimal(12,4)'],
  ['decimal(10,2)', 'decimal(9,4)', 'decimal(12,4)'],
  ['decimal(18,2)', 'int', 'decimal(18,2)'],
  ['decimal(5,2)', 'bigint', 'decimal(22,2)'],
  ['decimal(38,0)', 'decimal(38,10)', 'decimal(38,10)'],
  ['decimal(18,2)', 'double', 'double'],
  ['date', 'timestamp', 'timestamp'],
  ['array<int>', 'array<bigint>', 'array<bigint>'],
  ['vector', 'vector', 'vector'],
  ['struct<a:int>', 'struct<a:int>', 'struct<a:int>'],
])('%s and %s meet in %s', (a, b, wider) => {
  expect(widerType(a, b)).toBe(wider);
});

test.each([
  ['string', 'int'],
  ['string', 'date'],
  ['boolean', 'int'],
  ['timestamp', 'bigint'],
  ['vector', 'array<double>'],
  ['array<string>', 'array<int>'],
  ['struct<a:int>', 'struct<A:int>'],
  ['binary', 'string'],
])('%s and %s do not meet', (a, b) => {
  expect(widerType(a, b)).toBeUndefined();
});

const type = fc.constantFrom(
  'tinyint',
  'int',
  'bigint',
  'float',
  'double',
  'decimal(10,2)',
  'date',
  'timestamp',
  'string',
  'array<int>',
  'vector',
);

test('it does not matter which comes first, and a type meets the wider one in that', () => {
  fc.assert(
    fc.property(type, type, (a, b) => {
      const wider = widerType(a, b);
      expect(widerType(b, a)).toBe(wider);
      expect(widerType(a, a)).toBe(a);
      if (wider !== undefined) expect(widerType(a, wider)).toBe(wider);
    }),
  );
});
