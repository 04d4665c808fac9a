import { columnId } from '../catalog/id.js';
import type { Database } from '../neo4j/database.js';
import { WORDS_FORMAT } from '../search/search-words.js';
import { searchWordsOf, searchWordsOfColumn } from './found-by.js';
import { Memory } from './memory.js';
import { type EntityState, view } from './state.js';
import { WorkingSet } from './working-set.js';

/** Entities in one transaction; fewer after somebody else wrote meanwhile. */
const BATCH = 500;
const LEAST = 20;

// One node remembers how far the words of this format have come: a start that is cut off goes on there.
const READ_PROGRESS = `
OPTIONAL MATCH (s:SearchWords {name: 'search-words'})
MATCH (log:Log {name: 'log'})
RETURN coalesce(CASE WHEN s.format = $p.format THEN s.after END, '') AS after, s.format = $p.format AND s.done AS done,
  log.position AS position`;

const READ_IDS = `
MATCH (e:Entity)
USING INDEX e:Entity(id)
WHERE e.id > $p.after
WITH e.id AS id ORDER BY id LIMIT toInteger($p.limit)
RETURN collect(id) AS ids`;

const COUNT = 'MATCH (e:Entity) RETURN count(e) AS count';

/** Does nothing, and answers nothing, when somebody wrote since the words were made: as the Writer does. */
const WRITE = `
MATCH (log:Log {name: 'log'})
SET log.lock = 'search-words'
WITH log WHERE log.position = $p.position
CALL () { UNWIND $p.rows AS r MATCH (e:Entity {key: r.key}) REMOVE e:Unsearched SET e.searchWords = r.words, e:$(CASE WHEN r.words IS NULL THEN [] ELSE ['Searched'] END) }
CALL () { UNWIND $p.columns AS r MATCH (c:Column {key: r.key}) SET c.searchWords = r.words }
MERGE (s:SearchWords {name: 'search-words'})
SET s.format = toInteger($p.format), s.after = $p.after, s.done = $p.done
RETURN true AS written`;

interface WordsRow {
  readonly key: number;
  readonly words: string | null;
}

/** `done`: entities whose words were made, of `of`. */
export type TellProgress = (done: number, of: number) => void;

/**
 * Makes the words that things are found by for everything that was stored before there were any, or in an older format; nothing
 * when all have them. Goes on where an earlier start was cut off. Returns how many entities it went through.
 */
export async function backfillSearchWords(database: Database, tell: TellProgress = () => undefined, batch = BATCH): Promise<number> {
  let through = 0;
  let size = batch;
  let count: number | undefined;
  for (;;) {
    const [progress] = await database.read<{ after: string; done: boolean | null; position: number }>(READ_PROGRESS, {
      p: { format: WORDS_FORMAT },
    });
    if (!progress) throw new Error('The database has no log: it was not migrated.');
    if (progress.done) return through;
    count ??= (await database.read<{ count: number }>(COUNT))[0]?.count ?? 0;
    const [{ ids } = { ids: [] }] = await database.read<{ ids: string[] }>(READ_IDS, { p: { after: progress.after, limit: size } });
    const p = {
      ...(await wordsOf(database, ids)),
      position: progress.position,
      format: WORDS_FORMAT,
      after: ids.at(-1) ?? progress.after,
      done: ids.length < size,
    };
    const [written] = await database.write(WRITE, { p });
    if (!written) {
      size = Math.max(LEAST, size >> 1);
      continue;
    }
    through += ids.length;
    tell(through, count);
  }
}

async function wordsOf(database: Database, ids: readonly string[]): Promise<{ rows: WordsRow[]; columns: WordsRow[] }> {
  const set = new WorkingSet(database, new Memory(), NO_KEYS, undefined);
  await set.load(ids);
  const entities = ids.flatMap((id) => set.find(id) ?? []);
  return {
    rows: entities.map((entity) => ({ key: entity.key, words: searchWordsOf(entity, view(entity.id, entity.registers, entity.seenAt)) })),
    columns: entities.flatMap(columnsOf),
  };
}

function columnsOf(dataset: EntityState): WordsRow[] {
  return [...dataset.columns.values()].flatMap((column) => {
    if (!column.own) return [];
    const own = view(columnId(dataset.id, column.path), column.own.registers, column.own.seenAt);
    return [{ key: column.key, words: searchWordsOfColumn(dataset.id, column, own) }];
  });
}

const NO_KEYS = {
  next: (): number => {
    throw new Error('Nothing is made here.');
  },
};
