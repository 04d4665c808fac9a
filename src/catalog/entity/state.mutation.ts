import { requireRole } from '../../access/viewer.js';
import type { Context } from '../../graphql/context.js';
import type { Claim, Problem } from '../../write/fact.js';
import { timeOf } from '../time.js';
import { type Done, done, refused } from './command.mutation.js';
import { findEntities } from './entity.repository.js';
import type { EntityRow } from './row.js';
import { unknownEntity } from './unknown-entity.js';

/**
 * A person states something about an entity: made a fact of and handed to the Writer; answers once it is committed. Throws
 * FORBIDDEN for those who may not edit.
 */
export async function state(context: Context, claim: Claim): Promise<Done> {
  const { viewer, submit } = context;
  requireRole(viewer, 'EDITOR');
  const at = timeOf(Date.now());
  const receipt = await submit({
    producer: `person:${viewer.name}`,
    at,
    claims: [claim],
    // With the time: the same said again later is not the same fact.
    raw: { id: claim.id, attributes: claim.attributes ?? null, removed: claim.removed ?? null, at },
  });
  return done(context, receipt, claim.id);
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
  const problem = await objection?.(known);
  return problem ? refused(context, [problem]) : state(context, { ...claim, id: known.id });
}
