import { setTimeout as sleep } from 'node:timers/promises';
import { kindOf } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import { TooSlow } from '../errors.js';
import type { LoggedBatch, LoggedChange } from '../write/log.js';

/** What is let through; null: everything. */
export interface FeedFilter {
  readonly kinds: ReadonlySet<Kind> | null;
  readonly ids: ReadonlySet<string> | null;
  /** Of runs: those of these jobs. */
  readonly jobs: ReadonlySet<string> | null;
}

/** Word that everything up to a position has been told. */
export interface FeedHeartbeat {
  readonly heartbeat: number;
}

/** A member of a cluster may know less than the one that was asked for the head. */
const LAG_MS = 50;

export type FeedMessage = LoggedChange | FeedHeartbeat;

export interface FeedReaderOptions {
  /** Null: from now on. */
  readonly after: number | null;
  readonly filter: FeedFilter;
  readonly mostWaiting: number;
  /** Batches after a position. */
  catchUp(position: number): Promise<LoggedBatch[]>;
  /** How far the feed has come, also when it only begins now. */
  headNow(): Promise<number>;
  head(): number | undefined;
  /** From now on everything new is pushed. */
  join(): void;
  leave(): void;
}

/** Reads first what has happened, as fast as it is asked, then hears of what happens. Throws TooSlow when too much waits for it. */
export class FeedReader implements AsyncIterableIterator<FeedMessage> {
  readonly filter: FeedFilter;
  /** Changes that are not asked for yet, oldest first. */
  #waiting: LoggedChange[] = [];
  /** How far the log was read for it, before it went live. */
  #readTo: number | undefined;
  /** Everything up to here was told, or does not concern it. */
  #position: number;
  #isLive = false;
  #isEnded = false;
  #isTooSlow = false;
  #lastToldAt = Date.now();
  #isBeating = false;
  #wake: () => void = () => undefined;

  constructor(private readonly options: FeedReaderOptions) {
    this.filter = options.filter;
    this.#readTo = options.after ?? undefined;
    this.#position = options.after ?? 0;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<FeedMessage>> {
    for (;;) {
      if (this.#isEnded) return { done: true, value: undefined };
      if (this.#isTooSlow) {
        await this.return();
        throw new TooSlow(this.#position);
      }
      const change = this.#waiting.shift();
      if (change) return this.#told(change, change.position);
      if (!this.#isLive) await this.#catchUp();
      else if (this.#isBeating) {
        const head = this.options.head() ?? this.#position;
        return this.#told({ heartbeat: head }, head);
      } else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }

  async return(): Promise<IteratorResult<FeedMessage>> {
    if (!this.#isEnded) {
      this.#isEnded = true;
      this.#waiting = [];
      this.options.leave();
      this.#wake();
    }
    return { done: true, value: undefined };
  }

  /** By the feed: this happened. */
  push(change: LoggedChange): void {
    if (this.#isTooSlow || change.position <= this.#readTo! || !passes(this.filter, change)) return;
    if (this.#waiting.length >= this.options.mostWaiting) {
      this.#isTooSlow = true;
      this.#waiting = [];
    } else this.#waiting.push(change);
    this.#wake();
  }

  /** By the feed: who was told nothing since then gets a heartbeat. Milliseconds since 1970. */
  beat(before: number): void {
    if (!this.#isLive || this.#lastToldAt > before) return;
    this.#isBeating = true;
    this.#wake();
  }

  #told(value: FeedMessage, position: number): IteratorResult<FeedMessage> {
    this.#position = position;
    this.#lastToldAt = Date.now();
    this.#isBeating = false;
    return { done: false, value };
  }

  async #catchUp(): Promise<void> {
    const head = await this.options.headNow();
    this.#readTo ??= head;
    // In one go with the look at the head, so that nothing comes in between.
    if (this.#readTo >= (this.options.head() ?? head)) return this.#join();
    const batches = await this.options.catchUp(this.#readTo);
    if (batches.length === 0) await sleep(LAG_MS);
    for (const { changes, last } of batches) {
      for (const change of changes) if (change.position > this.#readTo && passes(this.filter, change)) this.#waiting.push(change);
      this.#readTo = last;
    }
  }

  #join(): void {
    if (this.#isEnded) return;
    this.#isLive = true;
    // So that who has heard of nothing learns at once how far it has come.
    this.#isBeating = true;
    this.options.join();
  }
}

function passes({ ids, jobs, kinds }: FeedFilter, { entityId, run }: LoggedChange): boolean {
  if (ids && !ids.has(entityId)) return false;
  if (jobs && !jobs.has(run?.job ?? '')) return false;
  const kind = kinds && kindOf(entityId);
  return !kinds || (kind !== undefined && kind !== null && kinds.has(kind));
}
