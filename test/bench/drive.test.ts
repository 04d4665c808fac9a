import { expect, test } from '@jest/globals';
import { lastTenthToFirst, quantile } from './drive.js';

test('quantiles are values that were measured', () => {
  const sorted = Array.from({ length: 100 }, (_, i) => i + 1);
  expect([quantile(sorted, 0.5), quantile(sorted, 0.99), quantile([7], 0.99)]).toEqual([51, 100, 7]);
});

test('a steady rate is 1, and half the rate at the end is 0.5', () => {
  const steady = Array.from({ length: 100 }, (_, i) => i + 1);
  expect(lastTenthToFirst(steady)).toBe(1);
  const slowing = steady.map((at) => (at > 90 ? 90 + (at - 90) * 2 : at));
  expect(lastTenthToFirst(slowing)).toBe(0.5);
});
