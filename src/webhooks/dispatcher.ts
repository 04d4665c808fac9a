import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Semaphore } from 'async-mutex';
import { timeOf } from '../catalog/time.js';
import { Unavailable } from '../errors.js';
import { Courier, type CourierParts } from './courier.js';
import { type Claimable, DeliveringRepository, LEASE_MS } from './delivering.repository.js';

export type DispatcherParts = Omit<CourierParts, 'catchingUp' | 'repository' | 'sending'>;

const LOOK_EVERY_MS = 1_000;
const CATCHING_UP_AT_ONCE = 16;
const REQUESTS_AT_ONCE = 64;
/** How long a stop waits for requests that are under way. */
const STOP_MS = 3_000;

interface Running {
  readonly courier: Courier;
  readonly done: Promise<void>;
}

/**
 * Delivers webhooks. Each belongs to one of the servers on a database at a time, as long as that server says so again and again; to another ten seconds
 * after it has said so last.
 */
export class Dispatcher {
  readonly #couriers = new Map<string, Running>();
  readonly #parts: CourierParts;
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #isAskedToLook = false;
  #stopped: Promise<void> | undefined;

  constructor(parts: DispatcherParts) {
    this.#parts = {
      ...parts,
      repository: new DeliveringRepository(parts.database, randomUUID()),
      catchingUp: new Semaphore(CATCHING_UP_AT_ONCE),
      sending: new Semaphore(REQUESTS_AT_ONCE),
    };
  }

  start(): void {
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.#timer.unref();
    this.look();
  }

  /** Looks at once what is to be done: something was commanded. */
  look(): void {
    if (!this.#timer) return;
    this.#isAskedToLook = true;
    this.#looking ??= this.#lookWhileAsked().finally(() => {
      this.#looking = undefined;
    });
  }

  /** Finishes the requests that are under way, within three seconds. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#end();
    await this.#looking;
    this.#end();
    const all = Promise.all([...this.#couriers.values()].map(({ done }) => done));
    await Promise.race([all, sleep(STOP_MS, undefined, { ref: false })]);
    this.#ending.abort();
    await all;
    await this.#parts.repository.release().catch(() => undefined);
  }

  #end(): void {
    for (const { courier } of this.#couriers.values()) courier.end();
  }

  async #lookWhileAsked(): Promise<void> {
    while (this.#isAskedToLook && this.#timer) {
      this.#isAskedToLook = false;
      // While the database is away there is nothing to do; the next look tries again.
      await this.#lookOnce().catch(() => undefined);
    }
  }

  async #lookOnce(): Promise<void> {
    const { clock, repository } = this.#parts;
    const claimable = await repository.claimable(timeOf(clock()));
    const claims = claimable.filter(({ isOurs, left }) => !isOurs || left < LEASE_MS / 2).map((each) => this.#claimOf(each));
    const claimed = claims.length > 0 ? await repository.claim(claims) : new Set<string>();
    const ours = claimable.filter(({ id, isOurs, left }) => claimed.has(id) || (isOurs && left >= LEASE_MS / 2));
    const revisions = new Map(ours.map(({ id, revision }) => [id, revision]));
    for (const [id, { courier }] of this.#couriers) if (revisions.get(id) !== courier.claim.revision) courier.interrupt();
    for (const { id, isDue } of ours) if (isDue && !this.#couriers.has(id)) this.#send(id);
  }

  #claimOf({ id, revision }: Claimable) {
    return this.#couriers.get(id)?.courier.claim ?? { id, revision, position: 0 };
  }

  #send(id: string): void {
    const courier = new Courier(id, this.#parts, this.#ending.signal);
    const done = courier
      .run()
      // What it left undone is due at a later look.
      .catch((error: unknown) => {
        if (!(error instanceof Unavailable)) this.#parts.log.error('Delivering a webhook went wrong', { webhook: id, error });
      })
      .finally(() => this.#couriers.delete(id));
    this.#couriers.set(id, { courier, done });
  }
}
