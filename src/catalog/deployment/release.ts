import type { Json } from '../../write/fact.js';
import {
  type Chosen,
  field,
  isDescribed,
  listOf,
  numberField,
  ownersAndTags,
  type Projection,
  relationTo,
  textField,
} from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { entityId, parseId } from '../id.js';
import type { Kind } from '../kind.js';
import type { Time } from '../time.js';

/** What can be put into an environment. */
export const DEPLOYABLE = ['TRAINED_MODEL', 'PIPELINE_VERSION', 'WORKFLOW_VERSION', 'FEATURE_TABLE'] as const satisfies readonly Kind[];

export const ACTIONS = ['DEPLOY', 'PROMOTE', 'ROLL_BACK', 'RETIRE'] as const;
export type Action = (typeof ACTIONS)[number];

/** Something that takes a share of the traffic. */
export interface Served {
  /** The id of a trained model, of a version of a pipeline or workflow, or of a feature table. */
  readonly what: string;
  /** In percent; those of a release come to 100. */
  readonly trafficShare: number;
  /** Of the container, `registry.example.org/churn:7`, and its digest, `sha256:` and 64 hexadecimal digits. */
  readonly image: string | null;
  readonly digest: string | null;
  /** Ids of artifacts, sorted. */
  readonly artifacts: readonly string[];
}

/** What a deployment serves from a moment on; never changes. */
export interface Release {
  /** From 1, in the order of time. */
  readonly number: number;
  readonly action: Action;
  readonly at: Time;
  readonly by: string;
  /** Names of those whose approval it took. */
  readonly approvedBy: readonly string[];
  readonly reason: string | null;
  /** The id of the release that it was taken from: promoted, or rolled back to. */
  readonly from: string | null;
  /** Nothing: it was retired. */
  readonly serving: readonly Served[];
  readonly url: string | null;
  /** Where the endpoint tells how it is, on the same host. */
  readonly healthPath: string | null;
  readonly replicas: number | null;
}

/** `release:ENVIRONMENT/NAME/NUMBER`. */
export function releaseId(deployment: string, number: number): string {
  const [environment, name] = parseId(deployment)!.parts;
  return entityId('RELEASE', environment!, name!, String(number));
}

export function deploymentOf(release: string): string {
  const [environment, name] = parseId(release)!.parts;
  return entityId('DEPLOYMENT', environment!, name!);
}

/** What a node holds of the attribute `release`. */
export function releaseProperties(release: Json | undefined): Projection['properties'] {
  return {
    action: textField(release, 'action'),
    approvedBy: JSON.stringify(listOf(field(release, 'approvedBy'))),
    at: textField(release, 'at'),
    by: textField(release, 'by'),
    from: textField(release, 'from'),
    healthPath: textField(release, 'healthPath'),
    number: numberField(release, 'number'),
    reason: textField(release, 'reason'),
    replicas: numberField(release, 'replicas'),
    serving: JSON.stringify(listOf(field(release, 'serving'))),
    url: textField(release, 'url'),
  };
}

/** Of the attribute `release`. What a release was made from is kept for as long as the release is. */
export function project(id: string, chosen: Chosen): Projection {
  const artifacts = listOf(field(chosen.release, 'serving')).flatMap((served) => listOf(field(served, 'artifacts')));
  return {
    properties: releaseProperties(chosen.release),
    relations: [
      { type: 'RELEASE_OF', to: deploymentOf(id) },
      ...[...new Set(artifacts)].flatMap((to) => relationTo('HAS_ARTIFACT', id, to, 'ARTIFACT')),
      ...ownersAndTags(chosen),
    ],
    described: isDescribed(chosen),
  };
}

/** A release that was only named has no number. */
export type ReleaseParts = {
  readonly [Part in keyof Release]: Release[Part] extends readonly unknown[] ? Release[Part] : Release[Part] | null;
};
export type ReleaseRow = EntityRow & ReleaseParts;

export const RELEASE_PROPERTIES = [
  'action',
  'approvedBy',
  'at',
  'by',
  'from',
  'healthPath',
  'number',
  'reason',
  'replicas',
  'serving',
  'url',
] as const satisfies readonly (keyof Release)[];

export const RELEASE_JSON = ['approvedBy', 'serving'] as const satisfies readonly (keyof Release)[];

export const shape: Shape = { properties: RELEASE_PROPERTIES, json: RELEASE_JSON };
