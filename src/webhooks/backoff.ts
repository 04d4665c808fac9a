/** All in milliseconds. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 3_600_000;
export const GIVE_UP_AFTER = 24 * 3_600_000;

/** Of one delivery: how often it was tried, and since when. Milliseconds since 1970. */
export interface Tries {
  readonly attempts: number;
  readonly firstAt: number;
}

/**
 * When to try again after an attempt that failed just now; undefined: no more. Pauses double from five seconds to an hour, each cut by up to a half at random,
 * so that receivers that went down together are not asked together. The last try is at the end of 24 hours.
 */
export function nextTry({ attempts, firstAt }: Tries, now: number, random: () => number = Math.random): number | undefined {
  const end = firstAt + GIVE_UP_AFTER;
  if (now >= end) return undefined;
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1));
  return Math.min(end, Math.round(now + pause * (1 - random() / 2)));
}
