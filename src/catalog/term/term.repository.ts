import type { Database } from '../../neo4j/database.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import { MAX_LISTED } from '../entity/too-many.js';
import { listOfHierarchy } from '../hierarchy/list.repository.js';
import { shape, type TermRow } from './term.js';

const RELATED = `
UNWIND $p.keys AS key
MATCH (:Entity {key: key})-[:RELATED_TO]-(e:Term)
WITH DISTINCT key, e ORDER BY e.id
RETURN key, collect(${rowMap(shape)})[..${MAX_LISTED}] AS rows`;

/** Terms that say they are related to these, or that these say are, at most 100 each. */
export async function findRelatedTerms(database: Database, keys: readonly number[]): Promise<TermRow[][]> {
  const rows = await database.read<{ key: number; rows: RawRow[] }>(RELATED, { p: { keys } });
  const found = new Map(rows.map(({ key, rows: of }) => [key, of.map((raw) => rowOf<TermRow>(shape, raw))]));
  return keys.map((key) => found.get(key) ?? []);
}

export const listTerms = listOfHierarchy('term:');
