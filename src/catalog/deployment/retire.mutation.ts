import type { Context } from '../../graphql/context.js';
import { type Done, refused } from '../entity/command.mutation.js';
import { type RetireInput, releaseRules } from './deployment.input.js';
import type { DeploymentRow } from './deployment.js';
import { findDeployment } from './known-deployment.repository.js';
import { makeRelease } from './make-release.mutation.js';

/** Has a deployment serve nothing any more; its history stays, and it can be rolled back. */
export async function retire(context: Context, input: RetireInput): Promise<Done<DeploymentRow>> {
  releaseRules.parse(input);
  const deployment = await findDeployment(context.database, input.deployment);
  if ('rule' in deployment) return refused(context, [deployment]);
  return makeRelease(context, deployment.id, input, async () => ({
    action: 'RETIRE',
    from: null,
    healthPath: null,
    place: 'deployment',
    replicas: null,
    serving: [],
    url: null,
  }));
}
