import { setImmediate as turn } from 'node:timers/promises';
import type { Sight } from '../access/sight.js';

/** What answers need of their context. */
export interface Answering {
  readonly sight?: Sight | null;
}

/** A context that was made after all of something had happened, and which of the ids in that its viewer may not see. */
export interface Moment {
  readonly context: Answering;
  readonly hidden: ReadonlySet<string>;
}

/** Of whoever has these rights. */
export interface Rights {
  readonly key: string;
  /** A context that knows nothing yet. */
  anew(): Promise<Answering>;
}

interface Gathering {
  readonly ids: Set<string>;
  isOpen: boolean;
  readonly moment: Promise<Moment>;
}

/** Ids that are looked up at a time. */
const MOST_IDS = 1_000;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * What viewers of the same rights see of what has just happened. For each rights there is one look-up at a time, and what is asked meanwhile
 * shares the next one, whoever asks: so the database is asked as often as it can answer, not as often as something happens. Nobody joins
 * a look-up that has begun: what it reads is not older than anything that it is asked about.
 */
export class Moments {
  /** The last of each; gone when it is over. By the key of the rights. */
  readonly #last = new Map<string, Gathering>();

  /** A moment after now. Throws what making a context, or looking up, does. */
  of({ anew, key }: Rights, ids: readonly string[]): Promise<Moment> {
    let gathering = this.#last.get(key);
    if (!gathering?.isOpen || gathering.ids.size >= MOST_IDS) {
      gathering = this.#gather(anew, gathering?.moment);
      this.#last.set(key, gathering);
      this.#forget(key, gathering);
    }
    for (const id of ids) gathering.ids.add(id);
    return gathering.moment;
  }

  #gather(anew: Rights['anew'], before: Promise<Moment> | undefined): Gathering {
    const ids = new Set<string>();
    const look = async (): Promise<Moment> => {
      await before?.catch(() => undefined);
      await turn();
      gathering.isOpen = false;
      const context = await anew();
      return { context, hidden: (await context.sight?.hiddenAmong(ids)) ?? NOTHING };
    };
    const gathering: Gathering = { ids, isOpen: true, moment: look() };
    return gathering;
  }

  #forget(key: string, gathering: Gathering): void {
    const forget = (): void => {
      if (this.#last.get(key) === gathering) this.#last.delete(key);
    };
    gathering.moment.then(forget, forget);
  }
}
