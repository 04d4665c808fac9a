import { Place } from './place.js';
import { isObject, type JsonObject, refuse } from './shape.js';

export type EventKind = 'RunEvent' | 'JobEvent' | 'DatasetEvent';

const KIND_IN_FRAGMENT = /#.*\/(RunEvent|JobEvent|DatasetEvent)$/;

/**
 * What kind of event it is. Job and dataset events have neither eventType nor run: the fragment of schemaURL tells
 * (`https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent`), else what is there.
 */
export function eventKind(event: JsonObject): EventKind {
  const told = typeof event.schemaURL === 'string' ? KIND_IN_FRAGMENT.exec(event.schemaURL)?.[1] : undefined;
  if (told) return told as EventKind;
  if (isObject(event.run)) return 'RunEvent';
  if (isObject(event.dataset)) return 'DatasetEvent';
  if (isObject(event.job)) return event.eventType === undefined ? 'JobEvent' : 'RunEvent';
  return refuse(
    Place.ROOT,
    'This is no OpenLineage event: a run event has run and job, a job event has job, a dataset event has dataset; and schemaURL tells none of them either.',
  );
}
