/**
 * The list of what is owed (schema/owed.json) only shrinks. An entry stands for all below it: `Subscription` for all of its
 * fields, `Query.search` for all of its arguments; so an entry may be replaced by some of those below it.
 */
export interface OwedFaults {
  /** Lacking in the schema and not owed. */
  readonly lacking: readonly string[];
  /** Listed, though the schema has it. */
  readonly paid: readonly string[];
  /** Listed now, and neither listed nor covered before. */
  readonly grown: readonly string[];
}

/** `before`: the list as it stands on main; absent when there was none yet. */
export function checkOwed(missing: readonly string[], owed: readonly string[], before: readonly string[] | undefined): OwedFaults {
  const lacks = new Set(missing);
  return {
    lacking: missing.filter((path) => !owed.includes(path)),
    paid: owed.filter((path) => !lacks.has(path)),
    grown: before ? owed.filter((path) => !before.some((entry) => covers(entry, path))) : [],
  };
}

/** Whether an entry of the list stands for a path: the path itself, or one above it. */
export function covers(entry: string, path: string): boolean {
  return path === entry || ['.', '(', ' '].some((separator) => path.startsWith(entry + separator));
}
