import { setImmediate as nextTurn } from 'node:timers/promises';
import { Semaphore } from 'async-mutex';
import { Throttled } from '../errors.js';
import { getOrMake } from '../write/get-or-make.js';

const MOST_INSIDE = 200;
/** Characters of what came over sockets and is under way or waits; so much for each operation besides its text. */
const MOST_HELD = 32_000_000;
const HELD_BY_EACH = 2_000;

interface Lane {
  readonly places: Semaphore;
  inside: number;
  held: number;
}

/**
 * Operations of one name run a few at a time, in the order in which they came, and the others wait: so whoever asks for much at
 * once waits for themselves, and everybody else hardly notices. All tokens of a name share a lane, over HTTP and WebSockets.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();

  /** `atOnce`: operations of one name that run at a time. */
  constructor(private readonly atOnce: number) {}

  /** Before a request is read. Throws Throttled while so many of that name are under way or wait that no more should wait. */
  refuseMore(name: string): void {
    if ((this.#lanes.get(name)?.inside ?? 0) < MOST_INSIDE) return;
    const message = `${MOST_INSIDE} operations of yours are under way already, of which ${this.atOnce} run at a time: send this again when some were answered.`;
    throw new Throttled(message, 1);
  }

  /** Of a socket, whose operations were read already. Throws Throttled where all that is under way or waits is too much to be held. */
  refuseLong(name: string, characters: number): void {
    if ((this.#lanes.get(name)?.held ?? 0) + characters <= MOST_HELD) return;
    const message = `Operations of yours with ${MOST_HELD.toLocaleString('en')} characters are under way already, of which ${this.atOnce} run at a time: send this again when some were answered.`;
    throw new Throttled(message, 1);
  }

  /** `characters`: what is held of it while it waits. */
  async take<Result>(name: string, work: () => Result | Promise<Result>, characters = 0): Promise<Result> {
    const lane = getOrMake(this.#lanes, name, () => ({ places: new Semaphore(this.atOnce), inside: 0, held: 0 }));
    const held = characters + HELD_BY_EACH;
    lane.inside += 1;
    lane.held += held;
    try {
      return await lane.places.runExclusive(async () => {
        // What others have sent meanwhile is looked at first.
        await nextTurn();
        return work();
      });
    } finally {
      lane.inside -= 1;
      lane.held -= held;
      if (lane.inside === 0) this.#lanes.delete(name);
    }
  }
}
