import type { Log } from '../log.js';
import type { Database } from '../neo4j/database.js';
import { printHead, readHead } from './head.js';

const EVERY_MS = 15 * 60_000;

/**
 * Tells the operator's log where the hash chain stands: now, every quarter of an hour in which something was written, and at the end.
 * That log is elsewhere, so whoever cuts or rewrites the chain in the database cannot make it fit. Returns how to end it.
 */
export function tellHeads(database: Database, log: Log, everyMs = EVERY_MS): () => Promise<void> {
  let told = '';
  async function tell(): Promise<void> {
    try {
      const head = printHead(await readHead(database));
      if (head !== told) log.info('The head of the change log', { head });
      told = head;
    } catch (error) {
      log.warn('The head of the change log could not be read', { error });
    }
  }
  let telling = tell();
  const timer = setInterval(() => {
    telling = tell();
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await telling;
    await tell();
  };
}
