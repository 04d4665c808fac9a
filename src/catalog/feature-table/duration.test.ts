import { expect, test } from '@jest/globals';
import { before, parseDuration } from './duration.js';

const DAY = 86_400_000;

test.each([
  ['PT15M', 0, 900_000],
  ['P1D', 0, DAY],
  ['P2W', 0, 14 * DAY],
  ['P1Y6M', 18, 0],
  ['P1M1DT1H1M1S', 1, DAY + 3_661_000],
])('%s', (text, months, milliseconds) => {
  expect(parseDuration(text)).toEqual({ months, milliseconds });
});

test.each(['', 'P', 'PT', 'P1', '1D', 'PT1D', 'P1H', 'P1DT', 'P0D', 'PT0S', '-P1D', 'P-1D', 'P1.5D', 'p1d', 'P99999Y', 'P1D '])(
  '"%s" is none',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

test.each([
  ['2026-11-22T05:00:00.000Z', 'P1D', '2026-11-21T05:00:00.000Z'],
  ['2026-03-31T00:00:00.000Z', 'P1M', '2026-02-28T00:00:00.000Z'],
  ['2024-03-31T12:00:00.000Z', 'P1M', '2024-02-29T12:00:00.000Z'],
  ['2026-01-15T00:00:00.000Z', 'P1Y1MT1S', '2024-12-14T23:59:59.000Z'],
  ['2026-05-31T00:00:00.000Z', 'P999Y', '1027-05-31T00:00:00.000Z'],
])('before %s by %s', (moment, duration, expected) => {
  expect(new Date(before(Date.parse(moment), parseDuration(duration)!)).toISOString()).toBe(expected);
});
