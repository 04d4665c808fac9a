import type { Database } from '../../neo4j/database.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import { listOfHierarchy } from '../hierarchy/list.repository.js';
import { type DomainRow, shape } from './domain.js';

// Columns are no :Entity; keys are unique over both.
const DOMAINS = `
UNWIND $p.keys AS key
CALL (key) { MATCH (o:Entity {key: key}) RETURN o UNION ALL MATCH (o:Column {key: key}) RETURN o }
MATCH (o)-[:IN_DOMAIN]->(e:Domain)
RETURN key, ${rowMap(shape)} AS row`;

/** The domain of entities and columns, null where there is none: in the order asked. */
export async function findDomains(database: Database, keys: readonly number[]): Promise<(DomainRow | null)[]> {
  const rows = await database.read<{ key: number; row: RawRow }>(DOMAINS, { p: { keys } });
  const found = new Map(rows.map(({ key, row }) => [key, rowOf<DomainRow>(shape, row)]));
  return keys.map((key) => found.get(key) ?? null);
}

export const listDomains = listOfHierarchy('domain:');
