import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { TooSlow } from '../errors.js';
import { positionOf, type Told } from '../events/telling.js';
import { Audience, type Spoken } from './audience.js';
import { JsonText } from './json-text.js';
import { Subscriber } from './subscriber.js';

/** A log of positions 1, 2, ...; sources read on as it grows. */
class Growing {
  last = 0;
  /** Messages that were made. */
  made = 0;
  sources = 0;
  #audience: Audience | undefined;
  readonly #wakes = new Set<() => void>();

  grow(count = 1): void {
    this.last += count;
    for (const wake of this.#wakes) wake();
    this.#wakes.clear();
  }

  async source(after: number | null): Promise<AsyncIterator<readonly Told[]>> {
    this.sources++;
    let at = after ?? this.last;
    let isLive = false;
    let isEnded = false;
    const some = (): Told[] => {
      const told = Array.from({ length: Math.min(this.last - at, 1 + Math.floor(Math.random() * 5)) }, (_, i) => i + 1 + at);
      at += told.length;
      return told.map((position) => ({ position, entityId: 'job:a/b' }));
    };
    return {
      next: async () => {
        for (;;) {
          if (isEnded) return { done: true, value: undefined };
          if (at < this.last) return { done: false, value: some() };
          if (!isLive) {
            isLive = true;
            return { done: false, value: [{ heartbeat: at }] };
          }
          await new Promise<void>((resolve) => this.#wakes.add(resolve));
        }
      },
      return: async () => {
        isEnded = true;
        this.sources--;
        for (const wake of this.#wakes) wake();
        return { done: true, value: undefined };
      },
    };
  }

  async speak(told: readonly Told[]): Promise<Spoken[]> {
    this.made += told.length;
    await sleep(Math.random() * 3);
    return told.map((each) => ({
      position: positionOf(each),
      isHeartbeat: 'heartbeat' in each,
      text: new JsonText(JSON.stringify(each)),
    }));
  }

  subscribe(after: number | null, mostWaiting = 1_000): Subscriber {
    return new Subscriber({
      after,
      mostWaiting,
      source: (from) => this.source(from),
      speak: (told) => this.speak(told),
      speakError: (error) => new JsonText(JSON.stringify(error)),
      audience: () => this.#audience,
      newAudience: (from) => {
        this.#audience = new Audience({
          from,
          source: () => this.source(from),
          speak: (told) => this.speak(told),
          onEnd: () => {
            this.#audience = undefined;
          },
        });
        return this.#audience;
      },
    });
  }
}

const subscribers: Subscriber[] = [];
afterEach(() => Promise.all(subscribers.splice(0).map((each) => each.return())));

/** Positions as they are heard, until one is. */
async function hear(subscriber: Subscriber, until: number): Promise<number[]> {
  subscribers.push(subscriber);
  const heard: number[] = [];
  for (;;) {
    const { done, value } = await subscriber.next();
    if (done) return heard;
    const told = JSON.parse(value.text) as { position?: number };
    if (told.position !== undefined) heard.push(told.position);
    if (told.position === until) return heard;
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

test('whoever comes when, and begins wherever, hears everything once and in order; messages are made once for all', async () => {
  const log = new Growing();
  log.grow(40);
  const heard: [from: number, Promise<number[]>][] = [];
  for (let i = 0; i < 60; i++) {
    const after = Math.floor(Math.random() * log.last);
    heard.push([after, hear(log.subscribe(after), 300)]);
    log.grow(3);
    await sleep(Math.random() * 4);
  }
  await sleep(1_500);
  const before = log.made;
  log.grow(300 - log.last);
  for (const [after, positions] of heard) expect(await positions).toEqual(range(after + 1, 300));
  expect([log.sources, log.made - before]).toEqual([1, 300 - 220]);
});

test('who begins now hears what comes, and that it has begun', async () => {
  const log = new Growing();
  log.grow(5);
  const subscriber = log.subscribe(null);
  expect((await subscriber.next()).value).toEqual(new JsonText('{"heartbeat":5}'));
  log.grow(2);
  expect(await hear(subscriber, 7)).toEqual([6, 7]);
  expect((await log.subscribe(null).next()).value).toEqual(new JsonText('{"heartbeat":7}'));
});

test('one that takes nothing learns where to go on, and the others notice nothing', async () => {
  const log = new Growing();
  const slow = log.subscribe(null, 10);
  await slow.next();
  log.grow();
  expect((await slow.next()).value).toEqual(new JsonText('{"position":1,"entityId":"job:a/b"}'));
  const quick = hear(log.subscribe(0), 100);
  for (let i = 2; i <= 100; i++) {
    log.grow();
    await sleep(1);
  }
  expect(await quick).toEqual(range(1, 100));
  expect(JSON.parse((await slow.next()).value.text)).toMatchObject({ code: 'TOO_SLOW', resumeFrom: 1 });
  expect(await slow.next()).toMatchObject({ done: true });
  expect(await hear(log.subscribe(1), 100)).toEqual(range(2, 100));
});

test('who goes over to the others in the middle learns, too, that it has caught up', async () => {
  const log = new Growing();
  log.grow(20);
  const first = log.subscribe(null);
  subscribers.push(first);
  await first.next();
  const second = log.subscribe(10);
  expect(await hear(second, 20)).toEqual(range(11, 20));
  expect((await second.next()).value).toEqual(new JsonText('{"heartbeat":20}'));
});

test('nothing is read any more once the last has gone', async () => {
  const log = new Growing();
  const [one, other] = [log.subscribe(null), log.subscribe(0)];
  for (const each of [one, other]) await each.next();
  expect(log.sources).toBe(1);
  for (const each of [one, other]) await each.return();
  expect(log.sources).toBe(0);
});

test('before they learn that their audience was too slow, all are told what had come until then', async () => {
  const told: unknown[] = [];
  const lists: Told[][] = [[{ position: 1, entityId: 'job:a/b' }], [{ position: 2, entityId: 'job:a/b' }]];
  const next = async () => {
    const value = lists.shift();
    if (value) return { done: false, value };
    throw new TooSlow(2);
  };
  const log = new Growing();
  await new Promise<void>((resolve) => {
    const audience = new Audience({ from: 0, source: async () => ({ next }), speak: (list) => log.speak(list), onEnd: () => undefined });
    audience.join({
      hear: ({ position }) => told.push(position),
      end: (error) => {
        told.push((error as TooSlow).resumeFrom);
        resolve();
      },
    });
  });
  expect(told).toEqual([1, 2, 2]);
});
