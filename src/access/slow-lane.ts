import { isIPv6 } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { Unavailable } from '../errors.js';

export interface SlowLaneOptions {
  /** Failures from one address that cost nothing, per window. */
  readonly free: number;
  readonly windowMs: number;
  /** How long each further answer waits. */
  readonly delayMs: number;
  /** Answers that may wait at a time, over all addresses. */
  readonly waiting: number;
  readonly addresses: number;
}

export const SLOW_LANE: SlowLaneOptions = { free: 10, windowMs: 60_000, delayMs: 1_000, waiting: 100, addresses: 10_000 };

/**
 * Slows those down who try tokens: after some failures in a minute each further failing answer to that address comes late, and
 * when too many wait already, it is sent away before the database is asked. Nobody whose token is good waits. Sent away is
 * 503, not 429: lineage clients try a 503 again and drop what got a 4xx, and a good client may share its address with a bad one.
 */
export class SlowLane {
  readonly #failures: LRUCache<string, { count: number }>;
  #waiting = 0;

  constructor(private readonly options: SlowLaneOptions = SLOW_LANE) {
    this.#failures = new LRUCache({ max: options.addresses, ttl: options.windowMs });
  }

  /** Before an unknown token is looked up. */
  enter(address: string): void {
    if (this.#waiting >= this.options.waiting && this.#isSlow(address))
      throw new Unavailable(
        'Too many requests with wrong tokens came from your address; try again in a minute.',
        this.options.windowMs / 1_000,
      );
  }

  /** After it turned out to be wrong. */
  async failed(address: string): Promise<void> {
    const key = network(address);
    const failures = this.#failures.get(key) ?? { count: 0 };
    failures.count += 1;
    // The window begins with the first failure.
    if (failures.count === 1) this.#failures.set(key, failures);
    if (!this.#isSlow(address) || this.#waiting >= this.options.waiting) return;
    this.#waiting += 1;
    try {
      await wait(this.options.delayMs);
    } finally {
      this.#waiting -= 1;
    }
  }

  #isSlow(address: string): boolean {
    return (this.#failures.get(network(address))?.count ?? 0) > this.options.free;
  }
}

/** Who has one IPv6 address mostly has the whole /64. */
function network(address: string): string {
  return isIPv6(address) && !address.startsWith('::') ? address.split(':').slice(0, 4).join(':') : address;
}
