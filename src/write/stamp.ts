import { millisOf, type Time, timeOf } from '../catalog/time.js';

/**
 * When something was said, in the order in which it counts: a Time, or `!` and a Time if it lay over 24 hours in the
 * future when it came in. `!` sorts before every digit, so what comes from the future never outranks what does not.
 */
export type Stamp = string;

const TOLERANCE_MS = 24 * 3600 * 1000;

export function stampOf(at: Time, nowMillis: number): Stamp {
  return millisOf(at) > nowMillis + TOLERANCE_MS ? `!${at}` : at;
}

export { timeOfStamp } from '../catalog/entity/said.js';

export const later = (a: Stamp, b: Stamp): Stamp => (a > b ? a : b);

/** The earlier of two, where what comes from the future only counts if there is nothing else. */
export function earlier(a: Stamp, b: Stamp): Stamp {
  const futureA = a.startsWith('!');
  if (futureA !== b.startsWith('!')) return futureA ? b : a;
  return a < b ? a : b;
}

export const now = (): Time => timeOf(Date.now());
