import { jobIn, namespaceIn, runIn } from '../identity.js';
import type { Place } from '../place.js';
import { asObject, type JsonObject, objectIn, requiredObjectIn } from '../shape.js';
import { isDeleted } from './facets.js';

export interface RunAndJob {
  readonly run: string;
  readonly job: string;
}

/** ParentRunFacet: the run that started this one, and the outermost of them. */
export interface Parent {
  readonly parent: RunAndJob;
  readonly root?: RunAndJob;
}

/** Undefined when there is no parent facet, null when it is taken back. */
export function readParent(run: JsonObject, place: Place): Parent | null | undefined {
  const facet = objectIn(run, 'facets', place)?.parent;
  if (facet === undefined || facet === null) return undefined;
  const at = place.at('facets').at('parent');
  const object = asObject(facet, at);
  if (isDeleted(object)) return null;
  const root = objectIn(object, 'root', at);
  return { parent: runAndJob(object, at), ...(root && { root: runAndJob(root, at.at('root')) }) };
}

function runAndJob(pair: JsonObject, place: Place): RunAndJob {
  const run = requiredObjectIn(pair, 'run', place);
  const job = requiredObjectIn(pair, 'job', place);
  const at = place.at('job');
  return { run: runIn(run, place.at('run'), namespaceIn(job, at)), job: jobIn(job, at) };
}
