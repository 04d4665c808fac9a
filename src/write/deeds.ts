import { randomUUID } from 'node:crypto';
import type { Database, Run } from '../neo4j/database.js';
import { APPEND_BATCH, LOCK_LOG } from './commit.cypher.js';
import { chain, type Deed, packDeeds } from './log.js';
import { now } from './stamp.js';

interface TakenLog {
  readonly position: number;
  readonly key: number;
  readonly hash: string;
}

/**
 * Changes who may do what, and says so in the log: both in one transaction, or neither. It takes the log's node first, as the Writer
 * does, so that nobody waits for somebody who waits for him; what is noted becomes one batch, which takes one position. The Writer
 * of each server finds that somebody else has written, and goes on from there.
 */
export async function recordDeeds<Result>(
  database: Database,
  change: (run: Run, note: (deed: Deed) => void) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (run) => {
    const batch = randomUUID();
    const [log] = await run<TakenLog>(LOCK_LOG, { p: { batch } });
    if (!log) throw new Error('The database has no log: it was not migrated.');
    const deeds: Deed[] = [];
    const result = await change(run, (deed) => deeds.push(deed));
    if (deeds.length > 0) await run(APPEND_BATCH, { p: appended(batch, log, deeds) });
    return result;
  });
}

function appended(batch: string, { position, key, hash: previous }: TakenLog, deeds: readonly Deed[]): object {
  const payload = packDeeds(deeds);
  const at = now();
  const last = position + 1;
  const hash = chain({ previous, first: last, last, at, payload });
  return { batch, last, key, at, previous, hash, payload: new Int8Array(payload.buffer, payload.byteOffset, payload.byteLength), facts: 0 };
}
