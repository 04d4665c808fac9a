import { expect, it } from '@jest/globals';
import { parseByteRange } from './byte-range.js';

it.each([
  ['bytes=0-4', { start: 0, end: 4 }],
  ['bytes=5-', { start: 5, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-30', { start: 0, end: 9 }],
  ['bytes=9-99', { start: 9, end: 9 }],
  [' Bytes = 2-2 ', { start: 2, end: 2 }],
])('%s of ten bytes', (header, range) => expect(parseByteRange(header, 10)).toEqual(range));

it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('%s of ten bytes cannot be given', (header) =>
  expect(parseByteRange(header, 10)).toBe('UNSATISFIABLE'),
);

it('of nothing nothing can be given', () => expect(parseByteRange('bytes=0-', 0)).toBe('UNSATISFIABLE'));

it.each([undefined, '', 'bytes=', 'bytes=4-3', 'bytes=a-b', 'items=0-4', 'bytes=0-1,3-4', 'bytes=--1'])('%s: all of it', (header) =>
  expect(parseByteRange(header, 10)).toBeUndefined(),
);
