import type { Database } from '../../neo4j/database.js';
import { findEntities } from './entity.repository.js';
import type { Reference } from './references.js';
import type { EntityRow } from './row.js';

/** What these refer to, by id; without those that are ids of nothing. */
export async function findReferenced(database: Database, references: readonly Pick<Reference, 'id'>[]): Promise<Map<string, EntityRow>> {
  const ids = [...new Set(references.map(({ id }) => id))];
  const found = ids.length > 0 ? await findEntities(database, ids) : [];
  return new Map(ids.flatMap((id, at) => (found[at] ? [[id, found[at]] as const] : [])));
}
