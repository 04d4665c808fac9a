import type { Database } from '../../neo4j/database.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { rowMap, rowOf } from '../entity/row.js';
import { type FeatureRow, shape } from './feature.js';

const FEATURES_OF_TABLES = `
UNWIND $p.of AS of
MATCH (t:Entity {id: of})
CALL (t) {
  MATCH (t)<-[:PART_OF]-(e:Feature)
  WHERE e.removedAt IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

export const featuresOfTables: PagedRelation<FeatureRow> = relation<FeatureRow>({
  cypher: FEATURES_OF_TABLES,
  row: (raw) => rowOf(shape, raw),
  cursor: byId,
});

const CARRIED = `
MATCH (:Entity {id: $p.table})<-[:PART_OF]-(e:Feature)
WHERE (e.removedAt IS NOT NULL) = $p.removed
RETURN e.id AS id, e.name AS name, e.columns AS columns`;

/** A feature and the ids of the columns that carry it. */
export interface CarriedFeature {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** All features that a table has now, at most 1,000; or those that it had. */
export async function findCarriedFeatures(database: Database, table: string, removed = false): Promise<CarriedFeature[]> {
  const rows = await database.read<{ id: string; name: string; columns: string | null }>(CARRIED, { p: { table, removed } });
  return rows.map(({ id, name, columns }) => ({ id, name, columns: JSON.parse(columns ?? '[]') as string[] }));
}
