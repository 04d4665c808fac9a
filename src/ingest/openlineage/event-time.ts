import { parseTime, type Time } from '../../catalog/time.js';
import type { Place } from './place.js';
import { type JsonObject, refuse, requiredTextIn, whatIs } from './shape.js';

/** A required time: RFC 3339, kept to the nanosecond. */
export function timeIn(parent: JsonObject, key: string, place: Place): Time {
  const text = requiredTextIn(parent, key, place);
  return parseTime(text) ?? refuse(place.at(key), `must be a time such as "2026-11-22T05:51:06.267Z", but ${whatIs(text)}.`);
}
