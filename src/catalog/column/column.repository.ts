import type { Database } from '../../neo4j/database.js';
import { COMMON_CONDITIONS, commonParameters, type EntityFilter } from '../entity/filter.js';
import { type Page, type PageRequest, pageOf } from '../entity/page.js';
import { type PagedRelation, relation } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import { columnId, datasetId, parseId, splitColumnId } from '../id.js';
import { timeOf } from '../time.js';
import { type ColumnDerivation, type ColumnRow, shape } from './column.js';

/**
 * A dataset under several names has the columns of all of them; where two names have the same column, the canonical
 * dataset's counts. So a column's id is always that of the canonical dataset with the field path.
 */
const COLUMNS_OF = `
MATCH (d)-[:SAME_AS*0..]-(m:Dataset)
WITH DISTINCT d, m ORDER BY m <> d, m.id
MATCH (m)-[:HAS_COLUMN]->(e:Column)`;

const FIND_COLUMNS = `
UNWIND $p.datasets AS asked
MATCH (named:Entity {id: asked.id})
OPTIONAL MATCH (canonical:Entity {id: named.canonical})
WITH asked, coalesce(canonical, named) AS d
CALL (asked, d) {
  ${COLUMNS_OF}
  WHERE e.name IN asked.paths
  WITH e.name AS path, head(collect(e)) AS e
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN asked.id AS asked, d.id AS dataset, rows`;

const COLUMNS_OF_DATASETS = `
UNWIND $p.of AS of
MATCH (d:Entity {id: of})
CALL (d) {
  ${COLUMNS_OF}
  WHERE e.removedAt IS NULL
  WITH e.name AS path, head(collect(e)) AS e
  WITH coalesce(e.ordinal, 1000000) AS sort, path, e
  WHERE $p.id IS NULL OR sort > $p.sort OR (sort = $p.sort AND path > $p.id)
  WITH sort, path, e ORDER BY sort, path LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

const LAST_ORDINAL = 1_000_000;

// The hint: planned while the graph is nearly empty, it would scan all relationships.
const LIST_COLUMNS = `
MATCH (d:Entity)
USING INDEX d:Entity(id)
WHERE d.id >= $p.from AND d.id < $p.until AND d.canonical IS NULL
WITH d ORDER BY d.id
MATCH (d)-[:HAS_COLUMN]->(e:Column)
WHERE (d.id > $p.from OR e.name > $p.path)
  AND ($p.type IS NULL OR toLower(e.type) = $p.type)
  AND ${COMMON_CONDITIONS}
WITH d, e ORDER BY d.id, e.name LIMIT toInteger($p.limit)
RETURN d.id AS dataset, ${rowMap(shape)} AS row`;

const DERIVED_FROM = `
UNWIND $p.of AS of
MATCH (c:Column {key: of})
CALL (c) {
  MATCH (c)<-[r:DERIVES]-(e:Column)<-[:HAS_COLUMN]-(named:Dataset)
  OPTIONAL MATCH (canonical:Entity {id: named.canonical})
  WITH coalesce(canonical, named).id AS dataset, e, r
  WITH dataset, e.name AS path, head(collect(e)) AS e, collect({how: r.how, by: r.by, validFrom: r.validFrom}) AS edges
  WHERE $p.id IS NULL OR dataset > $p.sort OR (dataset = $p.sort AND path > $p.id)
  WITH dataset, path, e, edges ORDER BY dataset, path LIMIT toInteger($p.limit)
  RETURN collect({dataset: dataset, column: ${rowMap(shape)}, edges: edges}) AS rows
}
RETURN of, rows`;

export function columnOf(raw: RawRow, dataset: string): ColumnRow {
  const name = String(raw.name);
  const namespace = parseId(dataset)?.parts[0];
  return rowOf(shape, {
    ...raw,
    kind: 'COLUMN',
    namespace,
    id: columnId(dataset, name),
    dataset,
    createdAt: timeOf(Number(raw.createdAt)),
  });
}

/** In the order asked; null where there is none. */
export async function findColumns(database: Database, ids: readonly string[]): Promise<(ColumnRow | null)[]> {
  const parts = ids.map(splitColumnId);
  const paths = new Map<string, string[]>();
  for (const { dataset, path } of parts) paths.set(dataset, [...(paths.get(dataset) ?? []), path]);
  const datasets = [...paths].map(([id, of]) => ({ id, paths: of }));
  const answer = await database.read<{ asked: string; dataset: string; rows: RawRow[] }>(FIND_COLUMNS, { p: { datasets } });
  const found = new Map<string, ColumnRow>();
  for (const { asked, dataset, rows } of answer) for (const raw of rows) found.set(`${asked}#${String(raw.name)}`, columnOf(raw, dataset));
  return parts.map(({ dataset, path }) => found.get(`${dataset}#${path}`) ?? null);
}

/** In the order of the schema; those that only lineage names come last. */
export const columnsOfDatasets: PagedRelation<ColumnRow> = relation<ColumnRow>({
  cypher: COLUMNS_OF_DATASETS,
  row: (raw, dataset) => columnOf(raw, dataset.id),
  cursor: (column) => [column.ordinal ?? LAST_ORDINAL, column.name],
});

/** The columns that a column is computed from. */
export const columnsDerivedFrom: PagedRelation<ColumnDerivation> = relation<ColumnDerivation>({
  cypher: DERIVED_FROM,
  row: (raw) => {
    const column = columnOf(raw.column as RawRow, String(raw.dataset));
    return { id: column.id, column, edges: raw.edges as ColumnDerivation['edges'] };
  },
  cursor: ({ column }) => [column.dataset, column.name],
});

export interface ColumnFilter extends EntityFilter {
  /** The id of a dataset. */
  readonly dataset?: string | null;
  readonly type?: string | null;
}

/** In the order of dataset id and field path. */
export async function listColumns(database: Database, filter: ColumnFilter, request: PageRequest): Promise<Page<ColumnRow>> {
  const p = {
    ...commonParameters(filter),
    ...datasetRange(filter, request),
    type: filter.type?.toLowerCase() ?? null,
    limit: request.first + 1,
  };
  const rows = await database.read<{ dataset: string; row: RawRow }>(LIST_COLUMNS, { p });
  return pageOf(
    rows.map(({ dataset, row }) => columnOf(row, dataset)),
    request,
    (column) => [column.dataset, column.name],
  );
}

/** Which datasets to look at, from the cursor's on: `from` itself only after the cursor's `path`. */
function datasetRange({ dataset, namespace }: ColumnFilter, { after }: PageRequest): { from: string; until: string; path: string } {
  const any = datasetId('a', 'b').slice(0, -'a/b'.length);
  const prefix = dataset ?? (namespace ? datasetId(namespace, 'b').slice(0, -1) : any);
  const last = prefix.charCodeAt(prefix.length - 1);
  // A dataset alone: up to the text that follows its id immediately.
  const until = dataset ? `${dataset}\u0000` : prefix.slice(0, -1) + String.fromCharCode(last + 1);
  const from = String(after?.[0] ?? '');
  return from >= prefix ? { from, until, path: after?.[1] ?? '' } : { from: prefix, until, path: '' };
}
