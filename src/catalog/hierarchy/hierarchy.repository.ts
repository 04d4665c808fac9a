import type { Database } from '../../neo4j/database.js';
import { entityOf, ROW_OF_ANY } from '../entity/entity.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import type { EntityRow, RawRow } from '../entity/row.js';
import { eachOnce, MAX_LEVELS, type Placement } from './hierarchy.js';

// There is at most one CHILD_OF out of a term or domain, so that a walk of bounded length is one chain upwards and a tree downwards.
const PARENTS = `
UNWIND $p.keys AS key
MATCH (o:Entity {key: key})
MATCH path = (o)-[:CHILD_OF*1..${MAX_LEVELS}]->(e:Entity)
WITH key, e, length(path) AS distance ORDER BY distance
RETURN key, collect(${ROW_OF_ANY}) AS rows`;

const CHILDREN = `
UNWIND $p.of AS of
MATCH (o:Entity {id: of})
CALL (o) {
  MATCH (o)<-[:CHILD_OF]-(e:Entity)
  WHERE e.removedAt IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${ROW_OF_ANY}) AS rows
}
RETURN of, rows`;

const ABOVE = `
MATCH path = (:Entity {id: $p.parent})-[:CHILD_OF*0..${MAX_LEVELS}]->(e:Entity)
RETURN e.id AS id ORDER BY length(path)`;

const LEVELS_BELOW = `
MATCH path = (o:Entity {id: $p.id})<-[:CHILD_OF*0..${MAX_LEVELS}]-(:Entity)
WHERE NOT o IN tail(nodes(path))
RETURN max(length(path)) AS levels`;

/** What is above terms and domains, nearest first, each once. */
export async function findParents(database: Database, keys: readonly number[]): Promise<EntityRow[][]> {
  const answer = await database.read<{ key: number; rows: RawRow[] }>(PARENTS, { p: { keys } });
  const found = new Map(answer.map(({ key, rows }) => [key, eachOnce(key, rows.map(entityOf))]));
  return keys.map((key) => found.get(key) ?? []);
}

export const childrenOf: PagedRelation<EntityRow> = relation<EntityRow>({ cypher: CHILDREN, row: entityOf, cursor: byId });

/** Where `id` would be below `parent`; neither has to be known yet. */
export async function findPlacement(database: Database, id: string, parent: string): Promise<Placement> {
  const [above, below] = await Promise.all([
    database.read<{ id: string }>(ABOVE, { p: { parent } }),
    database.read<{ levels: number | null }>(LEVELS_BELOW, { p: { id } }),
  ]);
  return { above: [...new Set([parent, ...above.map((row) => row.id)])], levelsBelow: below[0]?.levels ?? 0 };
}
