import { expect, it } from '@jest/globals';
import { parseContentRange } from './content-range.js';

it.each([
  ['bytes 0-9/10', { sent: { start: 0, end: 9 }, total: 10 }],
  ['bytes 5-5/10', { sent: { start: 5, end: 5 }, total: 10 }],
  ['Bytes  3-4/10', { sent: { start: 3, end: 4 }, total: 10 }],
  ['bytes */10', { total: 10 }],
  ['bytes */0', { total: 0 }],
])('%s', (header, range) => {
  expect(parseContentRange(header)).toEqual(range);
});

it('is none without a header', () => expect(parseContentRange(undefined)).toBeUndefined());

it.each([
  '',
  'bytes',
  'bytes 0-9',
  'bytes 0-9/*',
  'bytes 0-10/10',
  'bytes 4-3/10',
  'bytes -5/10',
  'bytes 0-9/1e3',
  'items 0-9/10',
  'bytes 0-9/9999999999999999999',
])('refuses "%s", and says what would be right', (header) => {
  expect(() => parseContentRange(header)).toThrow('it must be "bytes FIRST-LAST/TOTAL"');
});
