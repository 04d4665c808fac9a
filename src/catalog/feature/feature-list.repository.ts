import type { Database } from '../../neo4j/database.js';
import { type EntityFilter, idRange, wordsIn } from '../entity/filter.js';
import { type Page, type PageRequest, pageOf } from '../entity/page.js';
import { byId } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import { isStale } from '../feature-table/stale.cypher.js';
import { MAX_LEVELS } from '../hierarchy/hierarchy.js';
import { entityId } from '../id.js';
import type { Time } from '../time.js';
import type { DataType } from './data-type.js';
import { type FeatureRow, type SemanticKind, shape } from './feature.js';

export interface FeatureFilter extends EntityFilter {
  /** Words, each anywhere in name or description, in upper or lower case. */
  readonly text?: string | null;
  readonly dataType?: DataType | null;
  readonly semanticKind?: SemanticKind | null;
  /** The id of a data source that holds it. */
  readonly source?: string | null;
  /** The id of a feature table. */
  readonly table?: string | null;
  /** A dataset that holds it was written at this time or later. */
  readonly writtenSince?: Time | null;
  /** Whether its table is older than it may be now (milliseconds since 1970), which the table's expectedFreshness says. */
  readonly stale?: boolean | null;
  readonly now?: number;
  /** Whether a model learns from it, or something is computed from a column that carries it. */
  readonly used?: boolean | null;
}

/**
 * What a list can begin with: something that leads to few features. Named in the order of how many they usually are.
 * Where several ways may lead to one feature it is taken once.
 */
const STARTS = {
  table: 'MATCH (:Entity {id: $p.via})<-[:PART_OF]-(e:Feature)',
  term: 'MATCH (:Entity {id: $p.via})<-[:MEANS]-(e:Feature)',
  tag: 'MATCH (:Entity {id: $p.via})<-[:TAGGED]-(e:Feature)',
  owner: 'MATCH (:Entity {id: $p.via})<-[:OWNED_BY]-()<-[:PART_OF*0..1]-(e:Feature) WITH DISTINCT e',
  word: 'MATCH (e:Feature) USING TEXT INDEX e:Feature(text) WHERE e.text CONTAINS $p.via',
  domain: `MATCH (:Entity {id: $p.via})<-[:CHILD_OF*0..${MAX_LEVELS}]-(:Domain)<-[:IN_DOMAIN]-()<-[:PART_OF*0..1]-(e:Feature) WITH DISTINCT e`,
  source:
    'MATCH (:Entity {id: $p.via})<-[:IN_SOURCE]-(:Dataset)<-[:MATERIALISED_IN]-(t:FeatureTable) WITH DISTINCT t MATCH (t)<-[:PART_OF]-(e:Feature)',
} as const;
type Start = keyof typeof STARTS;

/** An absent part of a filter is a null; what the list began with is not asked again. */
const CHEAP = `($p.dataType IS NULL OR e.dataType = $p.dataType)
  AND ($p.semanticKind IS NULL OR e.semanticKind = $p.semanticKind)
  AND $p.removed = (e.removedAt IS NOT NULL)`;
const IN_RANGE = 'e.id > $p.from AND e.id < $p.until';

/** Asked only of as many as it takes to fill the page. What holds of a table holds of its features. */
const RARER = `
WHERE ($p.described IS NULL OR coalesce(e.described, false) = $p.described)
  AND ($p.nameContains IS NULL OR toLower(e.name) CONTAINS $p.nameContains)
  AND all(word IN $p.words WHERE e.text CONTAINS word)
  AND ($p.tag IS NULL OR EXISTS { (e)-[:TAGGED]->(:Entity {id: $p.tag}) })
  AND ($p.term IS NULL OR EXISTS { (e)-[:MEANS]->(:Entity {id: $p.term}) })
  AND ($p.owner IS NULL OR EXISTS { (e)-[:PART_OF*0..1]->()-[:OWNED_BY]->(:Entity {id: $p.owner}) })
  AND ($p.domain IS NULL
    OR EXISTS { (e)-[:PART_OF*0..1]->()-[:IN_DOMAIN]->(:Domain)-[:CHILD_OF*0..${MAX_LEVELS}]->(:Entity {id: $p.domain}) })
  AND ($p.source IS NULL OR EXISTS { (e)-[:PART_OF]->()-[:MATERIALISED_IN]->()-[:IN_SOURCE]->(:Entity {id: $p.source}) })
  AND ($p.writtenSince IS NULL
    OR EXISTS { (e)-[:PART_OF]->()-[:MATERIALISED_IN]->()-[:HAS_VERSION]->(v) WHERE v.writtenAt >= $p.writtenSince })
  AND ($p.stale IS NULL OR $p.stale = EXISTS { (e)-[:PART_OF]->(t:FeatureTable) WHERE ${isStale('t')} })
  AND ($p.used IS NULL
    OR $p.used = (EXISTS { (e)-[:INFORMS]->() } OR EXISTS { (e)<-[:CARRIES]-(:Column)-[:DERIVES|INFLUENCES]->() }))
WITH e`;

