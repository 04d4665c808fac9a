import type { LoggedBatch } from '../write/log.js';
import type { FeedHeartbeat, FeedReader } from './feed-reader.js';

/** What is made of whole batches of the log, one after the other, and heartbeats. Ends when its reader does, or at once by `return`. */
export function byBatch<Message>(
  reader: FeedReader,
  take: (batch: LoggedBatch) => readonly Message[] | Promise<readonly Message[]>,
): AsyncIterableIterator<Message | FeedHeartbeat> {
  let told: (Message | FeedHeartbeat)[] = [];
  return {
    async next() {
      for (;;) {
        const value = told.shift();
        if (value) return { done: false, value };
        const next = await reader.nextBatch();
        if (!next) return { done: true, value: undefined };
        told = 'heartbeat' in next ? [next] : [...(await take(next.batch))];
      }
    },
    async return() {
      told = [];
      await reader.return();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
