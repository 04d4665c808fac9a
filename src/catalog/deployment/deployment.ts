import type { Fact, Json } from '../../write/fact.js';
import { type Chosen, field, isDescribed, listOf, ownersAndTags, type Projection, textField } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { environmentId } from '../environment/environment.js';
import { entityId, naming, parseId } from '../id.js';
import type { Time } from '../time.js';
import { RELEASE_JSON, RELEASE_PROPERTIES, type ReleaseParts, releaseProperties } from './release.js';

export const deploymentId = (environment: string, name: string): string => entityId('DEPLOYMENT', environment, name);

/** As the endpoint itself, or a probe, says; STOPPED also once nothing is served any more. */
export const DEPLOYMENT_STATES = ['HEALTHY', 'DEGRADED', 'DOWN', 'STARTING', 'STOPPED'] as const;
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

export interface DeploymentStatus {
  readonly state: DeploymentState;
  readonly message: string | null;
  /** That are running. */
  readonly replicas: number | null;
  readonly at: Time;
}

/** What a probe found. */
export type ProbedStatus = Omit<DeploymentStatus, 'replicas'>;

/** That this is so, as an endpoint says, which is no person: else that word would count for good. */
export const statusFact = (endpoint: string, deployment: string, status: DeploymentStatus): Fact =>
  factOf(`endpoint:${endpoint}`, deployment, status.at, { status: status as unknown as Json });

/** The same of a probe. */
export const probedFact = (deployment: string, probed: ProbedStatus): Fact =>
  factOf('vinci', deployment, probed.at, { probed: probed as unknown as Json });

function factOf(producer: string, id: string, at: Time, attributes: Record<string, Json>): Fact {
  const claims = [{ id, attributes }];
  return { producer, at, claims, raw: { claims } };
}

/** Whether that was reported already, and counts. */
export const isReported = (
  { probedAt, runningReplicas, status, statusAt, statusMessage }: DeploymentRow,
  { message, replicas, state }: DeploymentStatus,
): boolean => status === state && statusMessage === message && runningReplicas === replicas && statusAt !== probedAt;

/** Whether a probe that found this has something to tell. */
export const isNews = ({ probedState, status }: DeploymentRow, found: DeploymentState): boolean =>
  found !== probedState || (found !== 'HEALTHY' && found !== status);

/** Of the attributes `release`, what counts now, and `status` and `probed`, which say nothing of a release that came after them. */
export function project(id: string, chosen: Chosen): Projection {
  const { release } = chosen;
  const [reported, probed] = [sinceRelease(chosen, chosen.status), sinceRelease(chosen, chosen.probed)];
  const status = statusOf(reported, probed);
  const served = listOf(field(release, 'serving'));
  return {
    properties: {
      ...releaseProperties(release),
      status: textField(status, 'state') ?? (release && served.length === 0 ? 'STOPPED' : null),
      statusMessage: textField(status, 'message'),
      statusAt: textField(status, 'at'),
      runningReplicas: replicasIn(reported),
      probedState: textField(probed, 'state'),
      probedAt: textField(probed, 'at'),
    },
    relations: [{ type: 'PART_OF', to: environmentId(parseId(id)!.parts[0]!) }, ...ownersAndTags(chosen)],
    described: isDescribed(chosen),
    texts: [textField(release, 'url'), ...served.flatMap((each) => [nameOf(textField(each, 'what')), textField(each, 'image')])].filter(
      (text) => text !== null,
    ),
  };
}

function sinceRelease({ release }: Chosen, said: Json | undefined): Json | undefined {
  const retired = release !== undefined && listOf(field(release, 'serving')).length === 0;
  return !retired && (textField(said, 'at') ?? '') >= (textField(release, 'at') ?? '') ? said : undefined;
}

/** The newer of the two; but who answers a probe may still know better how it is: what it reported then stands. */
function statusOf(reported: Json | undefined, probed: Json | undefined): Json | undefined {
  if (!reported || !probed) return reported ?? probed;
  return textField(probed, 'state') !== 'HEALTHY' && textField(probed, 'at')! > textField(reported, 'at')! ? probed : reported;
}

function replicasIn(status: Json | undefined): number | null {
  const replicas = field(status, 'replicas');
  return typeof replicas === 'number' ? replicas : null;
}

const nameOf = (id: string | null): string | null => (id === null || !parseId(id) ? null : naming(id)[1]);

/** With the parts of the release that counts now: `at` is since when. */
export type DeploymentRow = EntityRow &
  ReleaseParts & {
    /** Null: nobody has said since the release. */
    readonly status: DeploymentState | null;
    readonly statusMessage: string | null;
    readonly statusAt: Time | null;
    readonly runningReplicas: number | null;
    /** What a probe found last, since the release. */
    readonly probedState: DeploymentState | null;
    readonly probedAt: Time | null;
  };

export const shape: Shape = {
  properties: [...RELEASE_PROPERTIES, 'status', 'statusMessage', 'statusAt', 'runningReplicas', 'probedState', 'probedAt'],
  json: RELEASE_JSON,
};
