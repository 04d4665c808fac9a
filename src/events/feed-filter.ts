import { kindOf, wholeOf } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import type { LoggedChange } from '../write/log.js';

/** What is let through; null: everything. */
export interface FeedFilter {
  readonly kinds: ReadonlySet<Kind> | null;
  readonly ids: ReadonlySet<string> | null;
  /** Of runs: those of these jobs. */
  readonly jobs: ReadonlySet<string> | null;
  /** What happens to these, to parts of them (columns, features), to their runs, or to edges at them. */
  readonly around?: ReadonlySet<string>;
  /** What these said. */
  readonly producers?: ReadonlySet<string>;
}

export const EVERYTHING: FeedFilter = { kinds: null, ids: null, jobs: null };

export function passes({ around, ids, jobs, kinds, producers }: FeedFilter, change: LoggedChange): boolean {
  if (ids && !ids.has(change.entityId)) return false;
  if (jobs && !jobs.has(change.run?.job ?? '')) return false;
  if (producers && !producers.has(change.by)) return false;
  if (around && !placesOf(change).some((id) => around.has(id))) return false;
  const kind = kinds && kindOf(change.entityId);
  return !kinds || (kind !== undefined && kind !== null && kinds.has(kind));
}

/** Where in the graph something changed. */
export function placesOf({ ends, entityId, run }: LoggedChange): readonly string[] {
  return [wholeOf(entityId), ...(run?.job ? [run.job] : []), ...(ends ?? [])];
}
