import type { Context } from '../../graphql/context.js';
import { type Done, done, refused, unchanged } from '../entity/command.mutation.js';
import { timeOf } from '../time.js';
import { type ReportDeploymentStatusInput, reportDeploymentStatusRules } from './deployment.input.js';
import { type DeploymentRow, isReported, statusFact } from './deployment.js';
import { findDeployment } from './known-deployment.repository.js';

/** An endpoint says how it is. Of several who say so the newest counts; the same again changes nothing. */
export async function reportDeploymentStatus(context: Context, input: ReportDeploymentStatusInput): Promise<Done<DeploymentRow>> {
  await context.access.require(context.viewer, 'CONNECTOR', [input.deployment]);
  reportDeploymentStatusRules.parse(input);
  const deployment = await findDeployment(context.database, input.deployment);
  if ('rule' in deployment) return refused(context, [deployment]);
  const { message, replicas, status: state } = input;
  const status = { state, message: message || null, replicas: replicas ?? null, at: timeOf(Date.now()) };
  if (isReported(deployment, status)) return unchanged(context, deployment);
  const receipt = await context.submit(statusFact(context.viewer.name, deployment.id, status));
  return done(context, receipt, deployment.id);
}
