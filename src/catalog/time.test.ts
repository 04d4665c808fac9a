import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { millisOf, parseTime, timeOf } from './time.js';

describe('parseTime', () => {
  it.each([
    ['2026-11-22T05:51:06Z', '2026-11-22 05:51:06'],
    ['2026-11-22T05:51:06.267694+00:00', '2026-11-22 05:51:06.267694'],
    // The python client's test scenarios: nanoseconds with an offset.
    ['2026-11-22T05:00:00.123456789+02:00', '2026-11-22 03:00:00.123456789'],
    ['2026-11-22T23:30:00-01:30', '2026-11-23 01:00:00'],
    ['2026-11-22T05:00:00+0200', '2026-11-22 03:00:00'],
    ['2026-11-22T05:00:00+02', '2026-11-22 03:00:00'],
    ['2026-11-22T05:00:00-00:00', '2026-11-22 05:00:00'],
    // Java cuts trailing zeros and leaves seconds out when they are zero.
    ['2026-11-22T05:54:22.55Z', '2026-11-22 05:54:22.55'],
    ['2026-11-22T05:54:31.2Z', '2026-11-22 05:54:31.2'],
    ['2026-11-22T05:54Z', '2026-11-22 05:54:00'],
    ['2026-11-22T05:54+02:00', '2026-11-22 03:54:00'],
    ['2026-11-22t05:54:31.2z', '2026-11-22 05:54:31.2'],
    ['2026-11-22 05:54:31', '2026-11-22 05:54:31'],
    ['2026-11-22T05:54:31.1234567891234Z', '2026-11-22 05:54:31.123456789'],
    // Offsets cross months, years and leap days.
    ['2027-01-01T00:30:00+01:00', '2026-12-31 23:30:00'],
    ['2028-03-01T00:30:00+01:00', '2028-02-29 23:30:00'],
    ['0001-01-01T00:00:00Z', '0001-01-01 00:00:00'],
    ['0099-06-01T00:00:00Z', '0099-06-01 00:00:00'],
    // A leap second falls on the second before it.
    ['2016-12-31T23:59:60.5Z', '2016-12-31 23:59:59.5'],
  ])('reads %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each([
    '',
    'yesterday',
    '2026-11-22',
    '2026-02-30T00:00:00Z',
    '2027-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T05:60:00Z',
    '2026-11-22T05:00:61Z',
    '2026-11-22T05:00:00+24:00',
    '2026-11-22T05:00:00.Z',
    '2026-11-22T05:00:00Z ',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '1795326852001',
  ])('knows that "%s" is no time', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });

  it('sorts as text the way times do, and reads what it wrote', () => {
    const millis = fc.integer({ min: Date.parse('0001-01-02T00:00:00Z'), max: Date.parse('9999-12-30T00:00:00Z') });
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        const [first, second] = [timeOf(a), timeOf(b)];
        expect(parseTime(first)).toBe(first);
        expect(millisOf(first)).toBe(a);
        expect(first < second).toBe(a < b);
      }),
    );
  });
});
