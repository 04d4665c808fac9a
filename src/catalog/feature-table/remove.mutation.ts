import { requireRole } from '../../access/viewer.js';
import type { Context } from '../../graphql/context.js';
import type { Claim } from '../../write/fact.js';
import { command, type Done, refused, untilUncontested } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { unknownEntity } from '../entity/unknown-entity.js';
import { findCarriedFeatures } from '../feature/feature.repository.js';

/**
 * Takes a table away together with the features that it has. One fact says it of each of them, as registering says of each that it
 * is there: so what is true follows from facts alone, in whatever order they come. Nobody else may have changed the table meanwhile, who
 * might have given it other features.
 */
export function removeFeatureTable(context: Context, { id, removed }: Required<Pick<Claim, 'id' | 'removed'>>): Promise<Done> {
  return untilUncontested(context, id, async () => {
    requireRole(context.viewer, 'EDITOR');
    const [known] = await findEntities(context.database, [id]);
    if (!known) return refused(context, [unknownEntity(id)]);
    // Removing again, without ban, takes the ban away from what was removed with it.
    const features = await findCarriedFeatures(context.database, id, known.removedAt !== null);
    const claims = [id, ...features.map((feature) => feature.id)].map((each) => ({ id: each, removed }));
    return command(context, { subject: id, claims, input: { remove: id, ...removed }, expectedPosition: known.lastPosition });
  });
}
