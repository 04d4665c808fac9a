import type { Database } from '../../neo4j/database.js';
import { findColumns } from '../column/column.repository.js';
import type { Kind } from '../kind.js';
import { STORED_KINDS, shapeOf } from '../projection.js';
import { handleOf, OF_HANDLES, type Origin } from './relation.repository.js';
import { type EntityRow, type RawRow, rowMap, rowOf } from './row.js';
import { parseSaid, type Said } from './said.js';

const OWN_PROPERTIES = STORED_KINDS.map((kind) => [kind, shapeOf(kind).properties] as const).filter(([, names]) => names.length > 0);

/** The row of `e`, whatever its kind, for `entityOf`; not for columns. What only its kind has comes as a map of its own: the statement stays short. */
export const ROW_OF_ANY = `${rowMap({ properties: [] }).slice(0, -1)}, own: CASE e.kind ${OWN_PROPERTIES.map(
  ([kind, names]) => `WHEN '${kind}' THEN e {${names.map((name) => `.${name}`).join(', ')}}`,
).join(' ')} END}`;

const FIND_BY_IDS = `
UNWIND $p.ids AS id
MATCH (named:Entity {id: id})
OPTIONAL MATCH (canonical:Entity {id: named.canonical})
WITH id, coalesce(canonical, named) AS e
RETURN id AS asked, ${ROW_OF_ANY} AS row`;

const FIND_SAID = `${OF_HANDLES}
RETURN of, o.said AS said, o.saidAt AS saidAt`;

const FIND_ALIASES = `
UNWIND $p.keys AS key
MATCH (e:Entity {key: key})-[:SAME_AS*1..]-(other:Entity)
WHERE other.key <> key
WITH key, other.id AS id ORDER BY id
RETURN key, collect(DISTINCT id) AS ids`;

const FIND_ANSWER = `
MATCH (d:Declaration {hash: $p.hash})
RETURN d.input AS input, d.answer AS answer`;

const HEAD = `
MATCH (log:Log {name: 'log'})
RETURN log.position AS position`;

/** By id, columns too; the id of an alias gives the canonical entity; null where there is none. In the order asked. */
export async function findEntities(database: Database, ids: readonly string[]): Promise<(EntityRow | null)[]> {
  const columnIds = ids.filter((id) => id.includes('#'));
  const otherIds = ids.filter((id) => !id.includes('#'));
  const [columns, others] = await Promise.all([
    columnIds.length > 0 ? findColumns(database, columnIds) : [],
    otherIds.length > 0 ? database.read<{ asked: string; row: RawRow }>(FIND_BY_IDS, { p: { ids: otherIds } }) : [],
  ]);
  const found = new Map<string, EntityRow | null>(columns.map((row, at) => [columnIds[at]!, row]));
  for (const { asked, row } of others) found.set(asked, entityOf(row));
  return ids.map((id) => found.get(id) ?? null);
}

export function entityOf({ own, ...common }: RawRow): EntityRow {
  return rowOf(shapeOf(common.kind as Kind), { ...common, ...(own as RawRow | null) });
}

export async function findSaid(database: Database, of: readonly Origin[]): Promise<Said[]> {
  const p = { of: of.map(handleOf) };
  const rows = await database.read<{ of: string | number; said: string | null; saidAt: string | null }>(FIND_SAID, { p });
  const found = new Map(rows.map((each) => [each.of, parseSaid(each.said, each.saidAt)]));
  return of.map((origin) => found.get(handleOf(origin)) ?? { said: {}, saidAt: {} });
}

/** Ids of the other names of the same thing. */
export async function findAliases(database: Database, keys: readonly number[]): Promise<string[][]> {
  const rows = await database.read<{ key: number; ids: string[] }>(FIND_ALIASES, { p: { keys } });
  const found = new Map(rows.map(({ key, ids }) => [key, ids]));
  return keys.map((key) => found.get(key) ?? []);
}

/** What a command of this hash asked for (as a hash), and the id of what it made or changed. */
export async function findAnswer(database: Database, hash: string): Promise<{ input: string; answer: string } | undefined> {
  const [row] = await database.read<{ input: string; answer: string }>(FIND_ANSWER, { p: { hash } });
  return row;
}

/** The position of the last change that was committed. */
export async function headPosition(database: Database): Promise<number> {
  const [row] = await database.read<{ position: number }>(HEAD);
  return row?.position ?? 0;
}
