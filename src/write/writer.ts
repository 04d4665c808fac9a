import { BadInput, Unavailable } from '../errors.js';
import type { Database } from '../neo4j/database.js';
import { commandHash } from './command.js';
import { COMMIT_ADDING, COMMIT_REWRITING, READ_HEAD } from './commit.cypher.js';
import { hashOf } from './content.js';
import type { Principal, Receipt, Submit } from './fact.js';
import type { IncomingFact } from './fold.js';
import { type GroupOutcome, type Head, type Prepared, prepareGroup } from './group.js';
import { type LoggedBatch, touchedSince } from './log.js';
import { Memory } from './memory.js';
import { PlanRows } from './plan.js';
import { stampOf } from './stamp.js';
import { LOADS } from './state.cypher.js';
import type { Uncommitted } from './working-set.js';

/** What this server does of its own accord. */
const THIS_SERVER: Principal = { name: 'this server' };

interface Waiting extends IncomingFact {
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: Error) => void;
}

/** See `gather`. */
const GATHER_MS = 4;
/** More bring nothing: the server would work out hundreds while Neo4j waits, and the other way round. */
const GROUP_FACTS = 100;
/** From so many on, see `take`. */
const HALVED_FACTS = 20;
const GROUP_CHARACTERS = 8_000_000;
/** Batches that another instance may have written before memory is thrown away rather than brought up to date. */
const CATCH_UP_BATCHES = 200;
/** Tries against an instance that keeps writing in between. */
const CONTENDED_TRIES = 100;

interface WorkedOut {
  readonly group: readonly Waiting[];
  readonly prepared: Prepared;
  /** The head that it was worked out for. */
  readonly from: Head;
}

/** A group whose transaction is under way. */
interface Flight extends WorkedOut {
  readonly landed: Promise<'COMMITTED' | 'OVERTAKEN' | 'FAILED'>;
}

/**
 * The one way in. While one group is being committed the next is worked out on top of it, as if it were committed already, and
 * sent after it, to wait in the database for its turn; if the first fails, that work is done again. Each caller hears after the commit. Facts that wait are bounded by the callers:
 * every HTTP request waits for its own.
 */
export class Writer {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private head: Head | undefined;
  private onWaiting: (count: number) => void = () => {};
  /** How many callers were answered since the last group was taken. */
  private answered = 0;

  constructor(
    private readonly database: Database,
    private readonly memory = new Memory(),
    /** Hears of what was committed, in the order of the log; must not throw. */
    private readonly onCommitted: (batch: LoggedBatch) => void = () => undefined,
  ) {}

  readonly submit: Submit = (fact, sentBy = THIS_SERVER) =>
    new Promise((resolve, reject) => {
      const raw = JSON.stringify(fact.raw);
      const key = fact.command?.key;
      const hash = key === undefined ? hashOf(`${fact.producer}\n${raw}`) : commandHash(fact.producer, key);
      this.waiting.push({ fact, raw, hash, stamp: stampOf(fact.at, Date.now()), sentBy, resolve, reject });
      this.onWaiting(this.waiting.length);
      this.running ??= this.run();
    });

  /** Has the database plan every statement, so that the first fact need not wait for that. Writes nothing. */
  async warmUp(): Promise<void> {
    const nothing = {
      ...new PlanRows(),
      batch: '',
      from: -1,
      at: '',
      last: 0,
      key: 0,
      payload: new Int8Array(0),
      hash: '',
      previous: '',
      facts: 0,
    };
    for (const statement of [COMMIT_ADDING, COMMIT_REWRITING]) await this.database.write(statement, { p: nothing });
    const none = { p: { ids: [], keys: [], hashes: [] } };
    for (const statement of LOADS) await this.database.read(statement, none);
    this.head ??= await this.readHead();
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    // What arrives in the same turn of the event loop shares the first group.
    await new Promise((resolve) => setImmediate(resolve));
    let flight: Flight | undefined;
    while (this.waiting.length > 0 || flight) {
      const group = this.take(flight !== undefined);
      const prepared = group.length > 0 ? await this.prepare(group, flight) : undefined;
      const next = prepared && this.launch(prepared);
      const landed = (await flight?.landed) ?? 'COMMITTED';
      if (landed === 'COMMITTED' && (next || group.length === 0)) flight = next;
      else {
        const followed = await next?.landed;
        if (landed === 'OVERTAKEN') await this.overtaken(flight!, next);
        else this.startAnew();
        if (landed !== 'COMMITTED') await this.settle(flight!.group);
        if (followed !== 'COMMITTED') await this.settle(group);
        flight = undefined;
      }
      await this.gather(flight);
    }
    this.running = undefined;
  }

  /** Undefined when it cannot be worked out, at least not on top of what is not committed yet. */
  private async prepare(group: readonly Waiting[], flight: Flight | undefined): Promise<WorkedOut | undefined> {
    try {
      return await this.workOut(group, flight && { set: flight.prepared.set, landed: flight.landed });
    } catch {
      return undefined;
    }
  }

