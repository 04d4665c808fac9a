import type { Database } from '../../neo4j/database.js';
import type { DomainRow } from '../domain/domain.js';
import type { OwnerRow, Ownership } from '../owner/owner.js';
import type { TagAttachment } from '../tag/tag.js';
import type { TermAttachment } from '../term/term.js';
import { handleOf, OF_HANDLES, type Origin, type Related } from './relation.repository.js';
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

// What is attached to many is told once.
const ATTACHED = `${OF_HANDLES}
OPTIONAL MATCH (o)-[r:OWNED_BY|TAGGED|MEANS|IN_DOMAIN]->(e:Entity)
WITH e, collect([of, type(r), r.role, r.by]) AS to
RETURN ${rowMap(SHAPE)} AS row, to, e.id AS id ORDER BY id`;

type Type = 'OWNED_BY' | 'TAGGED' | 'MEANS' | 'IN_DOMAIN';
type Edge = readonly [of: string | number, type: Type | null, role: string | null, by: string | null];

/** All kinds of them in one statement: who asks for one of them usually asks for the others. In the order asked. */
export async function findAttached(database: Database, of: readonly Origin[]): Promise<Related<Attached>[]> {
  const rows = await database.read<{ row: RawRow | null; to: Edge[] }>(ATTACHED, { p: { of: of.map(handleOf) } });
  const found = new Map<string | number, Record<Type, { role: string; by: string; row: EntityRow }[]>>();
  for (const { row: raw, to } of rows) {
    const row = raw && rowOf<EntityRow>(SHAPE, raw);
    for (const [origin, type, role, by] of to) {
      const known = found.get(origin) ?? { OWNED_BY: [], TAGGED: [], MEANS: [], IN_DOMAIN: [] };
      found.set(origin, known);
      if (row && type) known[type].push({ role: role ?? '', by: by ?? '', row });
    }
  }
  return of.map((origin) => {
    const known = found.get(handleOf(origin));
    const { OWNED_BY = [], TAGGED = [], MEANS = [], IN_DOMAIN = [] } = known ?? {};
    const owners = OWNED_BY.sort((a, b) => compare(a.role, b.role) || compare(a.row.id, b.row.id));
    const answer = {
      owners: owners.slice(0, MAX_LISTED).map(({ role, by, row }) => ({ owner: row as OwnerRow, role, by })),
      tags: TAGGED.slice(0, MAX_LISTED).map(({ by, row }) => ({ tag: row, by, via: null })),
      terms: MEANS.slice(0, MAX_LISTED).map(({ by, row }) => ({ term: row, by })),
      domain: IN_DOMAIN[0]?.row ?? null,
    };
    return { answer, there: known !== undefined };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
