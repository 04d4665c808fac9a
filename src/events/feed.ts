import { kindOf } from '../catalog/id.js';
import { getOrMake } from '../write/get-or-make.js';
import type { LoggedBatch, LoggedChange } from '../write/log.js';
import { type FeedFilter, passes, placesOf } from './feed-filter.js';
import { FeedReader } from './feed-reader.js';

/** The log that a feed follows. */
export interface FollowedLog {
  /** Batches after a position, oldest first, at most so many. */
  read(after: number, limit: number): Promise<LoggedBatch[]>;
  head(): Promise<number>;
}

export interface FeedOptions {
  readonly log: FollowedLog;
  /** How often it looks whether another instance has written. Milliseconds. */
  readonly lookEvery?: number;
  /** How often each reader learns how far it has heard of everything. Milliseconds. */
  readonly heartbeatEvery?: number;
  /** Changes that may wait for one reader. */
  readonly mostWaiting?: number;
  /** How long a reader waits for the log to come to where it wants to begin. Milliseconds. */
  readonly patience?: number;
}

const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 5_000;
const HEARTBEAT_EVERY_MS = 15_000;
const MOST_WAITING = 1_000;
const BATCHES_AT_ONCE = 20;
const TICK_MS = 1_000;

/**
 * The change log as it grows, for as many readers as like: each hears of every change that its filter lets through, once, in order,
 * from the position that it names. What this process commits is heard of at once, what others commit when the log is looked at.
 * A change costs as much as there are readers whose filter names its entity, its kind, its producer, where it is or, of a run, its job. Without readers nothing is looked at.
 */
export class Feed {
  #head: number | undefined;
  #following: Promise<void> | undefined;
  #timers: NodeJS.Timeout[] = [];
  readonly #everything = new Set<FeedReader>();
  readonly #byKind = new Map<string, Set<FeedReader>>();
  readonly #byId = new Map<string, Set<FeedReader>>();
  readonly #byJob = new Map<string, Set<FeedReader>>();
  readonly #byPlace = new Map<string, Set<FeedReader>>();
  readonly #byProducer = new Map<string, Set<FeedReader>>();
  readonly #readers = new Set<FeedReader>();
  readonly #lookEvery: number;
  readonly #heartbeatEvery: number;
  readonly #mostWaiting: number;
  readonly #patience: number;
  readonly #log: FollowedLog;

  constructor({
    log,
    lookEvery = LOOK_EVERY_MS,
    heartbeatEvery = HEARTBEAT_EVERY_MS,
    mostWaiting = MOST_WAITING,
    patience = PATIENCE_MS,
  }: FeedOptions) {
    this.#log = log;
    this.#patience = patience;
    this.#lookEvery = lookEvery;
    this.#heartbeatEvery = heartbeatEvery;
    this.#mostWaiting = mostWaiting;
  }

