import type { RunState } from '../attributes.js';
import { type Chosen, isDescribed, jsonOf, ownersAndTags, type Projection, relationTo, textField } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import type { Said } from '../entity/said.js';
import { parseId } from '../id.js';
import type { Time } from '../time.js';

export const RUN_STATES = ['QUEUED', 'STARTING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED', 'LOST', 'SKIPPED'] as const;

/** Of all the states that were reported, the first of these is the run's, whatever the order they came in. */
const PRECEDENCE: readonly RunState[] = ['FAILED', 'CANCELED', 'SUCCEEDED', 'SKIPPED', 'LOST', 'RUNNING', 'STARTING', 'QUEUED'];

const STATE = 'state:';

/** From the names of a run's attributes (`state:RUNNING`, ...); QUEUED when none was reported. */
export function runState(attributes: Iterable<string>): RunState {
  const reported = new Set<string>();
  for (const name of attributes) if (name.startsWith(STATE)) reported.add(name.slice(STATE.length));
  return PRECEDENCE.find((state) => reported.has(state)) ?? 'QUEUED';
}

/** Whether nothing more is expected to happen to it. */
export function isEnded(state: RunState): boolean {
  return state !== 'QUEUED' && state !== 'STARTING' && state !== 'RUNNING';
}

/** When it ended and when anything was last heard of it, the Writer knows: it has the times. */
export function project(id: string, chosen: Chosen): Projection {
  const states = Object.keys(chosen).filter((name) => chosen[name] === true);
  return {
    properties: {
      externalId: parseId(id)?.parts[1] ?? null,
      state: runState(states),
      startedAt: typeof chosen.startedAt === 'string' ? chosen.startedAt : null,
      nominalTime: textField(chosen.nominalTime, 'start'),
      nominalEndTime: textField(chosen.nominalTime, 'end'),
      error: jsonOf(chosen.error, ['message', 'programmingLanguage', 'stackTrace']),
      engine: jsonOf(chosen.processingEngine, ['name', 'version', 'adapterVersion']),
    },
    relations: [
      ...relationTo('RUN_OF', id, chosen.job, 'JOB'),
      ...relationTo('CHILD_OF', id, chosen.parent, 'RUN'),
      ...relationTo('ROOT', id, chosen.root, 'RUN'),
      ...ownersAndTags(chosen),
    ],
    described: isDescribed(chosen),
  };
}

export interface RunFailure {
  readonly message: string;
  readonly programmingLanguage?: string;
  readonly stackTrace?: string;
}

export interface RunEngine {
  readonly name?: string;
  readonly version?: string;
  readonly adapterVersion?: string;
}

export interface RunRow extends EntityRow {
  readonly externalId: string;
  readonly state: RunState;
  readonly startedAt: Time | null;
  readonly endedAt: Time | null;
  /** The latest event that was heard of it. */
  readonly latestAt: Time | null;
  readonly nominalTime: Time | null;
  readonly nominalEndTime: Time | null;
  readonly error: RunFailure | null;
  readonly engine: RunEngine | null;
  /** Newest last; unique. */
  readonly sortKey: string | null;
}

export const shape: Shape = {
  properties: ['externalId', 'state', 'startedAt', 'endedAt', 'latestAt', 'nominalTime', 'nominalEndTime', 'error', 'engine', 'sortKey'],
  json: ['error', 'engine'],
};

/** Hashes of the sets of datasets that a run read, from its node's \`sets\`: by producer and scope. */
export function setsRead(sets: string | null): string[] {
  const byProducer = JSON.parse(sets ?? '{}') as Record<string, { readonly IN?: string }>;
  return Object.values(byProducer).flatMap((scopes) => scopes.IN ?? []);
}

/** How the Writer keeps what was said of one input: \`in:DATASET\`. */
const INPUT = 'in:';

/** The versions that were said to be read, by dataset. */
export function versionsSaid({ said }: Said): Map<string, string> {
  const versions = new Map<string, string>();
  for (const attributes of Object.values(said))
    for (const [name, value] of Object.entries(attributes)) {
      const version = name.startsWith(INPUT) ? textField(value, 'version') : null;
      if (version !== null) versions.set(name.slice(INPUT.length), version);
    }
  return versions;
}
