import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Unavailable } from '../errors.js';
import type { Database } from '../neo4j/database.js';
import { keepIndexed } from './search-index.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const TURN = 2_000;

/** After each turn, whether what waits was taken in; `counts`: how much waits at each turn if none is. null: the database is away. */
async function turns(counts: readonly (number | null)[]): Promise<boolean[]> {
  let at = 0;
  let taken = false;
  const count = () => counts[at] ?? 0;
  const database = {
    read: async () => {
      if (counts[at] === null) throw new Unavailable('away');
      return [{ waiting: count() }];
    },
    write: async () => {
      taken = true;
      return [{ taken: count() % 2_000 }];
    },
  } as unknown as Database;
  const end = keepIndexed(database);
  const seen: boolean[] = [];
  for (; at < counts.length; at++) {
    taken = false;
    await jest.advanceTimersByTimeAsync(TURN);
    seen.push(taken);
  }
  await end();
  taken = false;
  await jest.advanceTimersByTimeAsync(3 * TURN);
  expect(taken).toBe(false);
  return seen;
}

test.each([
  ['nothing waits', [0, 0, 0], []],
  ['no more came for a turn', [3, 3], [1]],
  ['more comes all the time', [3, 5, 9, 12], []],
  ['more comes all the time, but much waits', [3, 4_999, 5_000], [2]],
  ['the database was away meanwhile', [3, null, 3], [2]],
])('when what waits is taken in: %s', async (_, counts, expected) => {
  const taken = await turns(counts);
  expect(taken.flatMap((was, turn) => (was ? [turn] : []))).toEqual(expected);
});
