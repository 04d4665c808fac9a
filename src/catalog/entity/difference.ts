import type { Json } from '../../write/fact.js';

/** What is in one definition and not in another. `path`: items of lists by their name where they have one, else by number. */
export interface Difference {
  readonly path: readonly string[];
  readonly change: Change;
  /** null: it was not there. */
  readonly before: Json;
  /** null: it is no longer there. */
  readonly after: Json;
}

export const CHANGES = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type Change = (typeof CHANGES)[number];

/** What an item of a list is called by, the first of these that it has: its place among others changes nothing of what it is. */
const NAMES = ['id', 'name', 'param', 'segment'];

/** Everything that is different, in the order of paths. */
export function differencesOf(before: Json, after: Json): Difference[] {
  return compare(before, after, []).sort((a, b) => (a.path.join('/') < b.path.join('/') ? -1 : 1));
}

function compare(before: Json | undefined, after: Json | undefined, path: readonly string[]): Difference[] {
  if (before === undefined) return [{ path, change: 'ADDED', before: null, after: after ?? null }];
  if (after === undefined) return [{ path, change: 'REMOVED', before, after: null }];
  const [one, other] = [membersOf(before), membersOf(after)];
  if (!one || !other || Array.isArray(before) !== Array.isArray(after))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, change: 'CHANGED', before, after }];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].flatMap((name) => compare(one.get(name), other.get(name), [...path, name]));
}

/** The fields of an object, the items of a list of objects; undefined for values, and lists of these. */
function membersOf(value: Json): Map<string, Json> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value as { readonly [key: string]: Json }));
  if ((value as readonly Json[]).some((item) => typeof item !== 'object' || item === null || Array.isArray(item))) return undefined;
  const counts = new Map<string, number>();
  return new Map(
    (value as readonly { readonly [key: string]: Json }[]).map((item) => {
      const name = NAMES.map((key) => item[key]).find((text) => typeof text === 'string') ?? '';
      const count = (counts.get(String(name)) ?? 0) + 1;
      counts.set(String(name), count);
      return [count === 1 && name !== '' ? String(name) : `${String(name)}#${count}`, item];
    }),
  );
}
