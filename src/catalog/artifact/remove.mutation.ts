import { requireRole } from '../../access/viewer.js';
import type { Context } from '../../graphql/context.js';
import type { Claim, Problem } from '../../write/fact.js';
import { command, type Done, refused, untilUncontested } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import type { EntityRow } from '../entity/row.js';
import { unknownEntity } from '../entity/unknown-entity.js';
import { countReferences, referencesOfArtifacts } from './artifact.repository.js';

/** Says that an artifact is no longer there; refused while something that is there refers to it, as a purge leaves it alone then. */
export function removeArtifact(context: Context, { id, removed }: Required<Pick<Claim, 'id' | 'removed'>>): Promise<Done> {
  return untilUncontested(context, id, async () => {
    requireRole(context.viewer, 'EDITOR');
    const [known] = await findEntities(context.database, [id]);
    if (!known) return refused(context, [unknownEntity(id)]);
    // Of what is removed already nothing but the ban can change.
    const unreferenced = known.removedAt === null;
    const problem = unreferenced ? await inUse(context, known) : undefined;
    if (problem) return refused(context, [problem]);
    return command(context, { subject: id, claims: [{ id, removed }], input: { remove: id, ...removed }, unreferenced });
  });
}

/** Told by name. */
const MOST_NAMED = 3;

async function inUse({ database }: Context, known: EntityRow): Promise<Problem | undefined> {
  const [count] = await countReferences(database, [known.key]);
  if (!count) return undefined;
  const [found] = await referencesOfArtifacts(database, [known], { first: MOST_NAMED, after: null });
  const named = found!.answer.nodes.map(({ id }) => `"${id}"`);
  if (count > named.length) named.push(`${count - named.length} more`);
  return {
    rule: 'in-use',
    path: ['input', 'id'],
    message: `Something refers to it (${count} in all): ${named.join(', ')}.`,
    remedy: 'Remove what refers to it first, then the artifact; "references" of the artifact tells all of it.',
  };
}
