import type { Database } from '../../neo4j/database.js';
import type { Problem } from '../../write/fact.js';
import { findEntities } from './entity.repository.js';
import { isOfKind } from './projection.js';
import { type Reference, type TypedReference, unknownReference, wrongReference } from './references.js';

/** Which of these are the ids of something that is there. */
export async function findKnown(database: Database, references: readonly Reference[]): Promise<Set<string>> {
  const ids = [...new Set(references.map(({ id }) => id))];
  const found = ids.length > 0 ? await findEntities(database, ids) : [];
  return new Set(ids.filter((_, at) => found[at] !== null));
}

/** Those that are ids of other kinds, or of nothing that is there. */
export async function referenceProblems(database: Database, references: readonly TypedReference[]): Promise<Problem[]> {
  const known = await findKnown(database, references);
  return references.flatMap((reference) => {
    if (!isOfKind(reference.id, ...reference.kinds)) return [wrongReference(reference)];
    return known.has(reference.id) ? [] : [unknownReference(reference)];
  });
}
