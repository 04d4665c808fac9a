import { expect, test } from '@jest/globals';
import { columnType, elementType, matchesType, patternsOf, typePattern } from './column-type.js';

test.each([
  ['string', 'string'],
  ['INTEGER', 'int'],
  ['long', 'bigint'],
  ['vector', 'vector'],
  ['varchar(20)', 'string'],
  ['decimal', 'decimal(10,0)'],
  ['Decimal( 18 , 2 )', 'decimal(18,2)'],
  ['array< long >', 'array<bigint>'],
  ['map<string,array<int>>', 'map<string,array<int>>'],
  ['struct<a:int, b: map<string,decimal(3,1)>>', 'struct<a:int,b:map<string,decimal(3,1)>>'],
])('%s is the type %s', (text, type) => {
  expect(columnType(text)).toBe(type);
  expect(columnType(type)).toBe(type);
});

test.each([
  '',
  'text',
  'numeric(50,2)',
  'decimal(2,3)',
  'array',
  'array<>',
  'array<int,int>',
  'map<int>',
  'array<int)',
  'int>',
  'struct<int>',
  `${'array<'.repeat(30)}int${'>'.repeat(30)}`,
])('"%s" is no type', (text) => {
  expect(columnType(text)).toBeUndefined();
});

test('families of types', () => {
  expect(patternsOf('int')).toEqual(['int', 'any', 'numeric']);
  expect(patternsOf('decimal(18,2)')).toEqual(['decimal(18,2)', 'any', 'decimal', 'numeric']);
  expect(patternsOf('array<string>')).toEqual(['array<string>', 'any', 'array']);
  expect(matchesType('numeric', 'string')).toBe(false);
  expect(matchesType('numeric', 'vector')).toBe(false);
  expect(typePattern('Numeric')).toBe('numeric');
  expect(typePattern('numbers')).toBeUndefined();
});

test('elements of arrays', () => {
  expect(elementType('array<array<int>>')).toBe('array<int>');
  expect(elementType('map<string,int>')).toBeUndefined();
});
