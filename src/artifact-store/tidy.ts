import type { Log } from '../log.js';

/** How long an upload that was interrupted can be gone on with; and how often is looked for older ones. Milliseconds. */
const KEPT_MS = 24 * 3600_000;
const EVERY_MS = 3600_000;

interface Tidied {
  tidy(olderThan: number): Promise<void>;
}

/** Clears what interrupted uploads left behind, now and from time to time; returns how to end that. */
export function keepTidy(places: readonly Tidied[], log: Log): () => void {
  const tidy = (): void => {
    for (const place of places)
      place.tidy(KEPT_MS).catch((error: unknown) => log.warn('Interrupted uploads could not be cleared away', { error }));
  };
  tidy();
  const timer = setInterval(tidy, EVERY_MS).unref();
  return () => clearInterval(timer);
}
