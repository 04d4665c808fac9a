import { setImmediate as nextTurn } from 'node:timers/promises';
import { Semaphore } from 'async-mutex';
import { Throttled } from '../errors.js';
import { getOrMake } from '../write/get-or-make.js';

const MOST_INSIDE = 200;

/**
 * Operations of one name run a few at a time, in the order in which they came, and the others wait: so whoever asks for much at
 * once waits for themselves, and everybody else hardly notices. All tokens of a name share a lane, over HTTP and WebSockets.
 */
export class Lanes {
  readonly #lanes = new Map<string, { readonly places: Semaphore; inside: number }>();

  /** `atOnce`: operations of one name that run at a time. */
  constructor(private readonly atOnce: number) {}

  /** Before a request is read. Throws Throttled while so many of that name are under way or wait that no more should wait. */
  refuseMore(name: string): void {
    if ((this.#lanes.get(name)?.inside ?? 0) < MOST_INSIDE) return;
    const message = `${MOST_INSIDE} operations of yours are under way already, of which ${this.atOnce} run at a time: send this again when some were answered.`;
    throw new Throttled(message, 1);
  }

  async take<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
    const lane = getOrMake(this.#lanes, name, () => ({ places: new Semaphore(this.atOnce), inside: 0 }));
    lane.inside += 1;
    try {
      return await lane.places.runExclusive(async () => {
        // What others have sent meanwhile is looked at first.
        await nextTurn();
        return work();
      });
    } finally {
      lane.inside -= 1;
      if (lane.inside === 0) this.#lanes.delete(name);
    }
  }
}
