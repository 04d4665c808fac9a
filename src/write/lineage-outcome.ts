import { kindOf, parseId, splitColumnId } from '../catalog/id.js';
import type { Method } from './fact.js';
import type { GroupFold } from './fold.js';
import { getOrMake } from './get-or-make.js';
import type { EntityOutcome, Relinking } from './outcome.js';
import type { EdgeRow, Ends, HistoryRow, NewAssertions, PlanRows } from './plan.js';
import { stateOf } from './run-state.js';
import { type Edge, PAST } from './scopes.js';
import { timeOfStamp } from './stamp.js';
import {
  assertionKey,
  compareEdges,
  type EdgeChanges,
  type HeldEdge,
  reaches,
  type SubjectState,
  type Timeline,
  timelineOf,
} from './subject.js';
import { type Entry, type Fold, fold } from './timeline.js';
import type { KeySource, WorkingSet } from './working-set.js';

interface Move {
  readonly method: Method;
  readonly entry: Entry;
  /** The run is another job's now. */
  readonly leaves?: boolean;
  /** It was in the graph before. */
  readonly known: boolean;
}

/**
 * Works out what the runs and declarations of a group do to the lineage edges of their jobs: which open, close, are held
 * by others, or turn out to have held at other times. Gives back the jobs whose edges changed, and who changed them.
 */
export class LineageOutcome {
  readonly relinked = new Map<string, Relinking>();

  constructor(
    private readonly set: WorkingSet,
    private readonly folded: GroupFold,
    private readonly entities: EntityOutcome,
    private readonly rows: PlanRows,
    private readonly keys: KeySource,
  ) {}

  async workOut(): Promise<void> {
    for (const [subject, moves] of this.moves()) await this.subject(subject, moves);
  }

  /** What moves in which subject's timelines. */
  private moves(): Map<string, Move[]> {
    const bySubject = new Map<string, Move[]>();
    const add = (subject: string, move: Move) => {
      const moves = bySubject.get(subject);
      if (moves) moves.push(move);
      else bySubject.set(subject, [move]);
    };
    for (const id of this.folded.touched.keys()) {
      const run = this.set.entity(id);
      const seen = this.entities.views.get(id)!;
      if (!run.run || run.run.firstAt === '') continue;
      const job = seen.chosen.get('job')?.value as string;
      const closes = stateOf(seen) === 'SUCCEEDED';
      const left = this.entities.jobsLeft.get(id);
      for (const [producer, scopes] of Object.entries(run.run.sets)) {
        if (Object.keys(scopes).length === 0) continue;
        const entry = { id, producer, first: run.run.firstAt, last: run.run.latestAt, closes, scopes: { ...scopes } };
        const move = { method: 'OBSERVED', entry, known: this.entities.stored.has(id) } as const;
        add(job, move);
        if (left && left !== job) add(left, { ...move, leaves: true });
      }
    }
    for (const { hash, subject, producer, method, at, sets } of this.folded.declarations)
      if (sets && Object.keys(sets).length > 0)
        add(subject, {
          method,
          entry: { id: hash, producer, first: at, last: at, closes: true, scopes: sets },
          known: false,
        });
    return bySubject;
  }

  private async subject(id: string, moves: readonly Move[]): Promise<void> {
    await this.set.load([id]);
    await this.set.loadSubjects([id]);
    let subject = this.set.subject(id);
    if (moves.some((move) => !reaches(timelineOf(subject, move.entry.producer, move.method), move.entry, move.known))) {
      await this.set.loadSubjects([id], true);
      subject = this.set.subject(id);
    }
    const before = new Map<string, Fold>();
    for (const { method, entry, leaves } of moves) {
      const timeline = timelineOf(subject, entry.producer, method);
      if (!before.has(timeline.key)) before.set(timeline.key, timeline.folded);
      if (leaves) timeline.entries.delete(entry.id);
      else timeline.entries.set(entry.id, entry);
    }
    for (const key of before.keys()) {
      const timeline = subject.timelines.get(key)!;
      const folded = await this.set.withLoaded(() => fold(timeline.base, timeline.entries.values(), id, this.set.readSet));
      timeline.folded = folded;
    }
    const numberOf = (key: string) => this.numberOf(subject, key);
    const { changes, write } = await this.set.withLoaded(() => {
      const changes = compareEdges(subject, before, this.set.readSet, numberOf);
      return { changes, write: this.draw(subject, changes) };
    });
    write();
    const folds = [...before.keys()].map((key) => subject.timelines.get(key)!.folded);
    const entries = folds.flatMap(({ backings }) => [...backings.values()].map(({ lastEntry }) => lastEntry));
    await this.set.load(entries.filter((entry) => parseId(entry) !== undefined));
    for (const [key, earlier] of before) this.assertions(subject, subject.timelines.get(key)!, earlier);
    if (
      changes.opened.length + changes.closed.length + changes.ended.length + changes.revised.length > 0 ||
      changes.changed.some((c) => c.corrected)
    )
      this.relinked.set(id, { by: moves.at(-1)!.entry.producer, ends: endsBeside(id, [...changes.opened, ...changes.closed]) });
  }

  private numberOf(subject: SubjectState, key: string): number {
    return getOrMake(subject.numbers, key, () => this.keys.next());
  }

