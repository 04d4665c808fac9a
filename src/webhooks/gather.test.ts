import { expect, test } from '@jest/globals';
import { TooSlow } from '../errors.js';
import type { FeedMessage } from '../events/feed-reader.js';
import type { LoggedChange } from '../write/log.js';
import { type GatherOptions, gather, MOST_CHANGES } from './gather.js';

const change = (position: number): LoggedChange => ({
  position,
  at: '2026-01-01 00:00:00',
  change: 'UPDATED',
  entityId: `job:a/${position}`,
  by: 'x',
});

/** What a feed would say, then nothing until it is ended; an error is thrown. */
function feedOf(...messages: (FeedMessage | Error)[]) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let isEnded = false;
  const source: AsyncIterableIterator<FeedMessage> = {
    async next() {
      const message = isEnded ? undefined : messages.shift();
      if (message instanceof Error) throw message;
      if (message) return { done: false, value: message };
      await ended;
      return { done: true, value: undefined };
    },
    async return() {
      isEnded = true;
      end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return { source, ended };
}

const OPTIONS: GatherOptions = { signal: new AbortController().signal, sizeOf: () => 1 };

async function gathered(messages: (FeedMessage | Error)[], options: Partial<GatherOptions> = {}) {
  const { ended, source } = feedOf(...messages);
  const { changes, to } = await gather(source, { ...OPTIONS, ...options });
  await ended;
  return { positions: changes.map(({ position }) => position), to };
}

test('what comes within a moment goes together', async () => {
  expect(await gathered([change(1), { heartbeat: 1 }, change(2)])).toEqual({ positions: [1, 2], to: 2 });
});

test('no more than a request may hold, by number and by bytes', async () => {
  const many = Array.from({ length: MOST_CHANGES + 5 }, (_, at) => change(at + 1));
  expect((await gathered(many)).to).toBe(MOST_CHANGES);
  expect(await gathered([change(1), change(2), change(3)], { sizeOf: () => 100_000 })).toEqual({ positions: [1, 2], to: 2 });
  expect(await gathered([change(1), change(2)], { sizeOf: () => 1_000_000 })).toEqual({ positions: [1], to: 1 });
});

test('a part of the log ends where it ends, whatever is told of what follows', async () => {
  expect(await gathered([change(1), change(4), change(9)], { upTo: 5 })).toEqual({ positions: [1, 4], to: 5 });
  expect(await gathered([change(1), change(5), change(9)], { upTo: 5 })).toEqual({ positions: [1, 5], to: 5 });
  expect(await gathered([change(1), { heartbeat: 7 }], { upTo: 5 })).toEqual({ positions: [1], to: 5 });
  expect(await gathered([{ heartbeat: 7 }], { upTo: 5 })).toEqual({ positions: [], to: 5 });
});

test('while there is nothing it is said how far that is, and waiting can be ended', async () => {
  const ending = new AbortController();
  const said: number[] = [];
  const nothingUpTo = (position: number): void => {
    said.push(position);
    if (position === 8) ending.abort();
  };
  expect(await gathered([{ heartbeat: 3 }, { heartbeat: 8 }], { signal: ending.signal, nothingUpTo })).toEqual({ positions: [], to: 0 });
  expect(said).toEqual([3, 8]);
  expect(await gathered([change(1)], { signal: ending.signal })).toEqual({ positions: [], to: 0 });
});

test('a feed that it was too slow for has told what it has told', async () => {
  expect(await gathered([change(1), new TooSlow(1)])).toEqual({ positions: [1], to: 1 });
  await expect(gathered([change(1), new Error('away')])).rejects.toThrow('away');
});
