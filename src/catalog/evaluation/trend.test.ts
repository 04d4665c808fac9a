import { expect, test } from '@jest/globals';
import { brokenTrend } from './trend.js';

const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test.each([
  ['three above the median of ten before', [...ten, 6, 6, 6], 'LOWER_IS_BETTER', 5.5],
  ['of which one is not above', [...ten, 6, 5.5, 6], 'LOWER_IS_BETTER', undefined],
  ['two only', [...ten, 6, 6], 'LOWER_IS_BETTER', undefined],
  ['three above, where higher is better', [...ten, 6, 6, 6], 'HIGHER_IS_BETTER', undefined],
  ['three below, where higher is better', [...ten, 5, 1, 5], 'HIGHER_IS_BETTER', 5.5],
  ['of more than ten before the last ten count', [100, 100, ...ten, 6, 6, 6], 'LOWER_IS_BETTER', 5.5],
  ['nothing', [], 'LOWER_IS_BETTER', undefined],
] as const)('%s', (_, values, direction, median) => {
  expect(brokenTrend(values, direction)).toBe(median);
});

test('of which rule it goes by', () => {
  expect(brokenTrend([...ten, 11, 12, 13], 'LOWER_IS_BETTER', { before: 10, last: 0 })).toBeUndefined();
  expect(brokenTrend([1, 1, 2], 'LOWER_IS_BETTER', { before: 2, last: 1 })).toBe(1);
});
