import type { Database } from '../../neo4j/database.js';
import { entityOf, ROW_OF_ANY } from './entity.repository.js';
import { type PagedRelation, relation } from './relation.repository.js';
import type { RawRow } from './row.js';
import type { VersionRow } from './version.js';

// Drafts are no versions that anything could be built on.
const NEWEST = (published: boolean): string => `
UNWIND $p.things AS id
MATCH (t:Entity {id: id})
CALL (t) {
  MATCH (t)<-[:VERSION_OF]-(e:Entity)
  WHERE e.removedAt IS NULL${published ? ' AND NOT coalesce(e.draft, false)' : ''}
  RETURN e ORDER BY e.number DESC LIMIT 1
}
RETURN id, ${ROW_OF_ANY} AS row`;

const NEWEST_OF_ALL = NEWEST(false);
const NEWEST_PUBLISHED = NEWEST(true);

const VERSIONS = `
UNWIND $p.of AS of
MATCH (t:Entity {id: of})
CALL (t) {
  MATCH (t)<-[:VERSION_OF]-(e:Entity)
  WHERE e.removedAt IS NULL AND ($p.sort IS NULL OR e.number < $p.sort)
  WITH e ORDER BY e.number DESC LIMIT toInteger($p.limit)
  RETURN collect(${ROW_OF_ANY}) AS rows
}
RETURN of, rows`;

const DEFINITIONS = `
UNWIND $p.keys AS key
MATCH (e:Entity {key: key})
RETURN key, e.definition AS definition`;

/** The last version of each thing, by the thing's id; drafts too unless only `published` ones are wanted. In the order asked. */
export async function findNewestVersions(
  database: Database,
  things: readonly string[],
  published: boolean,
): Promise<(VersionRow | null)[]> {
  const rows = await database.read<{ id: string; row: RawRow }>(published ? NEWEST_PUBLISHED : NEWEST_OF_ALL, { p: { things } });
  const found = new Map(rows.map(({ id, row }) => [id, entityOf(row) as VersionRow]));
  return things.map((id) => found.get(id) ?? null);
}

/** Newest first. */
export const versionsOfThings: PagedRelation<VersionRow> = relation<VersionRow>({
  cypher: VERSIONS,
  row: (raw) => entityOf(raw) as VersionRow,
  cursor: ({ number, id }) => [number, id],
});

/** Definitions of versions, by key; null where it has none. In the order asked. */
export async function findDefinitions(database: Database, keys: readonly number[]): Promise<(object | null)[]> {
  const rows = await database.read<{ key: number; definition: string | null }>(DEFINITIONS, { p: { keys } });
  const found = new Map(rows.map(({ key, definition }) => [key, definition]));
  return keys.map((key) => {
    const text = found.get(key);
    return text ? (JSON.parse(text) as object) : null;
  });
}
