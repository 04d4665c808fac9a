import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import type { View } from '../access/policy.js';
import { Sight } from '../access/sight.js';
import { Telling, type Told } from '../events/telling.js';
import type { Database } from '../neo4j/database.js';
import { Audiences, type Subscribing } from './audiences.js';
import type { JsonText } from './json-text.js';
import { Subscriber } from './subscriber.js';

const CLOSED = 'tag:default/closed';
/** What a message of something names, too. */
const besideOf = (id: string): string => id.replace(':a/', ':beside/');
const TEXT = { type: GraphQLString };
const VIEW: View = { scopes: null, closed: [CLOSED] };
const dataset = (number: number): string => `dataset:a/${number}`;

/** A graph in which some things carry the tag, and a log of what happens to things. */
class World {
  /** Statements that were run. */
  statements = 0;
  /** How long one takes. Milliseconds. */
  slowness = 1;
  readonly tagged = new Set<string>();
  readonly audiences = new Audiences();
  #ids: string[] = [];
  #wakes: (() => void)[] = [];
  readonly #database = {
    read: async (_: string, { p }: { p: { ids: string[] } }) => {
      this.statements++;
      const labelled = p.ids.filter((id) => this.tagged.has(id)).map((id) => ({ id, labels: [CLOSED] }));
      await sleep(this.slowness);
      return labelled;
    },
  } as unknown as Database;

  happen(...ids: string[]): void {
    this.#ids.push(...ids);
    for (const wake of this.#wakes.splice(0)) wake();
  }

  #from(after: number | null): AsyncIterableIterator<Told> {
    let at = after ?? this.#ids.length;
    let hasBegun = false;
    let isEnded = false;
    const next = async (): Promise<IteratorResult<Told>> => {
      while (hasBegun && at === this.#ids.length && !isEnded) await new Promise<void>((resolve) => this.#wakes.push(resolve));
      if (isEnded) return { done: true, value: undefined };
      if (at === this.#ids.length) hasBegun = true;
      else return { done: false, value: { entityId: this.#ids[at++]!, position: at } };
      return { done: false, value: { heartbeat: at } };
    };
    const end = async (): Promise<IteratorResult<Told>> => {
      isEnded = true;
      for (const wake of this.#wakes.splice(0)) wake();
      return { done: true, value: undefined };
    };
    return {
      next,
      return: end,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  /** Subscribers with another `question` form another audience. */
  async subscribe(after: number | null, question = '', fields = 'id'): Promise<Subscriber> {
    const text = `subscription { told { ${fields} } } # ${question}`;
    const Message = new GraphQLObjectType({ name: 'Message', fields: { id: TEXT, beside: TEXT } });
    const field = {
      type: Message,
      subscribe: () => new Telling(after, (from) => this.#from(from)),
      resolve: (told: Told) => ('heartbeat' in told ? {} : { id: told.entityId, beside: besideOf(told.entityId) }),
    };
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { nothing: { type: GraphQLInt } } }),
      subscription: new GraphQLObjectType({ name: 'Subscription', fields: { told: field } }),
    });
    const subscribing: Subscribing = {
      schema,
      document: parse(text),
      query: text,
      name: 'ada',
      characters: text.length,
      rights: 'some',
      anew: async () => ({ sight: new Sight(this.#database, VIEW) }),
      formatted: (error) => ({ message: String(error) }),
    };
    const subscriber = await this.audiences.subscribe(subscribing);
    if (!(subscriber instanceof Subscriber)) throw new Error(JSON.stringify(subscriber));
    return subscriber;
  }
}

async function hear(subscriber: Subscriber, count: number): Promise<string[]> {
  const heard: string[] = [];
  while (heard.length < count) {
    const { value } = (await subscriber.next()) as { value: JsonText };
    const { id } = (JSON.parse(value.text) as { data: { told: { id: string | null } } }).data.told;
    if (id !== null) heard.push(id);
  }
  return heard;
}

const datasets = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => dataset(from + at));

test('what many changes may be told to is looked up together, also to who catches up', async () => {
  for (const after of [null, 0]) {
    const world = new World();
    const subscriber = await world.subscribe(after);
    await subscriber.next();
    world.tagged.add(dataset(7));
    world.happen(...datasets(1, 200));
    expect(await hear(subscriber, 199)).toEqual(datasets(1, 200).filter((id) => id !== dataset(7)));
    // Of two lists, and the messages cost nothing more.
    expect(world.statements).toBeLessThanOrEqual(3);
    await subscriber.return();
  }
});

test('whoever has the same rights shares what is looked up, whatever is asked for', async () => {
  const world = new World();
  const subscribers = await Promise.all(Array.from({ length: 50 }, (_, at) => world.subscribe(null, `question ${at}`)));
  await Promise.all(subscribers.map((each) => each.next()));
  expect(world.audiences.size).toBe(50);
  world.slowness = 20;
  const began = performance.now();
  for (let number = 1; number <= 100; number++) {
    world.happen(dataset(number));
    await sleep(1);
  }
  for (const heard of await Promise.all(subscribers.map((each) => hear(each, 100)))) expect(heard).toEqual(datasets(1, 100));
  // One look-up at a time, of 5,000 messages.
  expect(world.statements).toBeLessThanOrEqual((performance.now() - began) / (world.slowness - 1) + 1);
  for (const each of subscribers) await each.return();
});

test('a tag that was attached before something happened counts, whatever was being looked up', async () => {
  const world = new World();
  const [own, other] = [await world.subscribe(null, 'own'), await world.subscribe(null, 'other')];
  await Promise.all([own, other].map((each) => each.next()));
  world.slowness = 10;
  for (let number = 1; number <= 20; number++) {
    const before = dataset(number);
    world.happen(before, `${before}#c`);
    await sleep(Math.random() * 5);
    world.tagged.add(before);
    world.happen(`dataset:b/between-${number}`, before, `${before}#d`);
    await sleep(Math.random() * 5);
  }
  world.happen('dataset:b/last');
  for (const each of [own, other]) {
    const heard: string[] = [];
    while (heard.at(-1) !== 'dataset:b/last') heard.push(...(await hear(each, 1)));
    for (let number = 1; number <= 20; number++) {
      const id = dataset(number);
      expect(heard.lastIndexOf(id)).toBeLessThan(heard.indexOf(`dataset:b/between-${number}`));
      expect(heard).not.toContain(`${id}#d`);
    }
    await each.return();
  }
});

test('what something hidden is called is good for one message', async () => {
  const world = new World();
  const subscriber = await world.subscribe(null, '', 'beside');
  await subscriber.next();
  for (const number of [1, 2]) world.tagged.add(besideOf(dataset(number)));
  world.happen(dataset(1), dataset(2), dataset(3));
  const heard: string[] = [];
  for (let i = 0; i < 3; i++) heard.push(((await subscriber.next()) as { value: JsonText }).value.text);
  expect(heard.map((text) => (JSON.parse(text) as { data: { told: { beside: string } } }).data.told.beside)).toEqual([
    'restricted:1',
    'restricted:1',
    besideOf(dataset(3)),
  ]);
  await subscriber.return();
});
