import type { Database } from '../../neo4j/database.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import { MAX_LISTED } from '../entity/too-many.js';
import { listOfHierarchy } from '../hierarchy/list.repository.js';
import { shape, type TermAttachment, type TermRow } from './term.js';

// Columns are no :Entity; keys are unique over both.
const TERMS = `
UNWIND $p.keys AS key
CALL (key) { MATCH (o:Entity {key: key}) RETURN o UNION ALL MATCH (o:Column {key: key}) RETURN o }
MATCH (o)-[r:MEANS]->(e:Term)
WITH key, r, e ORDER BY e.id
RETURN key, collect({by: r.by, term: ${rowMap(shape)}})[..${MAX_LISTED}] AS rows`;

const RELATED = `
UNWIND $p.keys AS key
MATCH (:Entity {key: key})-[:RELATED_TO]-(e:Term)
WITH DISTINCT key, e ORDER BY e.id
RETURN key, collect(${rowMap(shape)})[..${MAX_LISTED}] AS rows`;

/** Terms of entities and columns, at most 100 each: in the order asked. */
export async function findTerms(database: Database, keys: readonly number[]): Promise<TermAttachment[][]> {
  const rows = await database.read<{ key: number; rows: { by: string | null; term: RawRow }[] }>(TERMS, { p: { keys } });
  const found = new Map(
    rows.map(({ key, rows: of }) => [key, of.map(({ by, term }) => ({ term: rowOf<TermRow>(shape, term), by: by ?? '' }))]),
  );
  return keys.map((key) => found.get(key) ?? []);
}

/** Terms that say they are related to these, or that these say are, at most 100 each. */
export async function findRelatedTerms(database: Database, keys: readonly number[]): Promise<TermRow[][]> {
  const rows = await database.read<{ key: number; rows: RawRow[] }>(RELATED, { p: { keys } });
  const found = new Map(rows.map(({ key, rows: of }) => [key, of.map((raw) => rowOf<TermRow>(shape, raw))]));
  return keys.map((key) => found.get(key) ?? []);
}

export const listTerms = listOfHierarchy('term:');
