import type { Database } from '../../neo4j/database.js';
import { type EntityFilter, idRange, wordsIn } from '../entity/filter.js';
import { type Page, type PageRequest, pageOf } from '../entity/page.js';
import { byId } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
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
  /** Whether a model learns from it, or something is computed from a column that carries it. */
  readonly used?: boolean | null;
}

/** What a list can begin with: something that leads to few features. */
type Via = 'table' | 'tag' | 'owner' | 'source' | 'word';

/** An absent part of a filter is a null, so that there is one plan; what the list began with is not asked again. */
const CHEAP = `e.id > $p.from AND e.id < $p.until
  AND ($p.dataType IS NULL OR e.dataType = $p.dataType)
  AND ($p.semanticKind IS NULL OR e.semanticKind = $p.semanticKind)`;

/** Asked only of as many as it takes to fill the page. */
const REST = `
WHERE ($p.described IS NULL OR coalesce(e.described, false) = $p.described)
  AND ($p.nameContains IS NULL OR toLower(e.name) CONTAINS $p.nameContains)
  AND all(word IN $p.words WHERE e.text CONTAINS word)
  AND ($p.tag IS NULL OR EXISTS { (e)-[:TAGGED]->(:Entity {id: $p.tag}) })
  AND ($p.owner IS NULL OR EXISTS { (e)-[:PART_OF*0..1]->()-[:OWNED_BY]->(:Entity {id: $p.owner}) })
  AND ($p.source IS NULL OR EXISTS { (e)-[:PART_OF]->()-[:MATERIALISED_IN]->()-[:IN_SOURCE]->(:Entity {id: $p.source}) })
  AND ($p.writtenSince IS NULL
    OR EXISTS { (e)-[:PART_OF]->()-[:MATERIALISED_IN]->()-[:HAS_VERSION]->(v) WHERE v.writtenAt >= $p.writtenSince })
  AND ($p.used IS NULL
    OR $p.used = (EXISTS { (e)-[:INFORMS]->() } OR EXISTS { (e)<-[:CARRIES]-(:Column)-[:DERIVES|INFLUENCES]->() }))
  AND $p.removed = (e.removedAt IS NOT NULL)`;

const list = (start: string, order: string): string => `${start}
WITH e ORDER BY ${order} ${REST}
WITH e LIMIT toInteger($p.limit)
RETURN ${rowMap(shape)} AS row ORDER BY e.id`;

// All but one of `via` are null and lead nowhere; somebody can own the same thing in several roles.
const VIA = list(
  `
CALL () {
  MATCH (:Entity {id: $p.via.table})<-[:PART_OF]-(e:Feature) RETURN e
  UNION ALL
  MATCH (:Entity {id: $p.via.tag})<-[:TAGGED]-(e:Feature) RETURN e
  UNION ALL
  MATCH (:Entity {id: $p.via.owner})<-[:OWNED_BY]-(e:Feature) RETURN DISTINCT e
  UNION ALL
  MATCH (o:Entity {id: $p.via.owner})<-[:OWNED_BY]-(:FeatureTable)<-[:PART_OF]-(e:Feature) WHERE NOT (e)-[:OWNED_BY]->(o) RETURN DISTINCT e
  UNION ALL
  MATCH (e:Feature) USING TEXT INDEX e:Feature(text) WHERE e.text CONTAINS $p.via.word RETURN e
  UNION ALL
  MATCH (:Entity {id: $p.via.source})<-[:IN_SOURCE]-(:Dataset)<-[:MATERIALISED_IN]-(t:FeatureTable)
  WITH DISTINCT t
  MATCH (t)<-[:PART_OF]-(e:Feature) RETURN e
}
WITH e
WHERE ${CHEAP}`,
  'e.id',
);

// These are read in the order of an index, and no further than the page is long.
const OF_TYPE = list(
  `
MATCH (e:Feature)
USING INDEX e:Feature(dataType, id)
WHERE e.dataType = $p.dataType AND ${CHEAP}`,
  'e.dataType, e.id',
);
const OF_KIND = list(
  `
MATCH (e:Feature)
USING INDEX e:Feature(semanticKind, id)
WHERE e.semanticKind = $p.semanticKind AND ${CHEAP}`,
  'e.semanticKind, e.id',
);
const ANY = list(
  `
MATCH (e:Entity)
USING INDEX e:Entity(id)
WHERE ${CHEAP}`,
  'e.id',
);

const NOWHERE: Readonly<Record<Via, null>> = { table: null, tag: null, owner: null, source: null, word: null };
const ALL = 'feature:';

/** In the order of ids. */
export async function listFeatures(database: Database, filter: FeatureFilter, request: PageRequest): Promise<Page<FeatureRow>> {
  const { owner = null, source = null, table = null, tag = null } = filter;
  // The longest, which is in the fewest texts, comes first.
  const words = wordsIn(filter.text).sort((a, b) => b.length - a.length);
  const via = viaOf({ table, tag, owner, word: words[0] ?? null, source });
  const prefix = filter.namespace ? entityId('FEATURE', filter.namespace, 't', 'f').slice(0, -'t/f'.length) : ALL;
  const p = {
    ...idRange(prefix, request),
    dataType: filter.dataType ?? null,
    described: filter.described ?? null,
    nameContains: filter.nameContains?.toLowerCase() ?? null,
    owner: via.owner ? null : owner,
    removed: filter.removed ?? false,
    semanticKind: filter.semanticKind ?? null,
    source: via.source ? null : source,
    tag: via.tag ? null : tag,
    used: filter.used ?? null,
    via,
    words: via.word ? words.slice(1) : words,
    writtenSince: filter.writtenSince ?? null,
  };
  const rows = await database.read<{ row: RawRow }>(statementFor(via, filter), { p });
  return pageOf(
    rows.map(({ row }) => rowOf<FeatureRow>(shape, row)),
    request,
    byId,
  );
}

/** The first of those that are asked for: they are named in the order of how many features they usually lead to. */
function viaOf(asked: Readonly<Record<Via, string | null>>): Readonly<Record<Via, string | null>> {
  const [first] = Object.entries(asked).filter(([, value]) => value);
  return first ? { ...NOWHERE, [first[0]]: first[1] } : NOWHERE;
}

function statementFor(via: Readonly<Record<Via, string | null>>, { dataType, semanticKind }: FeatureFilter): string {
  if (Object.values(via).some((value) => value !== null)) return VIA;
  if (dataType) return OF_TYPE;
  return semanticKind ? OF_KIND : ANY;
}
