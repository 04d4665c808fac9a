import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Lanes } from './lanes.js';

/** Operations that run until they are told to end. */
function lanes(atOnce: number) {
  const all = new Lanes(atOnce);
  const running: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  return {
    refuseMore: (name: string) => all.refuseMore(name),
    refuseLong: (name: string, characters: number) => all.refuseLong(name, characters),
    running,
    take: (name: string, what: string, characters?: number): Promise<string> => {
      const run = (): Promise<string> => {
        running.push(what);
        return new Promise((resolve, reject) => ends.set(what, (error) => (error ? reject(error) : resolve(what))));
      };
      return all.take(name, run, characters);
    },
    async end(what: string, error?: Error) {
      ends.get(what)!(error);
      await settled();
    },
  };
}

async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) await nextTurn();
}

test('so many of one name run at a time, the others in the order in which they came', async () => {
  const { running, take, end } = lanes(2);
  const taken = ['a', 'b', 'c', 'd'].map((what) => take('ada', what));
  await settled();
  expect(running).toEqual(['a', 'b']);
  await end('b');
  expect(running).toEqual(['a', 'b', 'c']);
  await end('a');
  for (const what of ['c', 'd']) await end(what);
  expect(await Promise.all(taken)).toEqual(['a', 'b', 'c', 'd']);
});

test('nobody waits for another', async () => {
  const { running, take } = lanes(1);
  for (const what of ['a', 'b']) void take('ada', what);
  void take('bob', 'c');
  await settled();
  expect(running).toEqual(['a', 'c']);
});

test('what fails makes room, too', async () => {
  const { running, take, end } = lanes(1);
  const failing = expect(take('ada', 'a')).rejects.toThrow('no');
  void take('ada', 'b');
  await settled();
  await end('a', new Error('no'));
  await failing;
  expect(running).toEqual(['a', 'b']);
});

test('when two hundred of one name are under way, no more of them wait, until one was answered', async () => {
  const { refuseMore, take, end } = lanes(2);
  for (let i = 0; i < 199; i++) void take('ada', String(i));
  expect(() => refuseMore('ada')).not.toThrow();
  void take('ada', '199');
  expect(() => refuseMore('ada')).toThrow(expect.objectContaining({ code: 'THROTTLED', retryAfterSeconds: 1 }));
  expect(() => refuseMore('bob')).not.toThrow();
  await settled();
  await end('0');
  expect(() => refuseMore('ada')).not.toThrow();
});

test('when thirty-two megabytes of one name are held, no more of them are, until one was answered', async () => {
  const { refuseLong, take, end } = lanes(1);
  for (const what of ['a', 'b', 'c']) void take('ada', what, 10_000_000);
  expect(() => refuseLong('ada', 1_000)).not.toThrow();
  expect(() => refuseLong('ada', 2_000_000)).toThrow(expect.objectContaining({ code: 'THROTTLED', retryAfterSeconds: 1 }));
  expect(() => refuseLong('bob', 2_000_000)).not.toThrow();
  await settled();
  await end('a');
  expect(() => refuseLong('ada', 2_000_000)).not.toThrow();
});
