import { setImmediate as turn } from 'node:timers/promises';

/**
 * What a source tells, by lists of all that it has to tell by then: at least one, at most so many. It is read on meanwhile, one list ahead
 * at most. What the source throws comes after what it told before. Ends when its source does, or at once by `return`.
 */
export class Waiting<Message> implements AsyncIterator<readonly Message[], undefined> {
  #messages: Message[] = [];
  #isReading = false;
  #ending: { readonly error?: unknown } | undefined;
  #wake: () => void = () => undefined;

  constructor(
    private readonly source: AsyncIterator<Message>,
    private readonly most: number,
  ) {}

  /** To be asked again once it has answered. */
  async next(): Promise<IteratorResult<readonly Message[], undefined>> {
    void this.#read();
    if (this.#messages.length === 0 && !this.#ending)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    // What comes in the same turn of the event loop goes with it.
    await turn();
    const messages = this.#messages.splice(0);
    if (messages.length > 0) {
      void this.#read();
      return { done: false, value: messages };
    }
    const { error } = this.#ending ?? {};
    this.#ending = {};
    if (error !== undefined) throw error;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<readonly Message[], undefined>> {
    this.#messages = [];
    this.#ending = {};
    this.#wake();
    await this.source.return?.();
    return { done: true, value: undefined };
  }

  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (!this.#ending && this.#messages.length < this.most) {
        const { done, value } = await this.source.next();
        // It may have been ended meanwhile.
        if (done || this.#ending) this.#ending ??= {};
        else this.#messages.push(value);
        this.#wake();
      }
    } catch (error) {
      this.#ending ??= { error };
      this.#wake();
    }
    this.#isReading = false;
  }
}
