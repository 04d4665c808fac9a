import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LoggedBatch } from '../write/log.js';
import { Feed, type FeedOptions } from './feed.js';
import { EVERYTHING as ANY, type FeedFilter } from './feed-filter.js';
import type { FeedMessage } from './feed-reader.js';
import { filtered } from './filtered.js';

const JOBS: FeedFilter = { ...ANY, kinds: new Set(['JOB']) };

/** A log that this process, and others, write to. */
class Log {
  readonly batches: LoggedBatch[] = [];
  reads = 0;

  get last(): number {
    return this.batches.at(-1)?.last ?? 0;
  }

  /** A change of each of these; of nothing, a batch without changes. */
  write(...ids: string[]): LoggedBatch {
    const first = this.last + 1;
    const changes = ids.map((entityId, at) => ({
      position: first + at,
      at: '2026-01-01 00:00:00',
      change: 'UPDATED' as const,
      entityId,
      by: 'x',
    }));
    const batch = { first, last: first + Math.max(0, ids.length - 1), changes };
    this.batches.push(batch);
    return batch;
  }

  async read(after: number, limit: number): Promise<LoggedBatch[]> {
    this.reads++;
    await sleep(0);
    return this.batches.filter(({ last }) => last > after).slice(0, limit);
  }

  async head(): Promise<number> {
    return this.last;
  }
}

const feeds: Feed[] = [];
afterEach(() => {
  for (const feed of feeds.splice(0)) feed.stop();
});

function feedOf(log: Log, options: Partial<FeedOptions> = {}): Feed {
  const feed = new Feed({ log, lookEvery: 5, heartbeatEvery: 60_000, ...options });
  feeds.push(feed);
  return feed;
}

/** What is told until as many changes have come; heartbeats as `at POSITION`. */
async function hear(source: AsyncIterable<FeedMessage>, count: number): Promise<(number | string)[]> {
  const heard: (number | string)[] = [];
  for await (const message of { [Symbol.asyncIterator]: () => source[Symbol.asyncIterator]() }) {
    heard.push('heartbeat' in message ? `at ${message.heartbeat}` : message.position);
    if (heard.filter((each) => typeof each === 'number').length === count) break;
  }
  return heard;
}

const positions = (heard: readonly (number | string)[]): number[] => heard.filter((each) => typeof each === 'number');

describe('a reader', () => {
  test('is told what happened, how far that is, and what happens then', async () => {
    const log = new Log();
    log.write('job:a/1', 'dataset:a/1');
    log.write();
    log.write('job:a/2');
    const reader = feedOf(log).read(ANY, 0);
    const heard = hear(reader, 5);
    await sleep(30);
    log.write('job:a/3', 'job:a/4');
    expect(await heard).toEqual([1, 2, 4, 'at 4', 5, 6]);
  });

  test('begins after the position that it names, or now', async () => {
    const log = new Log();
    for (let i = 0; i < 50; i++) log.write('job:a/1', 'job:a/2');
    const feed = feedOf(log);
    expect(positions(await hear(feed.read(ANY, 98), 2))).toEqual([99, 100]);
    const now = hear(feed.read(ANY, null), 1);
    await sleep(30);
    log.write('job:a/1');
    expect(await now).toEqual(['at 100', 101]);
  });

  test('hears of what its filter lets through', async () => {
    const log = new Log();
    const feed = feedOf(log);
    const byKind = hear(feed.read(JOBS, 0), 2);
    const byId = hear(feed.read({ ...ANY, ids: new Set(['job:a/1', 'dataset:a/1#c']) }, 0), 3);
    const byBoth = hear(feed.read({ ...JOBS, ids: new Set(['job:a/1', 'dataset:a/1']), kinds: new Set(['DATASET']) }, 0), 1);
    await sleep(20);
    log.write('dataset:a/2', 'job:a/1', 'dataset:a/1#c', 'dataset:a/1');
    log.write('job:a/1');
    expect([positions(await byKind), positions(await byId), positions(await byBoth)]).toEqual([[2, 5], [2, 3, 5], [4]]);
  });

  test('hears at once of what this process commits, also while others write', async () => {
    const log = new Log();
    const feed = feedOf(log, { lookEvery: 60_000 });
    const heard = hear(feed.read(ANY, null), 3);
    await sleep(20);
    feed.committed(log.write('job:a/1'));
    log.write('job:a/2');
    feed.committed(log.write('job:a/3'));
    expect(positions(await heard)).toEqual([1, 2, 3]);
  });

  test('that takes nothing is told where to go on, and the others notice nothing', async () => {
    const log = new Log();
    const feed = feedOf(log, { mostWaiting: 10 });
    const slow = feed.read(ANY, null);
    expect(await slow.next()).toEqual({ done: false, value: { heartbeat: 0 } });
    const quick = hear(feed.read(ANY, null), 31);
    await sleep(20);
    feed.committed(log.write('job:a/0'));
    expect(await slow.next()).toMatchObject({ value: { position: 1 } });
    for (let i = 0; i < 30; i++) {
      feed.committed(log.write(`job:a/${i}`));
      await sleep(0);
    }
    await expect(slow.next()).rejects.toMatchObject({ code: 'TOO_SLOW', resumeFrom: 1 });
    expect(await slow.next()).toMatchObject({ done: true });
    expect(positions(await quick)).toHaveLength(31);
  });

  test('learns again and again how far it has heard of everything', async () => {
    const log = new Log();
    const reader = feedOf(log, { heartbeatEvery: 20 }).read(JOBS, null);
    await reader.next();
    log.write('dataset:a/1');
    await sleep(30);
    expect(await reader.next()).toEqual({ done: false, value: { heartbeat: 1 } });
  });

  test('learns it, too, while nothing of what happens goes further', async () => {
    const log = new Log();
    const feed = feedOf(log, { heartbeatEvery: 20 });
    const reader = filtered(feed.read(ANY, null), () => false);
    await reader.next();
    const writing = setInterval(() => feed.committed(log.write('job:a/1')), 2);
    const { value } = await reader.next();
    clearInterval(writing);
    expect((value as { heartbeat: number }).heartbeat).toBeGreaterThan(0);
  });

  test('outlives a database that is away', async () => {
    const log = new Log();
    const feed = feedOf(log);
    const heard = hear(feed.read(ANY, null), 1);
    await sleep(20);
    const { read } = log;
    log.read = () => Promise.reject(new Error('away'));
    log.write('job:a/1');
    await sleep(30);
    log.read = read;
    expect(positions(await heard)).toEqual([1]);
  });
});

