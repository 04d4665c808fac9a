import type { Problem } from '../../write/fact.js';
import { quoted } from '../entity/owned-definition.js';
import { isOfKind } from '../entity/projection.js';
import { referenceProblems } from '../entity/references.js';
import type { EntityRow } from '../entity/row.js';
import type { Policy } from '../environment/environment.js';
import { isWorse } from '../evaluation/evaluation.js';
import { kindOf } from '../id.js';
import type { Criterion } from '../model/definition.js';
import type { Stage } from '../trained-model/definition.js';
import { type Approval, validApprovals } from './approval.js';
import { DEPLOYABLE, type Served } from './release.js';

/** What is to be served, with all that the rules want to know of it. */
export interface Candidate extends Served {
  /** Where it stands in what was sent. */
  readonly path: readonly string[];
  /** Null: there is no such thing, or it was only named. */
  readonly row: Deployable | null;
  /** Criteria that its model requires, with the last value that was recorded (undefined: none was), and whether who deploys may be told it. */
  readonly required: readonly (Criterion & { readonly value: number | undefined; readonly isTold: boolean })[];
  readonly approvals: readonly Approval[];
  /** Artifacts that somebody can get at. */
  readonly known: ReadonlySet<string>;
  /** Whom to ask, as text. */
  readonly askedOf: string;
}

/** What all kinds that can be deployed have, and some. */
export interface Deployable extends EntityRow {
  readonly contentHash: string | null;
  readonly draft?: boolean;
  readonly stage?: Stage;
}

/** Where it is to go, and what is asked there. */
export interface Target extends Policy {
  readonly deployment: string;
  readonly environment: string;
  /** Who deploys. */
  readonly by: string;
}

/** Everything that is wrong with it. */
export function servingProblems(candidates: readonly Candidate[]): Problem[] {
  return [...shares(candidates), ...oneKind(candidates), ...repeated(candidates), ...candidates.flatMap(serveable)];
}

/** What the environment asks for beyond that, and is missing. */
export function policyProblems(candidates: readonly Candidate[], target: Target): Problem[] {
  return candidates
    .filter(({ row }) => row !== null)
    .flatMap((candidate) => [
      ...(target.requiresEvaluations ? evaluations(candidate, target) : []),
      ...(target.requiresApproval ? approval(candidate, target) : []),
    ]);
}

/** Approvals that a release takes: of others than who deploys. */
export const approvalsFor = ({ approvals, row }: Candidate, { by, deployment }: Target): Approval[] =>
  validApprovals(approvals, deployment, row?.contentHash ?? null).filter((each) => each.by !== by);

/** Less than what rounding makes of thirds. */
const NOTHING = 1e-6;

function shares(candidates: readonly Candidate[]): Problem[] {
  const sum = candidates.reduce((total, { trafficShare }) => total + trafficShare, 0);
  const wrong = candidates.filter(({ trafficShare }) => !(trafficShare > 0 && trafficShare <= 100));
  if (wrong.length === 0 && Math.abs(sum - 100) < NOTHING) return [];
  const message = wrong.length > 0 ? `A share of the traffic is ${wrong[0]!.trafficShare}.` : `The shares of the traffic come to ${sum}.`;
  return [{ rule: 'traffic-share', path: ['input', 'serving'], message, remedy: 'Each is more than 0, and together they are 100.' }];
}

function oneKind(candidates: readonly Candidate[]): Problem[] {
  const [first, ...others] = candidates.filter(({ what }) => isOfKind(what, ...DEPLOYABLE));
  return others
    .filter(({ what }) => kindOf(what) !== kindOf(first!.what))
    .map(({ path, what }) => ({
      rule: 'one-kind',
      path: [...path, 'what'],
      message: `${quoted(what)} is of another kind than ${quoted(first!.what)}.`,
      remedy: 'Give each a deployment of its own.',
    }));
}

