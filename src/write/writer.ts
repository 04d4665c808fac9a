import { randomUUID } from 'node:crypto';
import { BadInput, Unavailable } from '../errors.js';
import type { Database } from '../neo4j/database.js';
import { COMMIT_ADDING, COMMIT_REWRITING, FIND_BATCH, READ_HEAD } from './commit.cypher.js';
import { hashOf } from './content.js';
import type { Receipt, Submit } from './fact.js';
import type { IncomingFact } from './fold.js';
import { commitGroup, type GroupResult, type Head } from './group.js';
import { touchedSince } from './log.js';
import { Memory } from './memory.js';
import { PlanRows } from './plan.js';
import { stampOf } from './stamp.js';
import { LOADS } from './state.cypher.js';

interface Waiting extends IncomingFact {
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: Error) => void;
}

/** See `gather`. */
const GATHER_MS = 4;
const GROUP_FACTS = 500;
const GROUP_CHARACTERS = 8_000_000;
/** Batches that another instance may have written before memory is thrown away rather than brought up to date. */
const CATCH_UP_BATCHES = 200;
/** Tries against an instance that keeps writing in between. */
const CONTENDED_TRIES = 100;

/**
 * The one way in. What arrives while a group is being committed waits for the next one; each caller hears after the commit.
 * Facts that wait are bounded by the callers: every HTTP request waits for its own.
 */
export class Writer {
  private readonly memory = new Memory();
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private head: Head | undefined;
  private onWaiting: (count: number) => void = () => {};

  constructor(private readonly database: Database) {}

  readonly submit: Submit = (fact) =>
    new Promise((resolve, reject) => {
      const raw = JSON.stringify(fact.raw);
      this.waiting.push({ fact, raw, hash: hashOf(`${fact.producer}\n${raw}`), stamp: stampOf(fact.at, Date.now()), resolve, reject });
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
    while (this.waiting.length > 0) {
      const group = this.take();
      await this.settle(group);
      await this.gather(group.length + this.waiting.length);
    }
    this.running = undefined;
  }

  /**
   * Those who were just answered are about to send again: to wait for them too, but not long, makes one transaction of what
   * would be two. Somebody who sends alone is never waited for.
   */
  private async gather(expected: number): Promise<void> {
    if (expected < 2) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, GATHER_MS);
      this.onWaiting = (count) => {
        if (count < expected) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.onWaiting = () => {};
  }

  private take(): Waiting[] {
    let size = 0;
    let count = 0;
    for (const { raw } of this.waiting) {
      size += raw.length;
      if (count > 0 && (count >= GROUP_FACTS || size > GROUP_CHARACTERS)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async settle(group: Waiting[]): Promise<void> {
    try {
      const { head, outcomes } = await this.commit(group);
      this.head = head;
      for (const [i, waiting] of group.entries()) waiting.resolve(receipt(outcomes[i]!, head.position));
    } catch (error) {
      this.memory.clear();
      this.head = undefined;
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

  private async commit(group: Waiting[]): Promise<GroupResult & { committed: true }> {
    const batch = randomUUID();
    for (let attempt = 0; attempt < CONTENDED_TRIES; attempt++) {
      this.head ??= await this.readHead();
      let result: GroupResult;
      try {
        result = await commitGroup(this.database, this.memory, this.head, batch, group);
      } catch (error) {
        if (!(error instanceof Unavailable) || !(await this.wasCommitted(batch))) throw error;
        // The connection was lost after the commit. Folding the same facts again finds them all there.
        this.memory.clear();
        this.head = undefined;
        continue;
      }
      if (result.committed) return result;
      await this.catchUp(this.head);
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

  private async wasCommitted(batch: string): Promise<boolean> {
    try {
      return (await this.database.read(FIND_BATCH, { p: { id: batch } })).length > 0;
    } catch {
      return false;
    }
  }
}

function receipt(outcome: GroupOutcome, position: number): Receipt {
  if (!(outcome instanceof BadInput)) return { outcome, position, problems: [] };
  return { outcome: 'REFUSED', position, problems: [{ rule: 'BAD_INPUT', path: outcome.place, message: outcome.message }] };
}

type GroupOutcome = (GroupResult & { committed: true })['outcomes'][number];
