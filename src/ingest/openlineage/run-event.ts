import type { RunState } from '../../catalog/attributes.js';
import type { Time } from '../../catalog/time.js';
import type { Claim, Json, Statement } from '../../write/fact.js';
import { type Attributes, ClaimList } from './claim-list.js';
import { readJobFacets } from './facets/job-facets.js';
import { type Parent, readParent } from './facets/parent.js';
import { readRunFacets } from './facets/run-facets.js';
import { jobIn, namespaceIn, runIn } from './identity.js';
import { Place } from './place.js';
import { readPorts } from './ports.js';
import { type JsonObject, refuse, requiredObjectIn, textIn, whatIs } from './shape.js';

/** What an event type says about the run's state. OTHER, and no type at all, only add information. */
const STATE_OF_TYPE: ReadonlyMap<string, RunState | undefined> = new Map([
  ['START', 'RUNNING'],
  ['RUNNING', 'RUNNING'],
  ['COMPLETE', 'SUCCEEDED'],
  ['FAIL', 'FAILED'],
  ['ABORT', 'CANCELED'],
  ['OTHER', undefined],
]);

/** A run event: its job, its run, the run's parents, its datasets, and what the run read and wrote. */
export function readRunEvent(event: JsonObject, at: Time): { claims: readonly Claim[]; statement: Statement } {
  const type = eventType(event);
  const job = requiredObjectIn(event, 'job', Place.ROOT);
  const jobPlace = Place.ROOT.at('job');
  const run = requiredObjectIn(event, 'run', Place.ROOT);
  const runPlace = Place.ROOT.at('run');
  const jobId = jobIn(job, jobPlace);
  const id = runIn(run, runPlace, namespaceIn(job, jobPlace));
  const parent = readParent(run, runPlace);

  const claims = new ClaimList();
  if (parent) claimParents(parent, claims);
  claims.add(jobId, { ...readJobFacets(job, jobPlace), ...parentOfJob(parent, jobId) });
  claims.add(id, { job: jobId, ...stateOf(type, at), ...readRunFacets(run, runPlace), ...parentsOfRun(parent) });
  const ports = readPorts(event, claims);
  return { claims: claims.list(), statement: { subject: jobId, method: 'OBSERVED', run: id, ...ports } };
}

/**
 * The parents are named so that they hang on their jobs. Where parent and root are one run under two jobs (the Python client's
 * example has that), the nearer counts, and the other job is only named.
 */
function claimParents({ parent, root }: Parent, claims: ClaimList): void {
  claims.add(parent.run, { job: parent.job });
  if (!root) return;
  if (root.run !== parent.run) claims.add(root.run, { job: root.job });
  else if (root.job !== parent.job) claims.add(root.job);
}

function eventType(event: JsonObject): string {
  const type = textIn(event, 'eventType', Place.ROOT)?.toUpperCase() ?? 'OTHER';
  if (!STATE_OF_TYPE.has(type))
    refuse(Place.ROOT.at('eventType'), `must be one of ${[...STATE_OF_TYPE.keys()].join(', ')}, but ${whatIs(event.eventType)}.`);
  return type;
}

function stateOf(type: string, at: Time): Attributes {
  const state = STATE_OF_TYPE.get(type);
  return { ...(state && { [`state:${state}`]: true }), ...(type === 'START' && { startedAt: at }) };
}

function parentsOfRun(parent: Parent | null | undefined): Attributes {
  if (parent === undefined) return {};
  if (parent === null) return { parent: null, root: null };
  return { parent: parent.parent.run, ...(parent.root && { root: parent.root.run }) };
}

/** A run may start another of its own job (a retry); that does not make the job a part of itself. */
function parentOfJob(parent: Parent | null | undefined, job: string): { [name: string]: Json } {
  if (parent === undefined) return {};
  if (parent === null) return { parent: null };
  return parent.parent.job === job ? {} : { parent: parent.parent.job };
}