/** A list with and without the rarer conditions: most lists ask none of them. */
interface Statements {
  readonly narrowed: string;
  readonly plain: string;
}

function list(start: string, order: string): Statements {
  const statement = (rarer: string): string => `${start}
WITH e ORDER BY ${order} ${rarer} LIMIT toInteger($p.limit)
RETURN ${rowMap(shape)} AS row ORDER BY e.id`;
  return { narrowed: statement(RARER), plain: statement('') };
}

// The short properties come before the long id.
const from = (start: string): Statements =>
  list(`${start}\nWITH e WHERE ${CHEAP}\nWITH e, e.id AS id WHERE id > $p.from AND id < $p.until`, 'id');
const FROM = Object.fromEntries(Object.entries(STARTS).map(([start, match]) => [start, from(match)])) as Record<Start, Statements>;

// These are read in the order of an index, and no further than the page is long.
const OF_TYPE = list(
  `
MATCH (e:Feature)
USING INDEX e:Feature(dataType, id)
WHERE e.dataType = $p.dataType AND ${IN_RANGE} AND ${CHEAP}`,
  'e.dataType, e.id',
);
const OF_KIND = list(
  `
MATCH (e:Feature)
USING INDEX e:Feature(semanticKind, id)
WHERE e.semanticKind = $p.semanticKind AND ${IN_RANGE} AND ${CHEAP}`,
  'e.semanticKind, e.id',
);
const ANY = list(
  `
MATCH (e:Entity)
USING INDEX e:Entity(id)
WHERE ${IN_RANGE} AND ${CHEAP}`,
  'e.id',
);

const ALL = 'feature:';

/** In the order of ids. */
export async function listFeatures(database: Database, filter: FeatureFilter, request: PageRequest): Promise<Page<FeatureRow>> {
  const { owner = null, source = null, table = null, tag = null, term = null, domain = null } = filter;
  // The longest, which is in the fewest texts, comes first.
  const words = wordsIn(filter.text).sort((a, b) => b.length - a.length);
  const asked: Record<Start, string | null> = { table, term, tag, owner, word: words[0] ?? null, domain, source };
  const start = (Object.keys(STARTS) as Start[]).find((one) => asked[one]);
  const prefix = filter.namespace ? entityId('FEATURE', filter.namespace, 't', 'f').slice(0, -'t/f'.length) : ALL;
  const rarer = {
    described: filter.described ?? null,
    nameContains: filter.nameContains?.toLowerCase() ?? null,
    stale: filter.stale ?? null,
    used: filter.used ?? null,
    writtenSince: filter.writtenSince ?? null,
    ...asked,
    word: null,
    ...(start && { [start]: null }),
    words: start === 'word' ? words.slice(1) : words,
  };
  const p = {
    ...idRange(prefix, request),
    dataType: filter.dataType ?? null,
    removed: filter.removed ?? false,
    semanticKind: filter.semanticKind ?? null,
    now: filter.now ?? null,
    via: start ? asked[start] : null,
    ...rarer,
  };
  const { plain, narrowed } = statementsFor(start, filter);
  const isPlain = Object.values(rarer).every((value) => value === null || (Array.isArray(value) && value.length === 0));
  const rows = await database.read<{ row: RawRow }>(isPlain ? plain : narrowed, { p });
  return pageOf(
    rows.map(({ row }) => rowOf<FeatureRow>(shape, row)),
    request,
    byId,
  );
}

function statementsFor(start: Start | undefined, { dataType, semanticKind }: FeatureFilter): Statements {
  if (start) return FROM[start];
  if (dataType) return OF_TYPE;
  return semanticKind ? OF_KIND : ANY;
}
