import { entityOf, ROW_OF_ANY } from '../entity/entity.repository.js';
import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import type { EntityRow } from '../entity/row.js';
import { shape, type TagRow } from './tag.js';

const TAGGED = `
UNWIND $p.of AS of
MATCH (t:Entity {id: of})
CALL (t) {
  MATCH (t)<-[:TAGGED]-(e:Entity)
  WHERE e.removedAt IS NULL AND e.canonical IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH DISTINCT e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${ROW_OF_ANY}) AS rows
}
RETURN of, rows`;

/** What carries a tag; columns are listed by `columns(filter: {tag})`. */
export const taggedEntities: PagedRelation<EntityRow> = relation<EntityRow>({ cypher: TAGGED, row: entityOf, cursor: byId });

export const listTags = listOfKind<EntityFilter, TagRow>({ prefix: 'tag:', shape });
