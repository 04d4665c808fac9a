import { naming } from '../id.js';
import type { Kind } from '../kind.js';
import type { EntityRow } from './row.js';

/** The fields of an entity that its id alone tells; of an artifact, whose name is its own, not all of them. */
const FIELDS: ReadonlySet<string> = new Set(['__typename', 'id', 'kind', 'namespace', 'name']);

export const areToldById = (fields: Iterable<string>): boolean => [...fields].every((field) => FIELDS.has(field));

/** What an id alone tells of an entity: enough for most pictures and lists, and no query. */
export function rowOfId(id: string, kind: Kind): Pick<EntityRow, 'id' | 'kind' | 'namespace' | 'name'> {
  const [namespace, name] = naming(id);
  return { id, kind, namespace, name };
}
