import type { FeedMessage, FeedReader } from './feed-reader.js';

/** What a reader is told, without what does not pass; heartbeats always do. Ends when its reader does, or at once by `return`. */
export function filtered(
  reader: FeedReader,
  passes: (message: FeedMessage) => boolean | Promise<boolean>,
): AsyncIterableIterator<FeedMessage> {
  return {
    async next() {
      for (;;) {
        const result = await reader.next();
        if (result.done || 'heartbeat' in result.value || (await passes(result.value))) return result;
      }
    },
    return: () => reader.return(),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
