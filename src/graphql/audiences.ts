import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, type GraphQLFormattedError } from 'graphql';
import { positionOf, Telling, type Told } from '../events/telling.js';
import { Waiting } from '../events/waiting.js';
import { Audience, type AudienceOptions, type Spoken } from './audience.js';
import type { Charge } from './budgets.js';
import { withoutHiddenIds } from './hidden-ids.js';
import { JsonText } from './json-text.js';
import { type Answering, Moments } from './moments.js';
import { withoutPosition } from './shared-variables.js';
import { Subscriber } from './subscriber.js';

/** A subscription that is checked and may begin. */
export interface Subscribing extends ExecutionArgs {
  /** Of whoever asks. */
  readonly name: string;
  /** Of what was sent. */
  readonly characters: number;
  /** Of whoever subscribes: who has the same sees the same. */
  readonly rights: string;
  readonly charge?: Charge;
  /** The document as it was sent. */
  readonly query: string;
  /** A context that knows nothing yet: loaders must not know what was so before. */
  anew(): Promise<Answering>;
  formatted(error: unknown): GraphQLFormattedError;
}

/** What is looked at together: of what an audience is told, or somebody who catches up. */
const MOST_AT_ONCE = 100;

/** Who subscribes to the same, with the same variables and the same rights, shares one audience. */
export class Audiences {
  readonly #byKey = new Map<string, Audience>();
  readonly #moments = new Moments();

  get size(): number {
    return this.#byKey.size;
  }

  /** Answers with errors what cannot be subscribed to. */
  async subscribe(subscribing: Subscribing): Promise<Subscriber | ExecutionResult> {
    const telling = await createSourceEventStream(subscribing);
    if (!(telling instanceof Telling)) return telling as ExecutionResult;
    const { formatted } = subscribing;
    const source = async (after: number | null) => new Waiting(await telling.from(after), MOST_AT_ONCE);
    const speak = (told: readonly Told[]) => this.#speak(subscribing, told);
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

  /** By rights as they are now: what is hidden is left out. */
  async #speak(subscribing: Subscribing, told: readonly Told[]): Promise<Spoken[]> {
    const { anew, rights } = subscribing;
    const ids = told.flatMap((each) => ('heartbeat' in each ? [] : [each.entityId]));
    const { context, hidden } = await this.#moments.of({ key: rights, anew }, ids);
    const seen = told.filter((each) => 'heartbeat' in each || !hidden.has(each.entityId));
    return Promise.all(
      seen.map(async (each) => ({
        position: positionOf(each),
        isHeartbeat: 'heartbeat' in each,
        text: await textOf(subscribing, each, context),
      })),
    );
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

/** One message, with what is known of the moment, and names of its own for what is hidden. */
async function textOf({ formatted, ...args }: Subscribing, told: Told, context: Answering): Promise<JsonText> {
  const contextValue = context.sight ? { ...context, sight: context.sight.forAnotherAnswer() } : context;
  const { errors, ...answer } = await execute({ ...args, rootValue: told, contextValue });
  const result = await withoutHiddenIds(answer, contextValue.sight);
  return new JsonText(JSON.stringify(errors ? { errors: errors.map(formatted), ...result } : result));
}