  /** Gives what puts the rows into the plan, once it is known that all ends are loaded. */
  private draw(subject: SubjectState, changes: EdgeChanges): () => void {
    const job = this.set.entity(subject.id).key;
    const opened = new Map<string, Opened>();
    let before: Opened | undefined;
    for (const held of changes.opened) {
      if (!before || !sameRow(before.held, held)) before = getOrMake(opened, rowKey(held), () => ({ held, row: newRow(job, held) }));
      before.row.starts.push(this.keyOf(held.edge.from));
      before.row.ends.push(this.keyOf(held.edge.to));
    }
    const history = (held: Pick<HeldEdge, 'edge' | 'from' | 'by'>, to = ''): HistoryRow => ({
      past: PAST[held.edge.type],
      a: this.keyOf(held.edge.from),
      b: this.keyOf(held.edge.to),
      job,
      by: held.by,
      from: timeOfStamp(held.from),
      to: timeOfStamp(to),
      how: held.edge.how ?? null,
    });
    const closed = changes.closed.map((held) => [endsOf(held.edge), history(held)] as const);
    const changed = changes.changed.map(({ edge, corrected }) => [endsOf(edge.edge), { ...history(edge), corrected }] as const);
    const ended = changes.ended.map((past) => [endsOf(past.edge), history(past, past.to)] as const);
    const revised = changes.revised.map((past) => [endsOf(past.edge), history(past, past.to)] as const);
    return () => {
      for (const { held, row } of opened.values()) this.open(held.edge, row);
      for (const [ends, row] of closed) this.rows.closed[ends].push(row);
      for (const [ends, row] of changed) this.rows.changed[ends].push(row);
      for (const [ends, row] of ended) this.rows.ended[ends].push(row);
      for (const [ends, row] of revised) this.rows.revised[ends].push(row);
    };
  }

  private open(edge: Edge, row: EdgeRow): void {
    const { rows } = this;
    if (endsOf(edge) === 'nodes' && edge.type !== 'FEEDS' && edge.type !== 'PRODUCES') rows.flows.push({ type: edge.type, ...row });
    else rows[edge.type.toLowerCase() as 'feeds' | 'produces' | 'derives' | 'influences' | 'carries'].push(row);
  }

  private keyOf(id: string): number {
    if (!id.includes('#')) return this.set.entity(id).key;
    const { dataset, path } = splitColumnId(id);
    return this.set.column(this.set.entity(dataset), path).key;
  }

  /** One node per set that somebody said, with the first and the last time it was said. */
  private assertions(subject: SubjectState, timeline: Timeline, before: Fold): void {
    const job = this.set.entity(subject.id).key;
    const made = new Map<string, NewAssertions>();
    for (const [key, backing] of timeline.folded.backings) {
      const known = before.backings.get(key);
      if (known && known.first === backing.first && known.last === backing.last && known.lastEntry === backing.lastEntry) continue;
      const number = this.numberOf(subject, assertionKey(timeline.key, backing.scope, backing.hash));
      const isRun = parseId(backing.lastEntry) !== undefined;
      const { producer } = backing;
      const seen = {
        firstSeen: timeOfStamp(backing.first),
        lastSeen: timeOfStamp(backing.last),
        lastRun: isRun ? this.set.entity(backing.lastEntry).key : null,
      };
      if (known) this.rows.assertions.push({ number, properties: known.producer === producer ? seen : { ...seen, producer } });
      else {
        const row = getOrMake(made, `${backing.first} ${backing.last} ${backing.lastEntry}`, () => ({
          ...seen,
          job,
          producer,
          method: timeline.method,
          numbers: [],
          scopes: [],
          sets: [],
        }));
        row.numbers.push(number);
        row.scopes.push(backing.scope);
        row.sets.push(backing.hash);
      }
    }
    this.rows.newAssertions.push(...made.values());
    for (const [key, backing] of before.backings) {
      if (timeline.folded.backings.has(key)) continue;
      const assertion = assertionKey(timeline.key, backing.scope, backing.hash);
      this.rows.lostAssertions.push(this.numberOf(subject, assertion));
      subject.numbers.delete(assertion);
    }
  }
}

/** Columns and features aside: in the lineage of entities, their datasets and tables stand for them. */
function endsBeside(subject: string, edges: readonly HeldEdge[]): readonly string[] {
  const ends = new Set(edges.filter(({ edge }) => endsOf(edge) === 'nodes').flatMap(({ edge: { from, to } }) => [from, to]));
  return [...ends].filter((id) => id !== subject && kindOf(id) !== 'FEATURE');
}

/** Edges that are sent in one row, and one of them. */
interface Opened {
  readonly held: HeldEdge;
  readonly row: EdgeRow;
}

const newRow = (job: number, { edge, from, by }: HeldEdge): EdgeRow => ({
  job,
  by,
  from: timeOfStamp(from),
  how: edge.how ?? null,
  starts: [],
  ends: [],
});

const rowKey = ({ edge, from, by }: HeldEdge): string =>
  `${edge.type} ${endsOf(edge)} ${by.join(',')} ${timeOfStamp(from)} ${edge.how ?? ''}`;

/** Surely: edges of one set, which come one after the other, share the list of who holds them. */
const sameRow = (a: HeldEdge, b: HeldEdge): boolean =>
  a.by === b.by && a.from === b.from && a.edge.type === b.edge.type && a.edge.how === b.edge.how;

function endsOf({ type, from }: Edge): Ends {
  if (type === 'DERIVES') return 'columns';
  return type === 'INFLUENCES' || from.includes('#') ? 'columnToNode' : 'nodes';
}
