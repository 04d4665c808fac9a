import { setTimeout as sleep } from 'node:timers/promises';
import { LiveClient } from '../support/live-client.js';

const CHANGES =
  'subscription ($after: Position) { changes(after: $after) { ... on Change { position } ... on Heartbeat { read: position } } }';
const RETRY_MS = 100;

interface Told {
  readonly changes: { readonly position?: string; readonly read?: string };
}

/** Subscribes to all changes, and again from the last position whenever the server goes away: on the next of the servers. */
export class Follower {
  /** Of the changes that it was told of, in that order. */
  readonly positions: number[] = [];
  /** Connections that it lost. */
  resumed = 0;
  #position = 0;
  #isEnded = false;
  readonly #done: Promise<void>;

  constructor(
    private readonly urls: readonly string[],
    private readonly token: string,
  ) {
    this.#done = this.#follow();
  }

  /** Resolves when it was told everything up to a position; throws when that takes longer than a minute. */
  async reach(position: number): Promise<void> {
    const end = Date.now() + 60_000;
    while (this.#position < position) {
      if (Date.now() > end) throw new Error(`The subscriber was told up to ${this.#position} only, of ${position}.`);
      await sleep(50);
    }
  }

  async stop(): Promise<void> {
    this.#isEnded = true;
    await this.#done;
  }

  async #follow(): Promise<void> {
    for (; !this.#isEnded; this.resumed++) {
      const client = new LiveClient(this.urls[this.resumed % this.urls.length]!, { authorization: `Bearer ${this.token}` });
      const heard = client.subscribe<Told, object>(CHANGES, { after: String(this.#position) });
      let isOver = false;
      void heard.ended.then(() => {
        isOver = true;
      });
      while (!isOver && !this.#isEnded) {
        for (const { changes } of heard.data.splice(0)) this.#take(changes);
        await sleep(20);
      }
      for (const { changes } of heard.data.splice(0)) this.#take(changes);
      heard.stop();
      await client.close();
      if (!this.#isEnded) await sleep(RETRY_MS);
    }
  }

  #take({ position, read }: Told['changes']): void {
    this.#position = Number(position ?? read);
    if (position !== undefined) this.positions.push(this.#position);
  }
}
