import { type Seen, seenAmong } from '../access/seen.js';
import type { CursorParts } from '../catalog/entity/page.js';
import { idPrefix } from '../catalog/id.js';
import { STORED_KINDS } from '../catalog/projection.js';
import { withoutHidden } from './hidden-words.js';
import { filterParameters, HIT_CONDITIONS, HIT_FIELDS } from './hit.cypher.js';
import { type HitRow, idOf } from './hit-row.js';
import { printLucene, printSuggestion } from './lucene.js';
import type { SearchQuery } from './query.js';
import { closenessOf, rankNumber } from './rank.js';
import { compareHits, type Hit, type HitSet, MAX_HITS, type SearchFilter } from './search.js';
import { columnLines, UNSEARCHED } from './search-words.js';
import { tokenise } from './tokenise.js';

/** Of what the index finds, so much is looked at, best first, to see whether it fits the filter. */
const MAX_EXAMINED = 20_000;

/** Of which so many are looked at where some are hidden. */
const MAX_HIDDEN_BETWEEN = 5_000;

const findBy = (fields: string): string => `
CALL db.index.fulltext.queryNodes('search_words', $p.lucene, {limit: toInteger($p.examined)}) YIELD node
WITH collect(node) AS given
CALL (given) {
  UNWIND given AS found
  OPTIONAL MATCH (canonical:Entity {id: found.canonical})
  WITH found, coalesce(canonical, found) AS e
  WHERE ${HIT_CONDITIONS}
  WITH found, e LIMIT toInteger($p.limit)
  RETURN collect({${fields}, words: found.searchWords}) AS rows
}
RETURN size(given) AS examined, rows`;

const FIND = findBy(HIT_FIELDS);
/** For who does not see everything: an alias may be hidden by itself. */
const FIND_SEEN = findBy(`${HIT_FIELDS}, foundAs: found.id`);

// Within a range the index gives ids in their order, so that each is read no farther than needed.
const LIST = `
UNWIND $p.ranges AS range
CALL (range) {
  MATCH (e:Entity)
  USING INDEX e:Entity(id)
  WHERE e.id > range.from AND e.id < range.until AND e.canonical IS NULL AND ${HIT_CONDITIONS}
  WITH e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN e
}
WITH e ORDER BY e.id LIMIT toInteger($p.limit)
RETURN collect({${HIT_FIELDS}}) AS rows`;

/** Columns too, of which LIST knows nothing. */
const LIST_NEAR = `
MATCH (near:Entity {id: coalesce($p.tag, $p.owner, $p.term)})<-[:TAGGED|OWNED_BY|MEANS]-(e)
WHERE e.searchWords IS NOT NULL AND e.canonical IS NULL AND ${HIT_CONDITIONS}
WITH DISTINCT e
WITH {${HIT_FIELDS}} AS row
WITH row ORDER BY coalesce(row.id, row.dataset + '#' + row.name)
WHERE $p.after IS NULL OR coalesce(row.id, row.dataset + '#' + row.name) > $p.after
WITH row LIMIT toInteger($p.limit)
RETURN collect(row) AS rows`;

/** What has the words, in the order of rank.ts, and fits the filter. */
export async function findHits({ database, sight }: Seen, query: SearchQuery, filter: SearchFilter): Promise<HitSet> {
  const columns = tokenise(filter.hasColumn ?? '');
  // Hidden hits must not crowd out those that are seen.
  const limit = sight ? MAX_HIDDEN_BETWEEN : MAX_HITS + 1;
  const p = { ...filterParameters(filter, await sight?.reach()), lucene: printLucene(query, columns), examined: MAX_EXAMINED, limit };
  const [answer] = await database.read<{ examined: number; rows: HitRow[] }>(sight ? FIND_SEEN : FIND, { p });
  const { examined, rows } = answer ?? { examined: 0, rows: [] };
  const seen = sight ? await withoutHidden(database, sight, rows) : rows;
  const having = seen.slice(0, MAX_HITS).filter(({ words }) => columns.length === 0 || hasColumn(words ?? '', columns));
  return { hits: ranked(query, having), complete: examined < MAX_EXAMINED && rows.length < limit && seen.length <= MAX_HITS };
}

