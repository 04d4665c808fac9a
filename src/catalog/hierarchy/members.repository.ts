import { shape as columnShape } from '../column/column.js';
import { columnOf } from '../column/column.repository.js';
import { entityOf, ROW_OF_ANY } from '../entity/entity.repository.js';
import type { CursorParts, PageRequest } from '../entity/page.js';
import { type PagedRelation, relation } from '../entity/relation.repository.js';
import { type EntityRow, type RawRow, rowMap } from '../entity/row.js';
import type { Kind } from '../kind.js';
import { MAX_LEVELS } from './hierarchy.js';

/** Which of the entities that a term is attached to, or that are in a domain. */
export interface MemberRequest extends PageRequest {
  /** null: of any kind. */
  readonly kinds: readonly Kind[] | null;
}

// A column is no :Entity: it comes under its dataset's id and its name. Those of two names of one dataset are one.
const membersBy = (type: 'MEANS' | 'IN_DOMAIN', levels: number): string => `
UNWIND $p.of AS of
MATCH (o:Entity {id: of})
CALL (o) {
  MATCH (o)<-[:CHILD_OF*0..${levels}]-(group:Entity)
  WITH DISTINCT group
  MATCH (group)<-[:${type}]-(e)
  WHERE e.removedAt IS NULL AND e.canonical IS NULL AND ($p.kinds IS NULL OR coalesce(e.kind, 'COLUMN') IN $p.kinds)
  WITH DISTINCT e
  OPTIONAL MATCH (named:Dataset)-[:HAS_COLUMN]->(e)
  OPTIONAL MATCH (canonical:Entity {id: named.canonical})
  WITH coalesce(canonical.id, named.id, e.id) AS owner, CASE WHEN e:Column THEN e.name ELSE '' END AS path, e
  WHERE $p.id IS NULL OR owner > $p.sort OR (owner = $p.sort AND path > $p.id)
  WITH owner, path, head(collect(e)) AS e ORDER BY owner, path LIMIT toInteger($p.limit)
  RETURN collect({owner: owner, row: CASE WHEN e:Column THEN ${rowMap(columnShape)} ELSE ${ROW_OF_ANY} END}) AS rows
}
RETURN of, rows`;

function members(type: 'MEANS' | 'IN_DOMAIN', levels: number): PagedRelation<EntityRow, MemberRequest> {
  return relation<EntityRow, MemberRequest>({
    cypher: membersBy(type, levels),
    parameters: ({ kinds }) => ({ kinds }),
    row: memberOf,
    cursor,
  });
}

const memberOf = ({ owner, row }: RawRow): EntityRow =>
  (row as RawRow).kind ? entityOf(row as RawRow) : columnOf(row as RawRow, String(owner));

function cursor(row: EntityRow): CursorParts {
  const hash = row.kind === 'COLUMN' ? row.id.indexOf('#') : -1;
  return hash < 0 ? [row.id, ''] : [row.id.slice(0, hash), row.name];
}

export const entitiesOfTerm = members('MEANS', 0);
export const entitiesOfDomain = members('IN_DOMAIN', 0);
/** With those of all terms, of all domains, below it. */
export const entitiesBelowTerm = members('MEANS', MAX_LEVELS);
export const entitiesBelowDomain = members('IN_DOMAIN', MAX_LEVELS);