describe('a reader that is to begin ahead of the log', () => {
  test('waits for it for a while: another server may have told of that position', async () => {
    const log = new Log();
    log.write('job:a/1');
    const heard = hear(feedOf(log).read(ANY, 2), 1);
    await sleep(30);
    log.write('job:a/2');
    log.write('job:a/3');
    expect(positions(await heard)).toEqual([3]);
  });

  test('is told so when it does not come to that, and hears nothing else', async () => {
    const log = new Log();
    log.write('job:a/1');
    const feed = feedOf(log, { patience: 30 });
    const reader = feed.read(ANY, 10);
    await expect(reader.next()).rejects.toMatchObject({ code: 'POSITION_NOT_REACHED', message: expect.stringContaining('at position 1') });
    expect(await reader.next()).toMatchObject({ done: true });
    expect(feed.readerCount).toBe(0);
  });
});

test('without readers nothing is looked at', async () => {
  const log = new Log();
  const feed = feedOf(log);
  const reader = feed.read(ANY, null);
  await reader.next();
  await reader.return();
  expect(feed.readerCount).toBe(0);
  const before = log.reads;
  await sleep(30);
  expect(log.reads).toBe(before);
  feed.committed(log.write('job:a/1'));
  expect(positions(await hear(feed.read(ANY, 0), 1))).toEqual([1]);
});

test('whoever writes when, and whenever somebody comes: each change once, in order', async () => {
  const step = fc.oneof(
    fc.record({ write: fc.integer({ min: 0, max: 3 }), told: fc.boolean() }),
    fc.constant('pause' as const),
    fc.constant('come' as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
      const log = new Log();
      const feed = new Feed({ log, lookEvery: 1, heartbeatEvery: 5 });
      const readers: { after: number; heard: number[]; done: Promise<void> }[] = [];
      const come = (after: number): void => {
        const reader = feed.read(ANY, after);
        const heard: number[] = [];
        const listen = async (): Promise<void> => {
          for await (const message of reader) {
            if (!('heartbeat' in message)) heard.push(message.position);
            else if (message.heartbeat >= end) return;
          }
        };
        readers.push({ after, heard, done: listen() });
      };
      let end = Number.POSITIVE_INFINITY;
      come(0);
      for (const each of steps)
        if (each === 'pause') await sleep(1);
        else if (each === 'come') come(log.last);
        else {
          const batch = log.write(...Array.from({ length: each.write }, (_, i) => `job:a/${i}`));
          if (each.told) feed.committed(batch);
        }
      end = log.last;
      await Promise.all(readers.map(({ done }) => done));
      const all = log.batches.flatMap(({ changes }) => changes.map(({ position }) => position));
      for (const { after, heard } of readers) expect(heard).toEqual(all.filter((position) => position > after));
      feed.stop();
    }),
    { numRuns: 100 },
  );
});
