import type { Context } from '../../graphql/context.js';
import { canonicalText } from '../../write/content.js';
import type { Json, Problem, Statement } from '../../write/fact.js';
import { answeredBefore, type Command, command, type Done, refused, unchanged, untilUncontested } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { keptIds } from '../entity/references.js';
import { type EnvironmentRow, environmentId, usualPolicy } from '../environment/environment.js';
import { findCarriedFeatures } from '../feature/feature.repository.js';
import { kindOf, parseId } from '../id.js';
import { millisOf, printTime, type Time, timeOf } from '../time.js';
import { findCandidates, type Wanted } from './candidates.repository.js';
import type { DeploymentRow } from './deployment.js';
import { approvalsFor, type Candidate, policyProblems, servingProblems, type Target } from './deployment-rules.js';
import { type Action, type Release, releaseId, type Served } from './release.js';

/** What every change of a deployment says. */
export interface Asked {
  readonly at?: Time | null;
  readonly reason?: string | null;
  readonly expectedPosition?: number | null;
  readonly idempotencyKey?: string | null;
}

/** A release as it is to be. */
export interface Plan extends Pick<Release, 'from' | 'url' | 'healthPath' | 'replicas'> {
  readonly action: Action;
  readonly serving: readonly Wanted[];
  /** The field of the input that says what is served. */
  readonly place: 'serving' | 'deployment';
}

/** What is to be done with the deployment as it stands; a problem where that cannot be. */
export type Planning = (known: DeploymentRow | null) => Promise<Plan | Problem>;

/** Answers what was asked before, else has it planned and done: anew when somebody else was faster. */
export async function makeRelease(context: Context, deployment: string, input: Asked, planning: Planning): Promise<Done<DeploymentRow>> {
  const before = await answeredBefore<DeploymentRow>(context, { input, idempotencyKey: input.idempotencyKey });
  if (before) return before;
  const once = async (): Promise<Done<DeploymentRow>> => {
    const [known] = (await findEntities(context.database, [deployment])) as (DeploymentRow | null)[];
    const plan = await planning(known ?? null);
    return 'rule' in plan ? refused(context, [plan]) : release(context, deployment, known ?? null, plan, input);
  };
  // Overtaken by others who change the same deployment, or deploy the same thing.
  return typeof input.expectedPosition === 'number' ? once() : untilUncontested(context, 'deployments', once);
}

async function release(
  context: Context,
  deployment: string,
  known: DeploymentRow | null,
  plan: Plan,
  input: Asked,
): Promise<Done<DeploymentRow>> {
  const target = await targetOf(context, deployment);
  const candidates = await findCandidates(context, target.environment, plan.serving);
  const serving = candidates.map(servedOf);
  const at = input.at ?? nextMoment(known);
  if (known && !known.removedAt && at >= (known.at ?? '') && isSame(known, plan, serving)) return unchanged(context, known);
  const problems = [
    ...(known?.at && at <= known.at ? [TOO_EARLY(known.at)] : []),
    ...(at > timeOf(Date.now() + CLOCKS_DIFFER_MS) ? [NOT_YET] : []),
    ...(plan.action === 'RETIRE' ? [] : servingProblems(candidates)),
    // What went through before may come back at once, whatever is asked for by now.
    ...(plan.action === 'ROLL_BACK' ? [] : policyProblems(candidates, target)),
  ];
  if (problems.length > 0)
    return refused(
      context,
      problems.map((problem) => placed(problem, plan)),
    );
  const approvals = target.requiresApproval && plan.action !== 'ROLL_BACK' ? candidates.flatMap((each) => approvalsFor(each, target)) : [];
  const { action, from, healthPath, replicas, url } = plan;
  const made: Release = {
    number: (known?.number ?? 0) + 1,
    action,
    at,
    by: target.by,
    approvedBy: [...new Set(approvals.map(({ by }) => by))].sort(),
    reason: input.reason || null,
    from,
    serving,
    url,
    healthPath,
    replicas,
  };
  return command(context, await commandOf(context, deployment, known, made, candidates, input));
}

