import { requireRole } from '../../access/viewer.js';
import type { Context } from '../../graphql/context.js';
import type { Claim, Problem } from '../../write/fact.js';
import { timeOf } from '../time.js';
import { type Done, done, producerOf, refused, unchanged } from './command.mutation.js';
import { findEntities, findSaid } from './entity.repository.js';
import type { EntityRow } from './row.js';
import { isSaid } from './said.js';
import { unknownEntity } from './unknown-entity.js';

/**
 * A person states something about an entity: made a fact of and handed to the Writer; answers once it is committed. What the same
 * person said before, and what still counts, is UNCHANGED. Throws FORBIDDEN for those who may not edit.
 */
export async function state(context: Context, claim: Claim): Promise<Done> {
  await context.access.require(context.viewer, 'EDITOR', [claim.id]);
  const [known] = await findEntities(context.database, [claim.id]);
  return known && (await isStated(context, known, claim)) ? unchanged(context, known) : say(context, claim);
}

/** The same about something that has to be there already. `objection`: why not, if it knows a reason. */
export async function stateOfKnown(
  context: Context,
  claim: Claim,
  objection?: (known: EntityRow) => Promise<Problem | undefined>,
): Promise<Done> {
  requireRole(context.viewer, 'EDITOR');
  const [known] = await findEntities(context.database, [claim.id]);
  if (!known) return refused(context, [unknownEntity(claim.id)]);
  await context.access.require(context.viewer, 'EDITOR', [known.id]);
  if (await isStated(context, known, claim)) return unchanged(context, known);
  const problem = await objection?.(known);
  return problem ? refused(context, [problem]) : say(context, { ...claim, id: known.id });
}

/** Whether whoever asks said the same before, and it still counts. */
export async function isStated(context: Context, known: EntityRow, { attributes = {}, removed }: Claim): Promise<boolean> {
  if (removed || known.removedAt) return false;
  const [said] = await findSaid(context.database, [known]);
  return isSaid(said!, producerOf(context), attributes);
}

async function say(context: Context, claim: Claim): Promise<Done> {
  const at = timeOf(Date.now());
  const receipt = await context.submit({
    producer: producerOf(context),
    at,
    claims: [claim],
    // With the time: the same said again after something else is not the same fact.
    raw: { id: claim.id, attributes: claim.attributes ?? null, removed: claim.removed ?? null, at },
  });
  return done(context, receipt, claim.id);
}
