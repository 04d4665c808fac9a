import { TooSlow } from '../errors.js';
import type { Told } from '../events/telling.js';
import type { Audience, Hearer, Spoken } from './audience.js';
import type { JsonText } from './json-text.js';

/** Messages that may wait for one subscriber. */
const MOST_WAITING = 1_000;

export interface SubscriberOptions {
  /** Null: from now on. */
  readonly after: number | null;
  readonly mostWaiting?: number;
  /** What has happened after a position, by lists that are looked at together. */
  source(after: number): Promise<AsyncIterator<readonly Told[]>>;
  /** What of a list it may be told, in that order. */
  speak(told: readonly Told[]): Promise<readonly Spoken[]>;
  /** How it is told that it went wrong. */
  speakError(error: unknown): JsonText;
  /** Those who are told the same, if there are any. */
  audience(): Audience | undefined;
  /** Begins one, after a position; null: now. */
  newAudience(from: number | null): Audience;
}

/**
 * One subscriber. Who begins in the past first catches up by itself, then goes on with its audience: it listens to that while it
 * is told the last of its own, until the one continues the other.
 */
export class Subscriber implements AsyncIterableIterator<JsonText>, Hearer {
  readonly #options: SubscriberOptions;
  /** While it catches up. */
  #own: AsyncIterator<readonly Told[]> | undefined;
  /** Of its own, oldest first. */
  #ownWaiting: Spoken[] = [];
  #audience: Audience | undefined;
  /** After this, everything is heard from the audience. */
  #audienceFrom: number | undefined;
  #waiting: Spoken[] = [];
  /** Everything up to here was told. */
  #position: number;
  #ending: { readonly error?: unknown } | undefined;
  #hasBegun = false;
  /** It went over to its audience before it was told that it has caught up. */
  #owesHeartbeat = false;
  #isEnded = false;
  #wake: () => void = () => undefined;

  constructor(options: SubscriberOptions) {
    this.#options = options;
    this.#position = options.after ?? 0;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<JsonText>> {
    if (this.#isEnded) return { done: true, value: undefined };
    try {
      const text = this.#hasBegun ? await this.#next() : await this.#begin();
      if (text) return { done: false, value: text };
    } catch (error) {
      if (!this.#isEnded) {
        await this.return();
        return { done: false, value: this.#options.speakError(error) };
      }
    }
    return this.return();
  }

  async return(): Promise<IteratorResult<JsonText>> {
    this.#isEnded = true;
    this.#waiting = [];
    this.#ownWaiting = [];
    this.#audience?.leave(this);
    this.#wake();
    await this.#own?.return?.();
    return { done: true, value: undefined };
  }

  /** By the audience. */
  hear(spoken: Spoken): void {
    if (this.#ending || this.#isEnded) return;
    this.#audienceFrom ??= spoken.position;
    if (this.#waiting.length < (this.#options.mostWaiting ?? MOST_WAITING)) this.#waiting.push(spoken);
    else {
      this.#audience!.leave(this);
      this.#audience = undefined;
      this.#waiting = [];
      // Who still catches up looks for its audience again later.
      if (!this.#own) this.end(new TooSlow(this.#position));
    }
    this.#wake();
  }

  /** By the audience. */
  end(error?: unknown): void {
    this.#ending ??= { error };
    this.#wake();
  }

  async #begin(): Promise<JsonText | undefined> {
    this.#hasBegun = true;
    const { after, audience, newAudience, source } = this.#options;
    if (after !== null) {
      this.#own = await source(after);
      // It may have been ended meanwhile.
      if (this.#isEnded) await this.#own.return?.();
      return this.#next();
    }
    const { position } = this.#join(audience() ?? newAudience(null));
    return position === undefined ? this.#next() : this.#heartbeat(position);
  }

  async #heartbeat(position: number): Promise<JsonText> {
    this.#owesHeartbeat = false;
    this.#position = Math.max(this.#position, position);
    const [spoken] = await this.#options.speak([{ heartbeat: this.#position }]);
    return spoken!.text;
  }

  async #next(): Promise<JsonText | undefined> {
    while (!this.#isEnded) {
      if (this.#own) return this.#catchUp(this.#own);
      const spoken = this.#waiting.shift();
      if (spoken && this.#knows(spoken)) continue;
      if (spoken) {
        this.#position = spoken.position;
        return spoken.text;
      }
      const upTo = this.#owesHeartbeat ? this.#audience?.position : undefined;
      if (upTo !== undefined) return this.#heartbeat(upTo);
      if (this.#ending) {
        if (this.#ending.error !== undefined) throw this.#ending.error;
        return undefined;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return undefined;
  }

  /** The audience may have been behind when it went over to it. */
  #knows({ isHeartbeat, position }: Spoken): boolean {
    return isHeartbeat ? position < this.#position : position <= this.#position;
  }

  async #catchUp(own: AsyncIterator<readonly Told[]>): Promise<JsonText | undefined> {
    while (this.#ownWaiting.length === 0) {
      const { done, value } = await own.next();
      if (done) return undefined;
      const spoken = await this.#options.speak(value);
      if (this.#isEnded) return undefined;
      this.#ownWaiting = [...spoken];
    }
    const { isHeartbeat, position, text } = this.#ownWaiting.shift()!;
    this.#position = position;
    await this.#handOver(own, isHeartbeat);
    return text;
  }

  #join(audience: Audience): Audience {
    this.#audience = audience;
    this.#audienceFrom = audience.changedTo;
    audience.join(this);
    return audience;
  }

  async #handOver(own: AsyncIterator<readonly Told[]>, isUpToDate: boolean): Promise<void> {
    if (!this.#audience) {
      const { audience, newAudience } = this.#options;
      const found = audience() ?? (isUpToDate ? newAudience(this.#position) : undefined);
      if (!found) return;
      this.#join(found);
    }
    this.#waiting = this.#waiting.filter((spoken) => !this.#knows(spoken));
    if (this.#audienceFrom === undefined || this.#audienceFrom > this.#position) return;
    this.#own = undefined;
    // The audience tells of that, too.
    this.#ownWaiting = [];
    this.#owesHeartbeat = !isUpToDate;
    await own.return?.();
  }
}