  /** Moves the head on to where the group will leave the log. */
  private async workOut(group: readonly Waiting[], before?: Uncommitted): Promise<WorkedOut> {
    this.head ??= await this.readHead();
    const from = this.head;
    const prepared = await prepareGroup(this.database, this.memory, from, group, before);
    this.head = prepared.head;
    return { group, prepared, from };
  }

  private launch(next: WorkedOut): Flight {
    const landed = next.prepared.commit().then(
      (committed) => {
        if (!committed) return 'OVERTAKEN' as const;
        this.answer(next.group, next.prepared);
        return 'COMMITTED' as const;
      },
      () => 'FAILED' as const,
    );
    return { ...next, landed };
  }

  /** Another instance wrote: what was worked out is void. */
  private async overtaken(flight: Flight, next: WorkedOut | undefined): Promise<void> {
    flight.prepared.set.forget();
    next?.prepared.set.forget();
    await this.catchUp(flight.from).catch(() => this.startAnew());
  }

  private startAnew(): void {
    this.memory.clear();
    this.head = undefined;
  }

  private answer(group: readonly Waiting[], { batch, outcomes, head }: Prepared): void {
    this.answered = group.length;
    if (batch) this.onCommitted(batch);
    for (const [i, waiting] of group.entries()) waiting.resolve(receipt(outcomes[i]!, head.position));
  }

  /**
   * Those who were just answered are about to send again: to wait for them too, but not long, makes one transaction of what
   * would be two. Somebody who sends alone is never waited for.
   */
  private async gather(flight: Flight | undefined): Promise<void> {
    const expected = this.answered;
    this.answered = 0;
    if (expected > 1) await Promise.race([this.arrived(expected), new Promise((resolve) => setTimeout(resolve, GATHER_MS))]);
    if (flight && this.waiting.length === 0) await Promise.race([this.arrived(1), flight.landed]);
  }

  /** Resolves when so many facts wait. */
  private async arrived(count: number): Promise<void> {
    if (this.waiting.length >= count) return;
    await new Promise<void>((resolve) => {
      this.onWaiting = (waiting) => {
        if (waiting >= count) resolve();
      };
    });
  }

  /** With nothing under way, half of many: then the other half is worked out meanwhile, and the two keep taking turns. */
  private take(underWay: boolean): Waiting[] {
    const most = underWay || this.waiting.length < HALVED_FACTS ? GROUP_FACTS : Math.min(GROUP_FACTS, this.waiting.length >> 1);
    let size = 0;
    let count = 0;
    for (const { raw } of this.waiting) {
      size += raw.length;
      if (count > 0 && (count >= most || size > GROUP_CHARACTERS)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  /** Commits a group while nothing else is under way. */
  private async settle(group: readonly Waiting[]): Promise<void> {
    if (group.length === 0) return;
    try {
      this.answer(group, await this.commit(group));
    } catch (error) {
      this.startAnew();
      if (error instanceof Unavailable) {
        for (const waiting of [...group, ...this.waiting.splice(0)]) waiting.reject(error);
      } else if (group.length === 1) group[0]!.reject(error as Error);
      // Something in the data is to blame: the others must not suffer from it.
      else {
        await this.settle(group.slice(0, group.length >> 1));
        await this.settle(group.slice(group.length >> 1));
      }
    }
  }

  private async commit(group: readonly Waiting[]): Promise<Prepared> {
    let lost = false;
    for (let attempt = 0; attempt < CONTENDED_TRIES; attempt++) {
      const { prepared, from } = await this.workOut(group);
      try {
        if (await prepared.commit()) return prepared;
      } catch (error) {
        if (!(error instanceof Unavailable) || lost) throw error;
        // The connection may have been lost after the commit. Folding the same facts again would find them all there.
        lost = true;
        this.startAnew();
        continue;
      }
      prepared.set.forget();
      await this.catchUp(from);
    }
    throw new Unavailable('Other instances write so much that this one does not get its turn; try again.');
  }

  private async readHead(): Promise<Head> {
    const [head] = await this.database.read<Head>(READ_HEAD);
    if (!head) throw new Error('The database has no log: it was not migrated.');
    return head;
  }

  /** Somebody else wrote: forget what they touched. */
  private async catchUp(from: Head): Promise<void> {
    this.head = await this.readHead();
    // Another database stands behind the same address, or an older state of it was restored.
    if (this.head.position < from.position) return this.memory.clear();
    const touched = await touchedSince(this.database, from.position, CATCH_UP_BATCHES);
    if (touched) this.memory.forget(touched);
    else this.memory.clear();
  }
}

function receipt(taken: GroupOutcome, position: number): Receipt {
  if ('outcome' in taken) return { ...taken, position, problems: [] };
  const path = taken instanceof BadInput ? taken.place : [];
  const rule = taken.code === 'NOT_FOUND' ? 'requires' : taken.code;
  return { outcome: 'REFUSED', position, problems: [{ rule, path, message: taken.message }] };
}
