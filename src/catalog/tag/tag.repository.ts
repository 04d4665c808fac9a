import type { Database } from '../../neo4j/database.js';
import { entityOf, ROW_OF_ANY } from '../entity/entity.repository.js';
import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { type EntityRow, type RawRow, rowMap, rowOf } from '../entity/row.js';
import { shape, type TagAttachment, type TagRow } from './tag.js';

// Columns are no :Entity; keys are unique over both.
const TAGS = `
UNWIND $p.keys AS key
CALL (key) { MATCH (o:Entity {key: key}) RETURN o UNION ALL MATCH (o:Column {key: key}) RETURN o }
MATCH (o)-[r:TAGGED]->(e:Tag)
WITH key, r, e ORDER BY e.id
RETURN key, collect({by: r.by, tag: ${rowMap(shape)}}) AS rows`;

const TAGGED = `
UNWIND $p.keys AS key
MATCH (t:Entity {key: key})
CALL (t) {
  MATCH (t)<-[:TAGGED]-(e:Entity)
  WHERE e.removedAt IS NULL AND e.canonical IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH DISTINCT e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${ROW_OF_ANY}) AS rows
}
RETURN key, rows`;

/** Tags of entities and columns: in the order asked. */
export async function findTags(database: Database, keys: readonly number[]): Promise<TagAttachment[][]> {
  const rows = await database.read<{ key: number; rows: { by: string | null; tag: RawRow }[] }>(TAGS, { p: { keys } });
  const found = new Map(
    rows.map(({ key, rows: of }) => [key, of.map(({ by, tag }) => ({ tag: rowOf<TagRow>(shape, tag), by: by ?? '', via: null }))]),
  );
  return keys.map((key) => found.get(key) ?? []);
}

/** What carries a tag; columns are listed by `columns(filter: {tag})`. */
export const taggedEntities: PagedRelation<EntityRow> = relation<EntityRow>({ cypher: TAGGED, row: entityOf, cursor: byId });

export const listTags = listOfKind<EntityFilter, TagRow>({ prefix: 'tag:', shape });