/** What fits the filter, in the order of ids, after a cursor. Columns only where a tag, an owner or a term is asked for. */
export async function listHits({ database, sight }: Seen, filter: SearchFilter, after: CursorParts | null): Promise<HitSet> {
  const statement = filter.tag || filter.owner || filter.term ? LIST_NEAR : LIST;
  const rows: HitRow[] = [];
  let last = after;
  const reach = await sight?.reach();
  for (let looked = 0; looked < MAX_EXAMINED && rows.length <= MAX_HITS; looked += MAX_HITS) {
    const p = { ...filterParameters(filter, reach), after: last?.[1] ?? null, ranges: rangesOf(filter, last) };
    const [answer] = await database.read<{ rows: HitRow[] }>(statement, { p });
    const found = answer?.rows ?? [];
    rows.push(...(await seenAmong(sight, found, idOf)));
    if (!sight || found.length <= MAX_HITS) break;
    last = [0, found.map(idOf).reduce((most, id) => (id > most ? id : most))];
  }
  const hits = rows.slice(0, MAX_HITS).map((row) => ({ key: row.key, id: idOf(row), rank: 0 }));
  return { hits: hits.sort(compareHits), complete: rows.length <= MAX_HITS };
}

/** Of so many that the index gives first, the best are suggested. */
const MAX_SUGGESTED_FROM = 200;

/** Names that begin so, or of which a word does: best first. */
export async function findSuggestions({ database, sight }: Seen, query: SearchQuery): Promise<HitSet> {
  // What is seen may come behind much that is hidden.
  const examined = sight ? MAX_EXAMINED : MAX_SUGGESTED_FROM;
  const p = { ...filterParameters({}, await sight?.reach()), lucene: printSuggestion(query), examined };
  const [answer] = await database.read<{ examined: number; rows: HitRow[] }>(sight ? FIND_SEEN : FIND, { p });
  const rows = answer?.rows ?? [];
  return {
    hits: ranked(query, sight ? await withoutHidden(database, sight, rows) : rows),
    complete: (answer?.examined ?? 0) < examined && rows.length <= MAX_HITS,
  };
}

/** A thing that is found by several of its names stands at the best place. */
function ranked(query: SearchQuery, rows: readonly HitRow[]): Hit[] {
  const best = new Map<number, Hit>();
  for (const row of rows) {
    const closeness = closenessOf(query, row.words ?? '');
    if (!closeness && query.terms.length > 0) continue;
    const rank = closeness ? rankNumber(closeness, row.use) : -row.use;
    if (rank < (best.get(row.key)?.rank ?? 1)) best.set(row.key, { key: row.key, id: idOf(row), rank });
  }
  return [...best.values()].sort(compareHits);
}

function hasColumn(searchWords: string, words: readonly string[]): boolean {
  return columnLines(searchWords).some((line) => ` ${line} `.includes(` ${words.join(' ')} `));
}

/** The ids of each kind that is searched, of one namespace if that is asked for, after the cursor. */
function rangesOf({ kinds, namespace }: SearchFilter, after: CursorParts | null): { from: string; until: string }[] {
  const asked = STORED_KINDS.filter((kind) => kind !== 'COLUMN' && !UNSEARCHED[kind] && (!kinds || kinds.includes(kind)));
  return asked.map((kind) => {
    const prefix = idPrefix(kind as Exclude<typeof kind, 'COLUMN'>, namespace ?? undefined);
    const last = prefix.charCodeAt(prefix.length - 1);
    const from = after && after[1] > prefix ? after[1] : prefix;
    return { from, until: prefix.slice(0, -1) + String.fromCharCode(last + 1) };
  });
}
