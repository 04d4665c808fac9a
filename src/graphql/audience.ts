import { positionOf, type Told } from '../events/telling.js';
import type { JsonText } from './json-text.js';

/** What is told, as it is sent. */
export interface Spoken {
  readonly position: number;
  /** It only says how far the log was read. */
  readonly isHeartbeat: boolean;
  readonly text: JsonText;
}

/** Whom an audience tells. */
export interface Hearer {
  hear(spoken: Spoken): void;
  /** Nothing more comes; of an error everybody is told. */
  end(error?: unknown): void;
}

export interface AudienceOptions {
  /** Only what the audience may be told. */
  readonly source: () => Promise<AsyncIterator<Told>>;
  readonly speak: (told: Told) => Promise<JsonText>;
  /** Everything after it is told; null: from when the source begins. */
  readonly from: number | null;
  readonly onEnd: () => void;
}

/** Messages that are being made at a time: what they read comes in together. */
const MOST_AT_ONCE = 32;

/** All who subscribed to the same with the same rights: for them the log is read once, each message made once and put into text once. */
export class Audience {
  readonly #hearers = new Set<Hearer>();
  readonly #options: AudienceOptions;
  #source: AsyncIterator<Told> | undefined;
  #isEnded = false;
  #changedTo: number | undefined;
  #position: number | undefined;

  constructor(options: AudienceOptions) {
    this.#options = options;
    this.#changedTo = options.from ?? undefined;
    this.#position = options.from ?? undefined;
    void this.#run();
  }

  /** Everything up to here has been told; undefined before it has begun. */
  get position(): number | undefined {
    return this.#position;
  }

  /** Who comes now hears everything after it: of the last that was told here, or from where on it was begun. */
  get changedTo(): number | undefined {
    return this.#changedTo;
  }

  join(hearer: Hearer): void {
    this.#hearers.add(hearer);
  }

  leave(hearer: Hearer): void {
    if (this.#hearers.delete(hearer) && this.#hearers.size === 0) this.#end();
  }

  async #run(): Promise<void> {
    try {
      const source = await this.#options.source();
      this.#source = source;
      if (this.#isEnded) await source.return?.();
      await this.#tellAll(source);
      this.#end();
    } catch (error) {
      this.#end(error);
    }
  }

  /** In order, though several messages are made at a time. */
  async #tellAll(source: AsyncIterator<Told>): Promise<void> {
    let last: Promise<void> = Promise.resolve();
    let making = 0;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      const told = next.value;
      const made = this.#options.speak(told);
      making++;
      last = Promise.all([made, last]).then(
        ([text]) => {
          making--;
          this.#tell(told, text);
        },
        (error: unknown) => this.#end(error),
      );
      if (making >= MOST_AT_ONCE) await last;
    }
    await last;
  }

  #tell(told: Told, text: JsonText): void {
    const position = positionOf(told);
    this.#position = position;
    const isHeartbeat = 'heartbeat' in told;
    if (!isHeartbeat) this.#changedTo = position;
    else this.#changedTo ??= position;
    for (const hearer of this.#hearers) hearer.hear({ position, isHeartbeat, text });
  }

  #end(error?: unknown): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#options.onEnd();
    for (const hearer of this.#hearers) hearer.end(error);
    this.#hearers.clear();
    void this.#source?.return?.();
  }
}
