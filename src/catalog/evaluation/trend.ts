import { type Direction, type TrendRule, USUAL_TREND } from '../model/definition.js';
import { isWorse } from './evaluation.js';

/** The median that the last values are all worse than; undefined when they are not, or there are too few. `values`: oldest first. */
export function brokenTrend(
  values: readonly number[],
  direction: Direction,
  { before, last }: TrendRule = USUAL_TREND,
): number | undefined {
  if (last === 0 || values.length < before + last) return undefined;
  const newest = values.slice(-last);
  const median = medianOf(values.slice(-(before + last), -last));
  return newest.every((value) => isWorse(value, median, direction)) ? median : undefined;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}