/** What is served may have been said by naming the deployment that serves it. */
const placed = (problem: Problem, { place }: Plan): Problem =>
  place === 'deployment' && problem.path[1] === 'serving' ? { ...problem, path: ['input', place] } : problem;

async function targetOf({ database, viewer }: Context, deployment: string): Promise<Target> {
  const environment = parseId(deployment)!.parts[0]!;
  const [row] = (await findEntities(database, [environmentId(environment)])) as (EnvironmentRow | null)[];
  const { requiresApproval, requiresEvaluations } = row ?? usualPolicy(environment);
  return { deployment, environment, requiresApproval, requiresEvaluations, by: viewer.name };
}

const servedOf = ({ artifacts, digest, image, trafficShare, what }: Candidate): Served => ({
  artifacts: keptIds(artifacts),
  digest,
  image,
  trafficShare,
  what,
});

/** Whether it serves the same in the same way already. */
function isSame(known: DeploymentRow, { healthPath, replicas, url }: Plan, serving: readonly Served[]): boolean {
  const parts = (of: Pick<Release, 'healthPath' | 'replicas' | 'serving' | 'url'>): Json =>
    [of.healthPath, of.replicas, of.url, of.serving] as unknown as Json;
  return known.number !== null && canonicalText(parts(known)) === canonicalText(parts({ healthPath, replicas, serving, url }));
}

/** Later than the release before, whatever the clock of this server says: releases count in the order of their numbers. */
function nextMoment(known: DeploymentRow | null): Time {
  const now = timeOf(Date.now());
  return known?.at && known.at >= now ? timeOf(millisOf(known.at) + 1) : now;
}

/** Provided that the deployment, and what is deployed, stay as they were looked at. */
async function commandOf(
  context: Context,
  subject: string,
  known: DeploymentRow | null,
  made: Release,
  candidates: readonly Candidate[],
  input: Asked,
): Promise<Command> {
  const attributes = { release: made as unknown as Json };
  const seen = known ? { expectedPosition: input.expectedPosition ?? known.lastPosition } : { makes: true };
  return {
    subject,
    claims: [
      { id: subject, attributes },
      { id: releaseId(subject, made.number), attributes },
    ],
    statement: await statementOf(context, subject, made),
    at: made.at,
    unmoved: Object.fromEntries(candidates.flatMap(({ row }) => (row ? [[row.id, row.lastPosition] as const] : []))),
    requires: made.serving.flatMap(({ artifacts }) => artifacts),
    // What is not there yet is part of nothing but what it will serve.
    over: [...(known ? [subject] : []), ...made.serving.map(({ what }) => what)],
    input,
    idempotencyKey: input.idempotencyKey ?? null,
    ...seen,
  };
}

/** What is served flows into it; of a feature table also the features that it has now, for lineage of columns. */
async function statementOf({ database }: Context, subject: string, { serving }: Release): Promise<Statement> {
  const ids = serving.map(({ what }) => what);
  const tables = ids.filter((id) => kindOf(id) === 'FEATURE_TABLE');
  const features = await Promise.all(tables.map(async (table) => (await findCarriedFeatures(database, table)).map(({ id }) => id)));
  const inputs = [...ids, ...features.flat()].map((dataset) => ({ dataset }));
  return { subject, method: 'DEFINED', inputs, outputs: [], columns: [] };
}

/** Servers' and clients' clocks may differ by so much. */
const CLOCKS_DIFFER_MS = 60_000;

const TOO_EARLY = (last: Time): Problem => ({
  rule: 'release-time',
  path: ['input', 'at'],
  message: `The release before was made at ${printTime(last)}, which is not earlier.`,
  remedy: 'Releases are told in the order in which they were made: send a later time, or none.',
});

const NOT_YET: Problem = {
  rule: 'release-time',
  path: ['input', 'at'],
  message: 'It has not taken place yet.',
  remedy: 'Send a time that has passed, or none.',
};
