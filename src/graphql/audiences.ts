import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, type GraphQLFormattedError } from 'graphql';
import type { Sight } from '../access/sight.js';
import { filtered } from '../events/filtered.js';
import { Telling, type Told } from '../events/telling.js';
import { Audience, type AudienceOptions } from './audience.js';
import type { Charge } from './budgets.js';
import { withoutHiddenIds } from './hidden-ids.js';
import { JsonText } from './json-text.js';
import { withoutPosition } from './shared-variables.js';
import { Subscriber } from './subscriber.js';

/** A subscription that is checked and may begin. */
export interface Subscribing extends ExecutionArgs {
  /** Of whoever subscribes: who has the same sees the same. */
  readonly rights: string;
  readonly charge?: Charge;
  /** The document as it was sent. */
  readonly query: string;
  /** A context that knows nothing yet: loaders must not know what was so before. */
  anew(): Promise<Answering>;
  formatted(error: unknown): GraphQLFormattedError;
}

/** What messages need of their context. */
export interface Answering {
  readonly sight?: Sight | null;
}

/** Who subscribes to the same, with the same variables and the same rights, shares one audience. */
export class Audiences {
  readonly #byKey = new Map<string, Audience>();

  get size(): number {
    return this.#byKey.size;
  }

  /** Answers with errors what cannot be subscribed to. */
  async subscribe(subscribing: Subscribing): Promise<Subscriber | ExecutionResult> {
    const telling = await createSourceEventStream(subscribing);
    if (!(telling instanceof Telling)) return telling as ExecutionResult;
    const { anew, formatted } = subscribing;
    // As rights are when it is told.
    const isSeen = async ({ entityId }: { entityId: string }): Promise<boolean> => !(await (await anew()).sight?.hides(entityId));
    const source = async (after: number | null) => filtered(await telling.from(after), isSeen);
    const speak = (told: Told) => spoken(subscribing, told);
    const key = keyOf(subscribing);
    return new Subscriber({
      after: telling.after,
      source,
      speak,
      speakError: (error) => new JsonText(JSON.stringify({ errors: [formatted(error)] })),
      audience: () => this.#byKey.get(key),
      newAudience: (from) => this.#begin(key, { from, source: () => source(from), speak }),
    });
  }

  #begin(key: string, options: Omit<AudienceOptions, 'onEnd'>): Audience {
    const audience: Audience = new Audience({
      ...options,
      onEnd: () => {
        if (this.#byKey.get(key) === audience) this.#byKey.delete(key);
      },
    });
    this.#byKey.set(key, audience);
    return audience;
  }
}

function keyOf({ document, operationName, query, rights, variableValues }: Subscribing): string {
  return JSON.stringify([rights, query, operationName ?? null, withoutPosition(document, variableValues ?? {})]);
}

/** One message, with a context of its own. */
async function spoken(subscribing: Subscribing, told: Told): Promise<JsonText> {
  const { anew, formatted, ...args } = subscribing;
  const contextValue = await anew();
  const { errors, ...answer } = await execute({ ...args, rootValue: told, contextValue });
  const result = await withoutHiddenIds(answer, contextValue.sight);
  return new JsonText(JSON.stringify(errors ? { errors: errors.map(formatted), ...result } : result));
}
