import { setTimeout as sleep } from 'node:timers/promises';
import { TooSlow, VinciError } from '../errors.js';
import type { LoggedBatch, LoggedChange } from '../write/log.js';
import { type FeedFilter, passes } from './feed-filter.js';

/** Word that everything up to a position has been told. */
export interface FeedHeartbeat {
  readonly heartbeat: number;
}

export type FeedMessage = LoggedChange | FeedHeartbeat;

/** A batch of the log of which something passes. */
export interface FeedBatch {
  readonly batch: LoggedBatch;
  readonly passed: readonly LoggedChange[];
}

/** A member of a cluster may know less than the one that was asked for the head. */
const LAG_MS = 50;

export interface FeedReaderOptions {
  /** Null: from now on. */
  readonly after: number | null;
  readonly filter: FeedFilter;
  readonly mostWaiting: number;
  /** How long it waits for the log to come to where it is to begin: another server may have told of that. Milliseconds. */
  readonly patience: number;
  /** Batches after a position. */
  catchUp(position: number): Promise<LoggedBatch[]>;
  /** How far the feed has come, also when it only begins now. */
  headNow(): Promise<number>;
  head(): number | undefined;
  /** From now on everything new is pushed that passes the filter. */
  join(): void;
  /** Nothing more is. */
  leave(): void;
  end(): void;
}

/**
 * Reads first what has happened, as fast as it is asked, then hears of what happens. Throws TooSlow when too much waits for it, and
 * POSITION_NOT_REACHED when it is to begin where the log does not come to: in a database that was set back, say.
 */
export class FeedReader implements AsyncIterableIterator<FeedMessage> {
  #filter: FeedFilter;
  /** Read from the log, and not looked at. */
  #unread: LoggedBatch[] = [];
  /** Pushed, and not asked for yet, oldest first. */
  #waiting: FeedBatch[] = [];
  /** Changes in them. */
  #waitingCount = 0;
  /** Of the batch that is being told: what is left. */
  #rest: LoggedChange[] = [];
  /** The end of the last batch that was taken, or does not concern it. */
  #readTo: number | undefined;
  /** Everything up to here was told, or does not concern it. */
  #position: number;
  #isLive = false;
  readonly #begunAt = Date.now();
  #isEnded = false;
  #isTooSlow = false;
  #lastBeatAt = Date.now();
  #isBeating = true;
  #wake: () => void = () => undefined;

  constructor(private readonly options: FeedReaderOptions) {
    this.#filter = options.filter;
    this.#readTo = options.after ?? undefined;
    this.#position = options.after ?? 0;
  }

  get filter(): FeedFilter {
    return this.#filter;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** One change after the other. */
  async next(): Promise<IteratorResult<FeedMessage>> {
    for (;;) {
      const change = this.#rest.shift();
      if (change) return { done: false, value: change };
      const message = await this.nextBatch();
      if (!message) return { done: true, value: undefined };
      if ('heartbeat' in message) return { done: false, value: message };
      this.#rest = [...message.passed];
    }
  }

  /** Whole batches, for who must know everything of one before telling any of it; undefined: it has ended. */
  async nextBatch(): Promise<FeedBatch | FeedHeartbeat | undefined> {
    for (;;) {
      if (this.#isEnded) return undefined;
      if (this.#isTooSlow) {
        await this.return();
        throw new TooSlow(this.#position);
      }
      const next = this.#nextUnread() ?? this.#nextWaiting();
      if (next) return this.#told(next, next.batch.last);
      if (!this.#isLive) await this.#catchUp();
      else if (this.#isBeating) {
        this.#isBeating = false;
        this.#lastBeatAt = Date.now();
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
      this.#forget();
      this.#rest = [];
      this.options.leave();
      this.options.end();
      this.#wake();
    }
    return { done: true, value: undefined };
  }

  /** From the batch on that was taken last, something else passes. */
  refilter(filter: FeedFilter): void {
    if (this.#isEnded) return;
    if (this.#isLive) {
      this.options.leave();
      // What came meanwhile was chosen by the other filter: it is read from the log.
      this.#forget();
      this.#isTooSlow = false;
      this.#isLive = false;
    }
    this.#filter = filter;
  }

  /** By the feed: this happened. */
  push(next: FeedBatch): void {
    if (this.#isTooSlow || next.batch.last <= this.#readTo!) return;
    // However large a batch is, nobody could have taken a part of it before.
    if (this.#waitingCount >= this.options.mostWaiting) {
      this.#isTooSlow = true;
      this.#forget();
    } else {
      this.#waiting.push(next);
      this.#waitingCount += next.passed.length;
    }
    this.#wake();
  }

  /** By the feed: who had none since then gets a heartbeat, also if it was told of something: that may have gone no further. Milliseconds since 1970. */
  beat(before: number): void {
    if (!this.#isLive || this.#lastBeatAt > before) return;
    this.#isBeating = true;
    this.#wake();
  }

  #forget(): void {
    this.#unread = [];
    this.#waiting = [];
    this.#waitingCount = 0;
  }

  #nextUnread(): FeedBatch | undefined {
    for (let batch = this.#unread.shift(); batch; batch = this.#unread.shift()) {
      const from = this.#readTo!;
      this.#readTo = batch.last;
      const passed = batch.changes.filter((change) => passes(this.#filter, change));
      // Of the first one a part may have been told already; what that part says counts all the same for who takes whole batches.
      if (passed.length > 0) return { batch, passed: passed.filter(({ position }) => position > from) };
    }
    return undefined;
  }

  #nextWaiting(): FeedBatch | undefined {
    const next = this.#waiting.shift();
    if (!next) return undefined;
    this.#waitingCount -= next.passed.length;
    this.#readTo = next.batch.last;
    return next;
  }

  #told<Message>(message: Message, position: number): Message {
    this.#position = position;
    return message;
  }

  async #catchUp(): Promise<void> {
    const head = await this.options.headNow();
    this.#readTo ??= head;
    if (this.#readTo === this.options.after && this.#readTo > head) return this.#awaitBegin(head);
    // In one go with the look at the head, so that nothing comes in between.
    if (this.#readTo >= (this.options.head() ?? head)) return this.#join();
    const batches = await this.options.catchUp(this.#readTo);
    if (batches.length === 0) await sleep(LAG_MS);
    this.#unread = batches;
  }

  async #awaitBegin(head: number): Promise<void> {
    if (Date.now() - this.#begunAt < this.options.patience) return void (await sleep(LAG_MS));
    await this.return();
    throw new VinciError(
      'POSITION_NOT_REACHED',
      `The log is at position ${head}, and ${this.#readTo} is ahead of it: begin after a position that this server has told.`,
    );
  }

  #join(): void {
    if (this.#isEnded) return;
    this.#isLive = true;
    this.options.join();
  }
}
