import type { Context } from '../../graphql/context.js';
import { type Done, refused } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { referenceIn, referenceProblems } from '../entity/references.js';
import { stateOfKnown } from '../entity/state.mutation.js';
import { environmentId } from '../environment/environment.js';
import { approvalAttribute } from './approval.js';
import { type ApproveDeploymentInput, approveDeploymentRules } from './deployment.input.js';
import { deploymentId } from './deployment.js';
import type { Deployable } from './deployment-rules.js';
import { DEPLOYABLE } from './release.js';

/** A steward agrees to have a thing, as it is now, deployed to an environment; or no longer does. */
export async function approveDeployment(context: Context, input: ApproveDeploymentInput): Promise<Done> {
  await context.access.require(context.viewer, 'STEWARD', [input.what]);
  approveDeploymentRules.parse(input);
  const { approved, environment, name, note, what } = input;
  const [known] = (await findEntities(context.database, [what])) as (Deployable | null)[];
  const there = known?.contentHash && !known.removedAt;
  const problems = referenceProblems(referenceIn('what', what, ...DEPLOYABLE), { has: () => Boolean(there) });
  if (!known || problems.length > 0) return refused(context, problems);
  const place = name ? deploymentId(environment, name) : environmentId(environment);
  const approval = approved === false ? null : { contentHash: known.contentHash, note: note || null };
  return stateOfKnown(context, { id: known.id, attributes: { [approvalAttribute(place)]: approval } });
}
