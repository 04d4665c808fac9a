import type { Method } from './fact.js';
import { getOrMake } from './get-or-make.js';
import { scopeOf } from './scopes.js';
import { earlier, timeOfStamp } from './stamp.js';
import {
  compareEntries,
  EMPTY_FOLD,
  type Entry,
  edgeKey,
  type Fold,
  fold,
  type OpenEdge,
  openEdges,
  type PastEdge,
  type SetReader,
  sameSteady,
} from './timeline.js';

/**
 * A job (or a dataset, for column lineage without a job; a feature table; a version) as the Writer remembers it: one timeline per
 * producer and method, but one for all definitions.
 */
export interface SubjectState {
  readonly id: string;
  readonly timelines: Map<string, Timeline>;
  /** Numbers of assertions in the graph, by who, how, scope and set. */
  readonly numbers: Map<string, number>;
}

export interface Timeline {
  readonly key: string;
  readonly method: Method;
  /** Folded from entries that are no longer remembered one by one; all of them come before `after`. */
  base: Fold;
  after: Entry | undefined;
  readonly entries: Map<string, Entry>;
  /** What the graph holds. */
  folded: Fold;
}

const REMEMBERED = 64;
const KEPT = 16;

export const timelineKey = (producer: string, method: Method): string => (method === 'DEFINED' ? method : `${method} ${producer}`);
export const assertionKey = (timeline: string, scope: string, set: string): string => `${timeline} ${scope} ${set}`;

export function timelineOf(subject: SubjectState, producer: string, method: Method): Timeline {
  const key = timelineKey(producer, method);
  return getOrMake(subject.timelines, key, () => ({
    key,
    method,
    base: EMPTY_FOLD,
    after: undefined,
    entries: new Map(),
    folded: EMPTY_FOLD,
  }));
}

/** Whether an entry can be folded in without what was forgotten. */
export function reaches(timeline: Timeline, entry: Entry, known: boolean): boolean {
  if (!timeline.after) return true;
  if (known && !timeline.entries.has(entry.id)) return false;
  return compareEntries(entry, timeline.after) > 0;
}

/** Folds the older entries together once there are many, so that a job with many runs stays small. */
export function compact(timeline: Timeline, subject: string, read: SetReader): void {
  if (timeline.entries.size <= REMEMBERED) return;
  const ordered = [...timeline.entries.values()].sort(compareEntries);
  const older = ordered.slice(0, -KEPT);
  timeline.base = fold(timeline.base, older, subject, read);
  timeline.after = older.at(-1);
  for (const entry of older) timeline.entries.delete(entry.id);
  timeline.folded = fold(timeline.base, timeline.entries.values(), subject, read);
}

/** An edge as all timelines of a job together hold it. */
export interface HeldEdge {
  readonly edge: OpenEdge['edge'];
  readonly from: string;
  readonly by: readonly number[];
}

export interface EdgeChanges {
  readonly opened: HeldEdge[];
  readonly closed: HeldEdge[];
  /** Held by others, since another time, or in another way than before. `corrected`: its time changed. */
  readonly changed: { edge: HeldEdge; corrected: boolean }[];
  readonly ended: (PastEdge & { by: readonly number[] })[];
  /** Past intervals that are no longer believed. */
  readonly revised: (PastEdge & { by: readonly number[] })[];
}

/**
 * What must change in the graph when the timelines of a subject go from what they were folded to before (`before`, by
 * timeline key) to `folded`. `numberOf` gives the number of an assertion.
 */
export function compareEdges(
  subject: SubjectState,
  before: ReadonlyMap<string, Fold>,
  read: SetReader,
  numberOf: (key: string) => number,
): EdgeChanges {
  const changes: EdgeChanges = { opened: [], closed: [], changed: [], ended: [], revised: [] };
  const moved = [...subject.timelines].filter(([key, timeline]) => before.has(key) && !sameFold(before.get(key)!, timeline.folded));
  if (moved.length === 0) return changes;
  const was = holdings(subject, (key, timeline) => before.get(key) ?? timeline.folded, read, numberOf);
  const is = holdings(subject, (_, timeline) => timeline.folded, read, numberOf);
  for (const [key, edge] of is) {
    const earlier = was.get(key);
    if (!earlier) changes.opened.push(edge);
    else if (earlier.from !== edge.from || earlier.edge.how !== edge.edge.how || !sameNumbers(earlier.by, edge.by))
      changes.changed.push({ edge, corrected: earlier.from !== edge.from });
  }
  for (const [key, edge] of was) if (!is.has(key)) changes.closed.push(edge);
  for (const [key, timeline] of moved) comparePast(before.get(key)!, timeline, subject.id, numberOf, changes);
  return changes;
}

function sameFold(a: Fold, b: Fold): boolean {
  return a.scopes.size === b.scopes.size && [...a.scopes].every(([name, scope]) => sameSteady(scope, b.scopes.get(name)));
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((n, i) => n === b[i]);

function holdings(
  subject: SubjectState,
  foldOf: (key: string, timeline: Timeline) => Fold,
  read: SetReader,
  numberOf: (key: string) => number,
): Map<string, HeldEdge> {
  const all = new Map<string, HeldEdge>();
  for (const [key, timeline] of subject.timelines) {
    // All edges of a steady scope share one list of holders.
    const numbers = new Map<readonly string[], readonly number[]>();
    for (const [edge, held] of openEdges(foldOf(key, timeline), subject.id, read)) {
      const by = getOrMake(numbers, held.holders, () =>
        held.holders.map((hash) => numberOf(assertionKey(timeline.key, scopeOf(held.edge, subject.id), hash))),
      );
      const other = all.get(edge);
      all.set(edge, {
        edge: other && (other.edge.how ?? '') > (held.edge.how ?? '') ? other.edge : held.edge,
        from: other ? earlier(other.from, held.from) : held.from,
        by: other ? [...other.by, ...by].sort((a, b) => a - b) : by,
      });
    }
  }
  return all;
}

function comparePast(before: Fold, timeline: Timeline, subject: string, numberOf: (key: string) => number, changes: EdgeChanges): void {
  const was = pastOf(before);
  const is = pastOf(timeline.folded);
  const numbered = (past: PastEdge) => ({
    ...past,
    by: past.holders.map((hash) => numberOf(assertionKey(timeline.key, scopeOf(past.edge, subject), hash))),
  });
  for (const [key, past] of is) if (!was.has(key)) changes.ended.push(numbered(past));
  for (const [key, past] of was) if (!is.has(key)) changes.revised.push(numbered(past));
}

/** By what the graph can tell apart: intervals that differ only in stamps would be one there. */
function pastOf(folded: Fold): Map<string, PastEdge> {
  const all = new Map<string, PastEdge>();
  for (const scope of folded.scopes.values()) {
    if (scope.steady) continue;
    for (const past of scope.past.values()) {
      const kept = asKept(past);
      all.set(`${edgeKey(kept.edge)} ${kept.from} ${kept.to} ${kept.holders.join()}`, kept);
    }
  }
  return all;
}

/** In times. A run of which only events from the future are known may seem to begin after it was closed. */
function asKept(past: PastEdge): PastEdge {
  const from = timeOfStamp(past.from);
  const to = timeOfStamp(past.to);
  return { ...past, from: from > to ? to : from, to };
}
