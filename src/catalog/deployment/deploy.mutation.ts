import type { Context } from '../../graphql/context.js';
import type { Done } from '../entity/command.mutation.js';
import { type DeployInput, deployRules } from './deployment.input.js';
import { type DeploymentRow, deploymentId } from './deployment.js';
import { makeRelease } from './make-release.mutation.js';

/** Has a deployment serve this from now on; refused with everything that is wrong with it. */
export function deploy(context: Context, input: DeployInput): Promise<Done<DeploymentRow>> {
  deployRules.parse(input);
  const { environment, healthPath, name, replicas, url } = input;
  const serving = input.serving.map(({ artifacts, digest, image, trafficShare, what }) => ({
    artifacts: artifacts ?? null,
    digest: digest || null,
    image: image || null,
    trafficShare: trafficShare ?? 100,
    what,
  }));
  return makeRelease(context, deploymentId(environment, name), input, async () => ({
    action: 'DEPLOY',
    from: null,
    healthPath: healthPath || null,
    place: 'serving',
    replicas: replicas ?? null,
    serving,
    url: url || null,
  }));
}
