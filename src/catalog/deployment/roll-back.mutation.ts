import type { Context } from '../../graphql/context.js';
import type { Problem } from '../../write/fact.js';
import { type Done, refused } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { parseId } from '../id.js';
import { type RollBackInput, releaseRules } from './deployment.input.js';
import type { DeploymentRow } from './deployment.js';
import { findDeployment } from './known-deployment.repository.js';
import { makeRelease } from './make-release.mutation.js';
import { type ReleaseRow, releaseId } from './release.js';

/** Has a deployment serve again what it served before. */
export async function rollBack(context: Context, input: RollBackInput): Promise<Done<DeploymentRow>> {
  releaseRules.parse(input);
  const deployment = await findDeployment(context.database, input.deployment);
  if ('rule' in deployment) return refused(context, [deployment]);
  return makeRelease(context, deployment.id, input, async (known) => {
    const release = await wanted(context, known!, input.to ?? null);
    if (!release) return input.to == null ? NOTHING_BEFORE(deployment.id) : NO_SUCH_RELEASE(deployment.id, input.to);
    const { healthPath, replicas, serving, url } = release;
    // One that was rolled back to another stands for that one: to roll back once more goes further back.
    const from = release.action === 'ROLL_BACK' ? release.from : release.id;
    return { action: 'ROLL_BACK', from, healthPath, place: 'deployment', replicas, serving, url };
  });
}

/** The release of that number, or the one before what counts now; undefined when there is none that served anything. */
async function wanted(context: Context, { action, from, id, number }: DeploymentRow, to: number | null): Promise<ReleaseRow | undefined> {
  if (to !== null) return find(context, id, to, to - 1);
  const counts = action === 'ROLL_BACK' && from ? Number(parseId(from)!.parts[2]) : number!;
  return find(context, id, counts - 1, 0);
}

/** The newest from this number on, down to that one exclusive, that served something. Nothing is retired twice in a row. */
async function find({ database }: Context, deployment: string, newest: number, oldest: number): Promise<ReleaseRow | undefined> {
  const numbers = [newest, newest - 1].filter((number) => number > Math.max(oldest, 0));
  const found = (await findEntities(
    database,
    numbers.map((number) => releaseId(deployment, number)),
  )) as (ReleaseRow | null)[];
  return found.find((release): release is ReleaseRow => release !== null && !release.removedAt && release.serving.length > 0);
}

const NOTHING_BEFORE = (deployment: string): Problem => ({
  rule: 'release-before',
  path: ['input', 'deployment'],
  message: `"${deployment}" has no release before this one that served anything.`,
  remedy: 'Deploy what it should serve, or retire it.',
});

const NO_SUCH_RELEASE = (deployment: string, number: number): Problem => ({
  rule: 'release-before',
  path: ['input', 'to'],
  message: `"${deployment}" has no release ${number} that served anything.`,
  remedy: 'Send a number as Deployment.history gives it.',
});
