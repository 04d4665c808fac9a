import type { Problem } from '../../write/fact.js';

/** Owners, tags and terms come as plain lists: nobody can have more of them than this. */
export const MAX_LISTED = 100;

/** An objection to one more of something that has as many as there can be. */
export function tooMany(what: 'owners' | 'tags' | 'terms', count: number): Problem | undefined {
  if (count < MAX_LISTED) return undefined;
  return {
    rule: `at-most-${MAX_LISTED}-${what}`,
    path: ['input', 'id'],
    message: `It has ${count} ${what}; there can be at most ${MAX_LISTED}.`,
    remedy: `Take one of its ${what} away first.`,
  };
}
