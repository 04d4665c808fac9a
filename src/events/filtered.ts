import type { FeedHeartbeat } from './feed-reader.js';

/** What a source tells, without what does not pass; heartbeats always do. Ends when its source does, or at once by `return`. */
export function filtered<Message extends object>(
  source: AsyncIterableIterator<Message>,
  passes: (message: Exclude<Message, FeedHeartbeat>) => boolean | Promise<boolean>,
): AsyncIterableIterator<Message> {
  return {
    async next() {
      for (;;) {
        const result = await source.next();
        if (result.done || 'heartbeat' in result.value || (await passes(result.value as Exclude<Message, FeedHeartbeat>))) return result;
      }
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
