import { TooSlow } from '../errors.js';
import type { FeedMessage } from '../events/feed-reader.js';
import type { LoggedChange } from '../write/log.js';

/** What goes into one request, at most. */
export const MOST_CHANGES = 500;
/** Of the list, as JSON, about. */
const MOST_BYTES = 256 * 1024;
/** So long what comes next still goes with the first. */
const LINGER_MS = 250;

export interface GatherOptions {
  /** Bytes that a change takes as it is told, about. */
  readonly sizeOf: (change: LoggedChange) => number;
  /** Ends it with what there is. */
  readonly signal: AbortSignal;
  /** The last position that is of interest; absent: whatever comes. */
  readonly upTo?: number;
  /** Called again and again while there is nothing: everything up to this position is of no interest. */
  readonly nothingUpTo?: (position: number) => void;
}

export interface Gathered {
  readonly changes: readonly LoggedChange[];
  /** How far these go; 0: there were none. */
  readonly to: number;
}

/**
 * Takes changes from the feed until there are enough for a request, no more come for a quarter of a second, or `upTo` is reached. Waits for the first as
 * long as it takes. Ends the source.
 */
export async function gather(source: AsyncIterableIterator<FeedMessage>, options: GatherOptions): Promise<Gathered> {
  const { nothingUpTo = () => undefined, signal, sizeOf, upTo = Number.POSITIVE_INFINITY } = options;
  const changes: LoggedChange[] = [];
  let to = 0;
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => void source.return?.();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    for (;;) {
      const { done, value: message } = await source.next();
      if (done) break;
      if ('heartbeat' in message) {
        if (message.heartbeat >= upTo) {
          to = upTo;
          break;
        }
        if (changes.length === 0) nothingUpTo(message.heartbeat);
        continue;
      }
      if (message.position > upTo) {
        to = upTo;
        break;
      }
      bytes += sizeOf(message);
      if (changes.length > 0 && bytes > MOST_BYTES) break;
      changes.push(message);
      to = message.position;
      if (changes.length === MOST_CHANGES || to === upTo) break;
      timer ??= upTo === Number.POSITIVE_INFINITY ? setTimeout(end, LINGER_MS) : undefined;
    }
  } catch (error) {
    // What it was told before is good; the next reader goes on from there.
    if (!(error instanceof TooSlow)) throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    end();
  }
  return { changes, to };
}
