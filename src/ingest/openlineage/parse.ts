import type { Fact, Json } from '../../write/fact.js';
import { readDatasetEvent } from './dataset-event.js';
import { checkDepth } from './depth.js';
import { eventKind } from './event.js';
import { timeIn } from './event-time.js';
import { readJobEvent } from './job-event.js';
import { Place } from './place.js';
import { producerOf } from './producer.js';
import { readRunEvent } from './run-event.js';
import { isObject, refuse, whatIs } from './shape.js';

/**
 * One OpenLineage event (specification 2-0-2, a value out of `JSON.parse`) as one fact. Only parses; rules are the Writer's.
 * Throws BadInput naming the exact place of what cannot be understood, and nothing else.
 */
export function parseEvent(raw: unknown): Fact {
  const event = isObject(raw) ? raw : refuse(Place.ROOT, `An OpenLineage event must be a JSON object, but ${whatIs(raw)}.`);
  checkDepth(event);
  const kind = eventKind(event);
  const producer = producerOf(event);
  const at = timeIn(event, 'eventTime', Place.ROOT);
  const said = kind === 'RunEvent' ? readRunEvent(event, at) : kind === 'JobEvent' ? readJobEvent(event) : readDatasetEvent(event);
  return { producer, at, ...said, raw: event as Json };
}
