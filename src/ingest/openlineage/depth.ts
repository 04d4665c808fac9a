import type { Json } from '../../write/fact.js';
import { Place } from './place.js';
import { refuse } from './shape.js';

/** Deeper nesting is refused: writing it out again would overflow the stack. Real events have about 10 levels. */
export const MAX_DEPTH = 200;
/** Of an offending place only so many keys are named. */
const SHOWN_KEYS = 12;

export function checkDepth(value: Json, place: Place = Place.ROOT): void {
  if (typeof value !== 'object' || value === null) return;
  const keys = deepestKeys(value, 1);
  if (!keys) return;
  const at = keys.slice(0, SHOWN_KEYS).reduce((p, key) => p.at(key), place);
  refuse(at, `is nested more than ${MAX_DEPTH} levels deep; at most ${MAX_DEPTH} are taken.`);
}

/** The keys on the way to a value that is too deep; undefined when there is none. */
function deepestKeys(value: object, depth: number): string[] | undefined {
  if (depth > MAX_DEPTH) return [];
  for (const key in value) {
    const member = (value as { [key: string]: unknown })[key];
    if (typeof member !== 'object' || member === null) continue;
    const keys = deepestKeys(member, depth + 1);
    if (keys) return [key, ...keys];
  }
  return undefined;
}
