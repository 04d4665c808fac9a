import type { Database } from '../../neo4j/database.js';
import { entityOf, ROW_OF_ANY } from '../entity/entity.repository.js';
import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { type Page, type PageRequest, pageOf } from '../entity/page.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import type { EntityRow } from '../entity/row.js';
import { type OwnerKind, type OwnerRow, shape } from './owner.js';

const OWNED = `
UNWIND $p.of AS of
MATCH (o:Entity {id: of})
CALL (o) {
  MATCH (o)<-[:OWNED_BY]-(e:Entity)
  WHERE e.removedAt IS NULL AND e.canonical IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH DISTINCT e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${ROW_OF_ANY}) AS rows
}
RETURN of, rows`;

/** What persons and teams own; columns are not among them. */
export const ownedEntities: PagedRelation<EntityRow> = relation<EntityRow>({ cypher: OWNED, row: entityOf, cursor: byId });

export interface OwnerFilter extends EntityFilter {
  readonly kind?: OwnerKind | null;
}

const LISTS = {
  PERSON: listOfKind<OwnerFilter, OwnerRow>({ prefix: 'person:', shape }),
  TEAM: listOfKind<OwnerFilter, OwnerRow>({ prefix: 'team:', shape }),
};

/** Persons, then teams, each in the order of ids. */
export async function listOwners(database: Database, filter: OwnerFilter, request: PageRequest): Promise<Page<OwnerRow>> {
  const kinds = (['PERSON', 'TEAM'] as const).filter((kind) => !filter.kind || filter.kind === kind);
  const rows: OwnerRow[] = [];
  for (const kind of kinds) {
    if (rows.length > request.first) break;
    const page = await LISTS[kind](database, filter, { first: request.first + 1 - rows.length, after: request.after });
    rows.push(...page.nodes);
  }
  return pageOf(rows, request, byId);
}
