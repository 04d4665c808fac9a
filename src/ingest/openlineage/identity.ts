import { columnId, DEFAULT_NAMESPACE, datasetId, jobId, runId } from '../../catalog/id.js';
import { BadInput } from '../../errors.js';
import type { Place } from './place.js';
import { type JsonObject, nameIn, refuse, textIn } from './shape.js';

/** Makes an id; its refusal (a name too long) gets the place it came from. */
export function named(place: Place, id: () => string): string {
  try {
    return id();
  } catch (error) {
    if (error instanceof BadInput) refuse(place, error.message);
    throw error;
  }
}

/** The specification requires namespaces; unnamed ones are `default`. */
export function namespaceIn(parent: JsonObject, place: Place): string {
  return textIn(parent, 'namespace', place) === undefined ? DEFAULT_NAMESPACE : nameIn(parent, 'namespace', place);
}

/** The id of the dataset that `{namespace, name}` names. */
export function datasetIn(identifier: JsonObject, place: Place): string {
  const namespace = namespaceIn(identifier, place);
  const name = nameIn(identifier, 'name', place);
  return named(place.at('name'), () => datasetId(namespace, name));
}

/** The id of the job that `{namespace, name}` names. */
export function jobIn(job: JsonObject, place: Place): string {
  const namespace = namespaceIn(job, place);
  const name = nameIn(job, 'name', place);
  return named(place.at('name'), () => jobId(namespace, name));
}

/** Runs are told apart within the namespace of their job: a run id need not be a UUID. */
export function runIn(run: JsonObject, place: Place, jobNamespace: string): string {
  const externalId = nameIn(run, 'runId', place);
  return named(place.at('runId'), () => runId(jobNamespace, externalId));
}

/** The id of a dataset's column. */
export function columnOf(dataset: string, path: string, place: Place): string {
  return named(place, () => columnId(dataset, path));
}
