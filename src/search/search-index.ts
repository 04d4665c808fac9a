import type { Database } from '../neo4j/database.js';

/**
 * New entities with words carry `:Unsearched` until they are taken into the full-text index, many at once: Lucene works as long for
 * one as for hundreds, so to index them in the transaction that makes them would cost each event a third more. Whoever searches
 * takes in first what waits.
 */
const COUNT_WAITING = 'MATCH (n:Unsearched) RETURN count(n) AS waiting';

/** Takes its turn with the Writer by the log's node, so that they never wait for each other's locks. */
const TAKE_IN = `
MATCH (log:Log {name: 'log'})
SET log.lock = 'search-index'
WITH log
CALL () {
  MATCH (n:Unsearched)
  WITH n LIMIT toInteger($p.limit)
  REMOVE n:Unsearched
  SET n:Searched
  RETURN count(n) AS taken
}
RETURN taken`;

const BATCH = 2_000;

const underWay = new WeakMap<Database, Promise<void>>();

/** Resolves when all that was committed before it was called is found by search. */
export async function takeIntoIndex(database: Database): Promise<void> {
  if ((await countWaiting(database)) === 0) return;
  const before = underWay.get(database);
  // What is under way may have begun before the last commit.
  if (before) await before;
  const now = underWay.get(database) ?? takeAll(database);
  await now;
}

async function countWaiting(database: Database): Promise<number> {
  const [row] = await database.read<{ waiting: number }>(COUNT_WAITING);
  return row?.waiting ?? 0;
}

function takeAll(database: Database): Promise<void> {
  const work = (async () => {
    for (let taken = BATCH; taken === BATCH; ) {
      const [row] = await database.write<{ taken: number }>(TAKE_IN, { p: { limit: BATCH } });
      taken = row?.taken ?? 0;
    }
  })().finally(() => underWay.delete(database));
  underWay.set(database, work);
  return work;
}

const EVERY_MS = 2_000;
/** More shall not wait, so that a search has not to wait for long. */
const MOST_WAITING = 5_000;

/** Takes in what waits when no more comes, or it is much; while much is written nothing is taken from it. Returns what ends it. */
export function keepIndexed(database: Database): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let before = 0;
  const turn = async (): Promise<void> => {
    const waiting = await countWaiting(database);
    if (waiting > 0 && (waiting === before || waiting >= MOST_WAITING)) await takeIntoIndex(database);
    before = waiting;
  };
  // While the database is away there is nothing to do; the next turn tries again.
  const timer = setInterval(() => {
    running = running.then(turn).catch(() => undefined);
  }, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
