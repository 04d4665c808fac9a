import { requireRole } from '../../access/viewer.js';
import type { Context } from '../../graphql/context.js';
import type { Claim, Problem } from '../../write/fact.js';
import { timeOf } from '../time.js';
import { findEntities, headPosition } from './entity.repository.js';
import type { EntityPayload } from './payload.type.js';
import type { EntityRow } from './row.js';

/**
 * A person states something about an entity: made a fact of and handed to the Writer; answers once it is committed. Throws
 * FORBIDDEN for those who may not edit.
 */
export async function state({ viewer, database, submit }: Context, claim: Claim): Promise<EntityPayload> {
  requireRole(viewer, 'EDITOR');
  const at = timeOf(Date.now());
  const receipt = await submit({
    producer: `person:${viewer.name}`,
    at,
    claims: [claim],
    // With the time: the same said again later is not the same fact.
    raw: { id: claim.id, attributes: claim.attributes ?? null, removed: claim.removed ?? null, at },
  });
  // Read anew: what the request's loaders know is from before.
  const [entity] = receipt.outcome === 'REFUSED' ? [null] : await findEntities(database, [claim.id]);
  return {
    position: receipt.position,
    receipts: [{ index: 0, outcome: receipt.outcome, id: entity?.id ?? null, problems: [...receipt.problems] as Problem[] }],
    entity: entity ?? null,
  };
}

/** The same about something that has to be there already. `objection`: why not, if it knows a reason. */
export async function stateOfKnown(
  context: Context,
  claim: Claim,
  objection?: (known: EntityRow) => Promise<Problem | undefined>,
): Promise<EntityPayload> {
  requireRole(context.viewer, 'EDITOR');
  const [known] = await findEntities(context.database, [claim.id]);
  if (!known) return refuse(context, UNKNOWN(claim.id));
  const problem = await objection?.(known);
  return problem ? refuse(context, problem) : state(context, { ...claim, id: known.id });
}

/** Refused before the Writer sees it. */
export async function refuse({ database }: Context, problem: Problem): Promise<EntityPayload> {
  return {
    position: await headPosition(database),
    receipts: [{ index: 0, outcome: 'REFUSED', id: null, problems: [problem] }],
    entity: null,
  };
}

const UNKNOWN = (id: string): Problem => ({
  rule: 'known-entity',
  path: ['input', 'id'],
  message: `There is nothing with the id "${id.slice(0, 200)}".`,
  remedy: 'Send the id of an entity as a query gave it, or report the entity first.',
});
