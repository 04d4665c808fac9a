import type { PageInfo } from '../entity/page.js';
import { parseId } from '../id.js';
import type { Kind } from '../kind.js';
import type { Time } from '../time.js';

/** RELINKED: only its lineage changed. */
export const CHANGE_KINDS = ['CREATED', 'UPDATED', 'REMOVED', 'RESTORED', 'RELINKED'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  readonly position: number;
  readonly at: Time;
  readonly change: ChangeKind;
  readonly entityId: string;
  /** The producer. */
  readonly by: string;
}

export interface ChangeFilter {
  readonly kinds?: readonly Kind[] | null;
  readonly ids?: readonly string[] | null;
}

export interface ChangePage {
  readonly edges: readonly { readonly node: Change; readonly cursor: string }[];
  readonly nodes: readonly Change[];
  readonly pageInfo: PageInfo;
}

export interface ChangesRead {
  read(after: number, limit: number): Promise<Change[]>;
  /** Those that whoever asks may not hear of. */
  hidden(entityIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** So many changes are looked at for one page; a narrow filter may leave it short, with its end at the last one looked at. */
const LOOKED_AT = 20_000;
const AT_ONCE = 1_000;

/** Changes after a position that pass the filter, oldest first. A cursor is a position. */
export async function changesAfter({ read, hidden }: ChangesRead, after: number, filter: ChangeFilter, first: number): Promise<ChangePage> {
  const passes = predicate(filter);
  const nodes: Change[] = [];
  let end = after;
  let more = true;
  for (let looked = 0; more && nodes.length < first && looked < LOOKED_AT; looked += AT_ONCE) {
    const changes = await read(end, AT_ONCE);
    more = changes.length === AT_ONCE;
    const unseen = await hidden(changes.filter(passes).map(({ entityId }) => entityId));
    for (const change of changes) {
      if (nodes.length === first) {
        more = true;
        break;
      }
      end = change.position;
      if (passes(change) && !unseen.has(change.entityId)) nodes.push(change);
    }
  }
  const edges = nodes.map((node) => ({ node, cursor: String(node.position) }));
  const pageInfo = { hasNextPage: more, hasPreviousPage: after > 0, startCursor: edges[0]?.cursor ?? null, endCursor: String(end) };
  return { edges, nodes, pageInfo };
}

function predicate({ kinds, ids }: ChangeFilter): (change: Change) => boolean {
  const wantedKinds = kinds && new Set<Kind | undefined>(kinds);
  const wantedIds = ids && new Set(ids);
  return ({ entityId }) => (!wantedIds || wantedIds.has(entityId)) && (!wantedKinds || wantedKinds.has(parseId(entityId)?.kind));
}
