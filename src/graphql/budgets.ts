import { LRUCache } from 'lru-cache';
import { Throttled } from '../errors.js';

/** What an operation cost whoever asked, and what is left: `extensions.cost` of each answer. */
export interface Charge {
  readonly requested: number;
  /** What a bucket holds when it is full. */
  readonly capacity: number;
  readonly rest: number;
  readonly refillPerSecond: number;
}

/** A full bucket is what comes back in so many seconds. */
const SECONDS_TO_FILL = 20;
/** Whoever asked least recently begins anew with a full one. */
const MOST_BUCKETS = 10_000;

/**
 * A leaky bucket of cost (cost.ts) for each name: whoever asks for more than comes back waits, and everybody else notices nothing.
 * All tokens of a name share one, over HTTP and WebSockets. Of this server; several servers do not share.
 */
export class Budgets {
  readonly #buckets = new LRUCache<string, { rest: number; at: number }>({ max: MOST_BUCKETS });
  readonly #capacity: number;

  /** `dearest`: what one operation may cost, which a full bucket always pays. `clock`: milliseconds. */
  constructor(
    private readonly refillPerSecond: number,
    dearest: number,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.#capacity = Math.max(dearest, refillPerSecond * SECONDS_TO_FILL);
  }

  /** Throws Throttled, and takes nothing, where the rest is not enough. */
  charge(name: string, requested: number): Charge {
    const at = this.clock();
    const before = this.#buckets.get(name) ?? { rest: this.#capacity, at };
    const rest = Math.min(this.#capacity, before.rest + ((at - before.at) / 1_000) * this.refillPerSecond);
    const isEnough = rest >= requested;
    const left = isEnough ? rest - requested : rest;
    this.#buckets.set(name, { rest: left, at });
    const charge = { requested, capacity: this.#capacity, rest: Math.floor(left), refillPerSecond: this.refillPerSecond };
    if (!isEnough) throw tooDear(charge, Math.ceil((requested - rest) / this.refillPerSecond));
    return charge;
  }
}

function tooDear(charge: Charge, seconds: number): Throttled {
  const [requested, rest, refill] = [charge.requested, charge.rest, charge.refillPerSecond].map((count) => count.toLocaleString('en'));
  const message = `This operation costs ${requested}, and you have ${rest} left; ${refill} come back each second: send it again in ${seconds} s, or ask for less with "first".`;
  return new Throttled(message, seconds, charge);
}
