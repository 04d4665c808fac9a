import type { Told } from '../events/telling.js';
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
  /** What has happened, by lists that are looked at together. */
  readonly source: () => Promise<AsyncIterator<readonly Told[]>>;
  /** What of a list the audience may be told, in that order. */
  readonly speak: (told: readonly Told[]) => Promise<readonly Spoken[]>;
  /** Everything after it is told; null: from when the source begins. */
  readonly from: number | null;
  readonly onEnd: () => void;
}

/** All who subscribed to the same with the same rights: for them the log is read once, each message made once and put into text once. */
export class Audience {
  readonly #hearers = new Set<Hearer>();
  readonly #options: AudienceOptions;
  #source: AsyncIterator<readonly Told[]> | undefined;
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

  /** In order, though the messages of one list are made while those of the one before are. */
  async #tellAll(source: AsyncIterator<readonly Told[]>): Promise<void> {
    let last: Promise<void> = Promise.resolve();
    try {
      for (let next = await source.next(); !next.done; next = await source.next()) {
        const before = last;
        last = Promise.all([this.#options.speak(next.value), before]).then(
          ([all]) => {
            for (const spoken of all) this.#tell(spoken);
          },
          (error: unknown) => this.#end(error),
        );
        await before;
      }
    } finally {
      // Who is told where to go on has been told what comes before.
      await last;
    }
  }

  #tell(spoken: Spoken): void {
    this.#position = spoken.position;
    if (!spoken.isHeartbeat) this.#changedTo = spoken.position;
    else this.#changedTo ??= spoken.position;
    for (const hearer of this.#hearers) hearer.hear(spoken);
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