function repeated(candidates: readonly Candidate[]): Problem[] {
  return candidates.flatMap(({ path, what }, at) =>
    candidates.findIndex((other) => other.what === what) === at
      ? []
      : [{ rule: 'served-once', path: [...path, 'what'], message: `${quoted(what)} is there twice.`, remedy: 'Give it one share.' }],
  );
}

function serveable(candidate: Candidate): Problem[] {
  const { path, row, what } = candidate;
  const reference = { id: what, path: [...path, 'what'], kinds: DEPLOYABLE };
  const wrong = referenceProblems([reference], { has: () => row !== null });
  return [...wrong, ...(row ? standing(row, reference.path) : []), ...packaging(candidate)];
}

function standing({ draft, id, removedAt, stage }: Deployable, path: readonly string[]): Problem[] {
  const problem = (rule: string, state: string, remedy: string): Problem[] => [{ rule, path, message: `${quoted(id)} ${state}.`, remedy }];
  if (removedAt) return problem('not-removed', 'was removed', 'Deploy something that is there, or register it again.');
  if (stage === 'RETIRED') return problem('not-retired', 'is RETIRED', 'Deploy another training; setModelStage brings this one back.');
  if (draft) return problem('published', 'is a draft', 'Publish it first.');
  return [];
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

function packaging({ artifacts, digest, image, known, path, what }: Candidate): Problem[] {
  const references = artifacts.map((id, at) => ({ id, path: [...path, 'artifacts', String(at)], kinds: ['ARTIFACT'] as const }));
  const problems = referenceProblems(references, known);
  if ((image !== null || digest !== null) && !(image !== null && DIGEST.test(digest ?? '')))
    problems.push({
      rule: 'image-digest',
      path: [...path, image === null ? 'image' : 'digest'],
      message: image === null ? 'There is a digest without an image.' : 'It is not said which content the image has.',
      remedy: 'Send the image and its digest, "sha256:" and 64 hexadecimal digits: names of images come to mean other images.',
    });
  if (kindOf(what) === 'TRAINED_MODEL' && image === null && artifacts.length === 0)
    problems.push({
      rule: 'image-or-artifact',
      path,
      message: `It is not said what runs: ${quoted(what)} has no artifact, and there is no image.`,
      remedy: 'Send image and digest, or ids of artifacts that are there.',
    });
  return problems;
}

/** Of all the data, the last value that was recorded by each. */
function evaluations({ path, required, what }: Candidate, { environment }: Target): Problem[] {
  const problem = (message: string): Problem => ({
    rule: 'required-evaluation',
    path: [...path, 'what'],
    message: `${message}, which ${quoted(environment)} asks for.`,
    remedy: 'Record an evaluation (recordEvaluation) that keeps to the required criteria of the model, or deploy another training.',
  });
  return required.flatMap(({ direction, isTold, name, threshold, value }) => {
    if (value === undefined) return [problem(`${quoted(what)} has not been evaluated by ${quoted(name)}`)];
    if (threshold === null || !isWorse(value, threshold, direction)) return [];
    const right = direction === 'HIGHER_IS_BETTER' ? 'at least' : 'at most';
    if (!isTold)
      return [problem(`${quoted(what)}, by ${quoted(name)} in an evaluation that you may not see, is not ${right} ${threshold}`)];
    return [problem(`${quoted(what)} has ${value} by ${quoted(name)} and not ${right} ${threshold}`)];
  });
}

function approval(candidate: Candidate, target: Target): Problem[] {
  if (approvalsFor(candidate, target).length > 0) return [];
  const own = validApprovals(candidate.approvals, target.deployment, candidate.row?.contentHash ?? null).length > 0;
  return [
    {
      rule: 'approval',
      path: [...candidate.path, 'what'],
      message: `Nobody ${own ? 'else ' : ''}has approved ${quoted(candidate.what)} for ${quoted(target.environment)}.`,
      remedy: `Ask a steward for approveDeployment, not ${quoted(target.by)}. ${candidate.askedOf}`.trim(),
    },
  ];
}
