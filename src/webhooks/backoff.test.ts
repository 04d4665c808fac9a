import { expect, test } from '@jest/globals';
import { GIVE_UP_AFTER, nextTry } from './backoff.js';

const HOUR = 3_600_000;

test('pauses double up to an hour', () => {
  const pauses = Array.from({ length: 13 }, (_, at) => nextTry({ attempts: at + 1, firstAt: 0 }, 0, () => 0)! / 1000);
  expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
});

test('they are cut by up to a half', () => {
  for (let i = 0; i < 1_000; i++) {
    const at = nextTry({ attempts: 3, firstAt: 0 }, 0)!;
    expect(at).toBeGreaterThanOrEqual(10_000);
    expect(at).toBeLessThanOrEqual(20_000);
  }
});

test('the last try is after 24 hours, whatever chance says', () => {
  for (const random of [() => 0, Math.random, () => 0.999]) {
    const tries: number[] = [];
    for (let at: number | undefined = 0; at !== undefined; at = nextTry({ attempts: tries.length, firstAt: 0 }, at, random)) tries.push(at);
    expect(tries.at(-1)).toBe(GIVE_UP_AFTER);
    expect(tries.length).toBeGreaterThan(24);
    expect(tries.length).toBeLessThan(65);
  }
});

test('where the server was away for longer, it is tried once more and not again', () => {
  expect(nextTry({ attempts: 1, firstAt: 0 }, 30 * HOUR)).toBeUndefined();
});
