import { type Edge, edgesOf, type ScopeHashes, type ScopeName, type ScopeSet } from './scopes.js';
import { earlier, later, type Stamp, timeOfStamp } from './stamp.js';

/**
 * What one producer said, by one method, about one job: its runs (or declarations) in order, folded into which edges hold
 * now, which held when, and what stands behind each. Definitions of a thing are one timeline, whoever made them. A pure function
 * of the entries.
 *
 * Order is (time of the latest event, id). A closing entry (a succeeded run; a declaration) ends, in each scope that it
 * has, what earlier entries asserted and it does not. All others only add.
 * Valid from: the first event of the first run that asserts it, but not before the end of its previous interval.
 * Valid to: the latest event of the run that closed it.
 */
export interface Entry {
  readonly id: string;
  readonly producer: string;
  readonly first: Stamp;
  readonly last: Stamp;
  readonly closes: boolean;
  readonly scopes: ScopeHashes;
}

export interface OpenEdge {
  readonly edge: Edge;
  from: Stamp;
  /** Hashes of the sets that hold it, sorted. */
  holders: readonly string[];
}

export interface PastEdge {
  readonly edge: Edge;
  readonly from: Stamp;
  readonly to: Stamp;
  readonly holders: readonly string[];
}

/** All of one set: first and last event of the runs that said it, the latest of them, and whose that is. */
export interface Backing {
  readonly scope: ScopeName;
  readonly hash: string;
  first: Stamp;
  last: Stamp;
  lastEntry: string;
  producer: string;
}

/**
 * A scope in which only ever one set was said needs no look at its edges: they all hold since `from`. That is how nearly
 * all jobs live, and why a repeated run costs nothing here.
 */
interface Steady {
  readonly steady: true;
  hash: string;
  from: Stamp;
}

interface Mixed {
  readonly steady: false;
  open: Map<string, OpenEdge>;
  past: Map<string, PastEdge>;
  endedAt: Map<string, Stamp>;
}

export type ScopeFold = Steady | Mixed;

export interface Fold {
  readonly scopes: Map<ScopeName, ScopeFold>;
  readonly backings: Map<string, Backing>;
}

export type SetReader = (hash: string) => ScopeSet;

export const EMPTY_FOLD: Fold = { scopes: new Map(), backings: new Map() };

export const edgeKey = (edge: Edge): string => `${edge.type} ${edge.from} ${edge.to}`;

export const compareEntries = (a: Entry, b: Entry): number =>
  a.last < b.last ? -1 : a.last > b.last ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * Folds entries that all come after what `base` was folded from. `read` is only asked about scopes in which different sets
 * were said. Past edges are those that ended among `entries`; what ended before is not repeated.
 */
export function fold(base: Fold, entries: Iterable<Entry>, subject: string, read: SetReader): Fold {
  const ordered = [...entries].sort(compareEntries);
  const scopes = new Map<ScopeName, ScopeFold>();
  const backings = new Map([...base.backings].map(([key, backing]) => [key, { ...backing }]));
  const names = new Set<ScopeName>(base.scopes.keys());
  for (const entry of ordered)
    for (const name of Object.keys(entry.scopes) as ScopeName[]) {
      names.add(name);
      back(backings, name, entry.scopes[name]!, entry);
    }
  for (const name of names) scopes.set(name, foldScope(name, base.scopes.get(name), ordered, subject, read));
  return { scopes, backings };
}

function back(backings: Map<string, Backing>, scope: ScopeName, hash: string, entry: Entry): void {
  const key = `${scope} ${hash}`;
  const known = backings.get(key);
  const { producer } = entry;
  if (!known) backings.set(key, { scope, hash, first: entry.first, last: entry.last, lastEntry: entry.id, producer });
  else {
    known.first = earlier(known.first, entry.first);
    known.last = later(known.last, entry.last);
    known.lastEntry = entry.id;
    known.producer = producer;
  }
}

function foldScope(name: ScopeName, base: ScopeFold | undefined, ordered: readonly Entry[], subject: string, read: SetReader): ScopeFold {
  const own = ordered.filter((entry) => entry.scopes[name] !== undefined);
  if (base?.steady !== false) {
    const hash = base?.hash ?? own[0]!.scopes[name]!;
    if (own.every((entry) => entry.scopes[name] === hash))
      return { steady: true, hash, from: own.map((entry) => entry.first).reduce(earlier, base?.from ?? own[0]!.first) };
  }
  return foldMixed(name, base, own, subject, read);
}

function foldMixed(name: ScopeName, base: ScopeFold | undefined, own: readonly Entry[], subject: string, read: SetReader): Mixed {
  const edges = new Map<string, { list: readonly Edge[]; keys: ReadonlySet<string> }>();
  const edgesIn = (hash: string) => {
    let known = edges.get(hash);
    if (!known) {
      const list = edgesOf(name, read(hash), subject);
      known = { list, keys: new Set(list.map(edgeKey)) };
      edges.set(hash, known);
    }
    return known;
  };
  const open = new Map<string, OpenEdge>();
  const past = new Map<string, PastEdge>();
  const endedAt = new Map(base?.steady === false ? base.endedAt : []);
  if (base?.steady === false) for (const [key, held] of base.open) open.set(key, { ...held });
  else if (base) for (const edge of edgesIn(base.hash).list) open.set(edgeKey(edge), { edge, from: base.from, holders: [base.hash] });
  for (const entry of own) {
    const hash = entry.scopes[name]!;
    const said = edgesIn(hash);
    for (const edge of said.list) {
      const key = edgeKey(edge);
      const from = notBefore(entry.first, endedAt.get(key));
      const held = open.get(key);
      // What was said last about how an edge comes about is what the edge carries.
      if (!held) open.set(key, { edge, from, holders: [hash] });
      else
        open.set(key, {
          edge,
          from: earlier(held.from, from),
          holders: held.holders.includes(hash) ? held.holders : [...held.holders, hash].sort(),
        });
    }
    if (!entry.closes) continue;
    for (const [key, held] of open)
      if (said.keys.has(key)) held.holders = [hash];
      else {
        open.delete(key);
        endedAt.set(key, entry.last);
        past.set(`${key} ${held.from} ${entry.last} ${held.holders.join()}`, {
          edge: held.edge,
          from: held.from,
          to: entry.last,
          holders: held.holders,
        });
      }
  }
  return { steady: false, open, past, endedAt };
}

function notBefore(first: Stamp, end: Stamp | undefined): Stamp {
  return end !== undefined && timeOfStamp(end) > timeOfStamp(first) ? end : first;
}

/** The edges that hold now. */
export function openEdges(folded: Fold, subject: string, read: SetReader): Map<string, OpenEdge> {
  const all = new Map<string, OpenEdge>();
  for (const [name, scope] of folded.scopes)
    if (scope.steady) {
      const { from } = scope;
      const holders = [scope.hash];
      for (const edge of edgesOf(name, read(scope.hash), subject)) all.set(edgeKey(edge), { edge, from, holders });
    } else for (const [key, held] of scope.open) all.set(key, held);
  return all;
}

/** Do two folds of a scope surely hold the same edges since the same time? (False only means that one has to look.) */
export function sameSteady(a: ScopeFold | undefined, b: ScopeFold | undefined): boolean {
  return a?.steady === true && b?.steady === true && a.hash === b.hash && a.from === b.from;
}
