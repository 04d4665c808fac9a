import type { Context } from '../../graphql/context.js';
import type { Problem } from '../../write/fact.js';
import { type Done, refused } from '../entity/command.mutation.js';
import { type PromoteInput, promoteRules } from './deployment.input.js';
import { type DeploymentRow, deploymentId } from './deployment.js';
import { findDeployment } from './known-deployment.repository.js';
import { makeRelease } from './make-release.mutation.js';
import { releaseId, type Served } from './release.js';

/** Puts what a deployment serves into another environment, or gives it all the traffic; judged as any other deploy. */
export async function promote(context: Context, input: PromoteInput): Promise<Done<DeploymentRow>> {
  promoteRules.parse(input);
  const source = await findDeployment(context.database, input.deployment);
  if ('rule' in source) return refused(context, [source]);
  const { environment, name, replicas, url } = input;
  const target = deploymentId(environment || source.namespace, name || source.name);
  return makeRelease(context, target, input, async (known) => {
    // Read anew: somebody else may have changed it meanwhile.
    const current = await findDeployment(context.database, input.deployment);
    const served = 'rule' in current ? current : chosen(current, input.what ?? null);
    if ('rule' in current) return current;
    if ('rule' in served) return served;
    return {
      action: 'PROMOTE',
      from: releaseId(current.id, current.number!),
      healthPath: current.healthPath,
      place: 'deployment',
      replicas: replicas ?? known?.replicas ?? current.replicas,
      serving: [{ ...served, trafficShare: 100 }],
      url: url || known?.url || null,
    };
  });
}

/** The one that is meant. */
function chosen({ id, serving }: DeploymentRow, what: string | null): Served | Problem {
  const found = serving.filter((served) => what === null || served.what === what);
  if (found.length === 1) return found[0]!;
  const there = serving.map((served) => served.what).join(', ');
  return {
    rule: 'what-is-served',
    path: ['input', what === null ? 'deployment' : 'what'],
    message: found.length > 1 ? `"${id}" serves several things.` : `"${id}" does not serve ${what === null ? 'anything' : 'that'}.`,
    remedy: there ? `Send as what one of ${there}.` : 'Deploy something first, or roll back.',
  };
}
