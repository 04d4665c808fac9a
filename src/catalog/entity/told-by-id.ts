import { naming, parseId } from '../id.js';
import type { Kind } from '../kind.js';
import type { EntityRow } from './row.js';

/** The fields of an entity that its id alone tells; of an artifact, whose name is its own, not all of them. */
const FIELDS: ReadonlySet<string> = new Set(['__typename', 'id', 'kind', 'namespace', 'name']);
/** Those that are found by the id alone, of all but columns. */
const ATTACHED: ReadonlySet<string> = new Set(['owners', 'tags', 'terms', 'domain']);

/** Whether `rowOfId` is enough to answer these fields of entities of such a kind. */
export function areToldById(fields: Iterable<string>, kind: Kind): boolean {
  return [...fields].every(
    (field) => FIELDS.has(field) || (kind !== 'COLUMN' && ATTACHED.has(field)) || (kind === 'TRAINED_MODEL' && field === 'number'),
  );
}

/** What an id alone tells of an entity: enough for most pictures and lists, and no query. */
export function rowOfId(id: string, kind: Kind): Pick<EntityRow, 'id' | 'kind' | 'namespace' | 'name'> {
  const [namespace, name] = naming(id);
  return { id, kind, namespace, name, ...(kind === 'TRAINED_MODEL' && { number: Number(parseId(id)!.parts[2]) }) };
}

/** Kinds of which things may go by several ids, or are not named by them. */
const LOOKED_UP: ReadonlySet<Kind> = new Set<Kind>(['DATASET', 'COLUMN', 'ARTIFACT']);
export const isLookedUp = (kind: Kind): boolean => LOOKED_UP.has(kind);
