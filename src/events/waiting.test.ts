import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Waiting } from './waiting.js';

/** Tells what it is given, in the order in which it was; an error is thrown. */
class Given implements AsyncIterator<number> {
  taken = 0;
  isEnded = false;
  #given: (number | Error)[] = [];
  #wake = (): void => undefined;

  give(...given: (number | Error)[]): void {
    this.#given.push(...given);
    this.#wake();
  }

  async next(): Promise<IteratorResult<number>> {
    while (this.#given.length === 0 && !this.isEnded)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const value = this.#given.shift();
    if (value instanceof Error) throw value;
    if (value === undefined) return { done: true, value };
    this.taken++;
    return { done: false, value };
  }

  async return(): Promise<IteratorResult<number>> {
    this.isEnded = true;
    this.#wake();
    return { done: true, value: undefined };
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

test('what waits comes together, in order, and not more than is wanted', async () => {
  const source = new Given();
  const waiting = new Waiting(source, 10);
  const first = waiting.next();
  await turn();
  source.give(...range(1, 25));
  expect(await first).toEqual({ done: false, value: range(1, 10) });
  await turn();
  // One list ahead, and no further.
  expect(source.taken).toBe(20);
  expect((await waiting.next()).value).toEqual(range(11, 20));
  expect((await waiting.next()).value).toEqual(range(21, 25));
  const last = waiting.next();
  source.give(26);
  expect((await last).value).toEqual([26]);
  await waiting.return();
});

test('what goes wrong comes after what was told before, once', async () => {
  const source = new Given();
  const waiting = new Waiting(source, 10);
  source.give(1, 2, new Error('away'));
  expect((await waiting.next()).value).toEqual([1, 2]);
  await expect(waiting.next()).rejects.toThrow('away');
  expect(await waiting.next()).toEqual({ done: true, value: undefined });
});

test('who is waiting learns that it has ended, and so does the source', async () => {
  const source = new Given();
  const waiting = new Waiting(source, 10);
  const next = waiting.next();
  await turn();
  await waiting.return();
  expect([await next, source.isEnded]).toEqual([{ done: true, value: undefined }, true]);
});
