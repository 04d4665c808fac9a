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

/** That this is so, as `producer` says, who is no person: else that word would count for good. */
export function statusFact(producer: string, deployment: string, status: DeploymentStatus): Fact {
  const claims = [{ id: deployment, attributes: { status: status as unknown as Json } }];
  return { producer, at: status.at, claims, raw: { claims } };
}

/** Whether that is known already. */
export const isStatus = (
  { runningReplicas, status, statusMessage }: DeploymentRow,
  { message, replicas, state }: DeploymentStatus,
): boolean => status === state && statusMessage === message && runningReplicas === replicas;

/** Of the attributes `release`, what counts now, and `status`, which says nothing of a release that came after it. */
export function project(id: string, chosen: Chosen): Projection {
  const { release } = chosen;
  const status = statusOf(chosen);
  const served = listOf(field(release, 'serving'));
  return {
    properties: {
      ...releaseProperties(release),
      status: textField(status, 'state') ?? (release && served.length === 0 ? 'STOPPED' : null),
      statusMessage: textField(status, 'message'),
      statusAt: textField(status, 'at'),
      runningReplicas: replicasIn(status),
    },
    relations: [{ type: 'PART_OF', to: environmentId(parseId(id)!.parts[0]!) }, ...ownersAndTags(chosen)],
    described: isDescribed(chosen),
    texts: [textField(release, 'url'), ...served.flatMap((each) => [nameOf(textField(each, 'what')), textField(each, 'image')])].filter(
      (text) => text !== null,
    ),
  };
}

function statusOf({ release, status }: Chosen): Json | undefined {
  const retired = release !== undefined && listOf(field(release, 'serving')).length === 0;
  return !retired && (textField(status, 'at') ?? '') >= (textField(release, 'at') ?? '') ? status : undefined;
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
  };

export const shape: Shape = {
  properties: [...RELEASE_PROPERTIES, 'status', 'statusMessage', 'statusAt', 'runningReplicas'],
  json: RELEASE_JSON,
};
