import type { Database } from '../../neo4j/database.js';
import type { DomainRow } from '../domain/domain.js';
import type { OwnerRow, Ownership } from '../owner/owner.js';
import type { TagAttachment } from '../tag/tag.js';
import type { TermAttachment } from '../term/term.js';
import { type EntityRow, type RawRow, rowMap, rowOf, type Shape } from './row.js';
import { MAX_LISTED } from './too-many.js';

/** What can be attached to any entity or column, at most 100 of each in the order of ids; owners in that of roles. */
export interface Attached {
  readonly owners: readonly Ownership[];
  readonly tags: readonly TagAttachment[];
  readonly terms: readonly TermAttachment[];
  readonly domain: DomainRow | null;
}

const SHAPE: Shape = { properties: [] };

// Columns are no :Entity; keys are unique over both.
const ATTACHED = `
UNWIND $p.keys AS key
CALL (key) { MATCH (o:Entity {key: key}) RETURN o UNION ALL MATCH (o:Column {key: key}) RETURN o }
MATCH (o)-[r:OWNED_BY|TAGGED|MEANS|IN_DOMAIN]->(e:Entity)
WITH key, r, e ORDER BY r.role, e.id
RETURN key, collect({type: type(r), role: r.role, by: r.by, row: ${rowMap(SHAPE)}}) AS rows`;

interface Edge {
  readonly type: 'OWNED_BY' | 'TAGGED' | 'MEANS' | 'IN_DOMAIN';
  readonly role: string | null;
  readonly by: string | null;
  readonly row: RawRow;
}

/** All kinds of them in one statement: who asks for one of them usually asks for the others. In the order asked. */
export async function findAttached(database: Database, keys: readonly number[]): Promise<Attached[]> {
  const rows = await database.read<{ key: number; rows: Edge[] }>(ATTACHED, { p: { keys } });
  const found = new Map(rows.map(({ key, rows: edges }) => [key, attachedOf(edges)]));
  return keys.map((key) => found.get(key) ?? NOTHING);
}

const NOTHING: Attached = { owners: [], tags: [], terms: [], domain: null };

function attachedOf(edges: readonly Edge[]): Attached {
  const of = (type: Edge['type']): { role: string; by: string; row: EntityRow }[] =>
    edges
      .filter((edge) => edge.type === type)
      .slice(0, MAX_LISTED)
      .map(({ role, by, row }) => ({ role: role ?? '', by: by ?? '', row: rowOf<EntityRow>(SHAPE, row) }));
  return {
    owners: of('OWNED_BY').map(({ role, by, row }) => ({ owner: row as OwnerRow, role, by })),
    tags: of('TAGGED').map(({ by, row }) => ({ tag: row, by, via: null })),
    terms: of('MEANS').map(({ by, row }) => ({ term: row, by })),
    domain: of('IN_DOMAIN')[0]?.row ?? null,
  };
}