  /** A reader of what came after a position; null: of what comes from now on. It ends when `return` is called. */
  read(filter: FeedFilter, after: number | null): FeedReader {
    const reader: FeedReader = new FeedReader({
      after,
      filter,
      mostWaiting: this.#mostWaiting,
      patience: this.#patience,
      catchUp: (position) => this.#log.read(position, BATCHES_AT_ONCE),
      headNow: () => this.#headNow(),
      head: () => this.#head,
      join: () => this.#join(reader),
      leave: () => this.#leave(reader),
      end: () => this.#end(reader),
    });
    this.#readers.add(reader);
    if (this.#timers.length === 0) this.#begin();
    return reader;
  }

  /** How far the log has come. */
  async position(): Promise<number> {
    return this.#head ?? this.#log.head();
  }

  /** Says what this process has committed, in the order in which it did. */
  committed(batch: LoggedBatch): void {
    if (this.#head === undefined) return;
    if (batch.first === this.#head + 1) this.#take(batch);
    else void this.#follow();
  }

  /** Ends all readers. */
  stop(): void {
    for (const reader of [...this.#readers]) void reader.return();
  }

  get readerCount(): number {
    return this.#readers.size;
  }

  #begin(): void {
    this.#timers = [
      setInterval(() => void this.#follow(), this.#lookEvery),
      setInterval(
        () => {
          const before = Date.now() - this.#heartbeatEvery;
          for (const reader of this.#readers) reader.beat(before);
        },
        Math.min(TICK_MS, this.#heartbeatEvery),
      ),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  async #headNow(): Promise<number> {
    if (this.#head === undefined) {
      const head = await this.#log.head();
      this.#head ??= head;
    }
    return this.#head;
  }

  /** Reads what others have written. Whatever goes wrong is tried again at the next look. */
  #follow(): Promise<void> {
    this.#following ??= this.#followOnce()
      .catch(() => undefined)
      .finally(() => {
        this.#following = undefined;
      });
    return this.#following;
  }

  async #followOnce(): Promise<void> {
    for (;;) {
      const batches = await this.#log.read(await this.#headNow(), BATCHES_AT_ONCE);
      for (const batch of batches) this.#take(batch);
      if (batches.length < BATCHES_AT_ONCE) return;
    }
  }

  #take(batch: LoggedBatch): void {
    const { first, last, changes } = batch;
    const head = this.#head!;
    // Heard of by the other way meanwhile.
    if (last <= head) return;
    if (first !== head + 1) throw new Error(`After position ${head} comes ${first}.`);
    this.#head = last;
    const whole = { batch, passed: changes };
    if (changes.length > 0) for (const reader of this.#everything) reader.push(whole);
    const concerned = new Map<FeedReader, LoggedChange[]>();
    for (const change of changes) this.#gather(change, concerned);
    for (const [reader, passed] of concerned) reader.push({ batch, passed });
  }

  #gather(change: LoggedChange, concerned: Map<FeedReader, LoggedChange[]>): void {
    const gather = (readers: ReadonlySet<FeedReader> | undefined): void => {
      for (const reader of readers ?? []) {
        const passed = concerned.get(reader);
        // It may concern a reader for several reasons.
        if (passed?.at(-1) === change || !passes(reader.filter, change)) continue;
        if (passed) passed.push(change);
        else concerned.set(reader, [change]);
      }
    };
    if (this.#byKind.size > 0) gather(this.#byKind.get(kindOf(change.entityId)!));
    gather(this.#byId.get(change.entityId));
    gather(this.#byProducer.get(change.by));
    if (change.run?.job) gather(this.#byJob.get(change.run.job));
    if (this.#byPlace.size > 0) for (const place of placesOf(change)) gather(this.#byPlace.get(place));
  }

  /** Where it is kept: by what in its filter says most. */
  #shelf({
    ids,
    around,
    jobs,
    kinds,
    producers,
  }: FeedFilter): { index: Map<string, Set<FeedReader>>; names: ReadonlySet<string> } | undefined {
    if (ids) return { index: this.#byId, names: ids };
    if (around) return { index: this.#byPlace, names: around };
    if (jobs) return { index: this.#byJob, names: jobs };
    if (producers) return { index: this.#byProducer, names: producers };
    if (kinds) return { index: this.#byKind, names: kinds };
    return undefined;
  }

  #join(reader: FeedReader): void {
    const shelf = this.#shelf(reader.filter);
    if (!shelf) this.#everything.add(reader);
    else for (const name of shelf.names) getOrMake(shelf.index, name, () => new Set<FeedReader>()).add(reader);
  }

  #leave(reader: FeedReader): void {
    this.#everything.delete(reader);
    const { index, names } = this.#shelf(reader.filter) ?? {};
    for (const name of names ?? []) {
      const readers = index!.get(name);
      readers?.delete(reader);
      if (readers?.size === 0) index!.delete(name);
    }
  }

  #end(reader: FeedReader): void {
    this.#readers.delete(reader);
    if (this.#readers.size > 0) return;
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    // Nobody follows the log any more.
    this.#head = undefined;
  }
}
