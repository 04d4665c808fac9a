import { expect, test } from '@jest/globals';
import { SlowLane } from './slow-lane.js';

const OPTIONS = { free: 2, windowMs: 60_000, delayMs: 400, waiting: 1, addresses: 100 };

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

test('after some failures the answers to that address come late, to others not', async () => {
  const lane = new SlowLane(OPTIONS);
  const fail = (address: string) => milliseconds(() => lane.failed(address));
  expect(await fail('10.0.0.1')).toBeLessThan(300);
  expect(await fail('10.0.0.1')).toBeLessThan(300);
  expect(await fail('10.0.0.1')).toBeGreaterThan(350);
  expect(await fail('10.0.0.2')).toBeLessThan(300);
});

test('when too many wait, that address is sent away before the database is asked, to come again', async () => {
  const lane = new SlowLane(OPTIONS);
  for (const _ of [1, 2]) await lane.failed('10.0.0.1');
  const waiting = lane.failed('10.0.0.1');
  expect(() => lane.enter('10.0.0.1')).toThrow(expect.objectContaining({ code: 'UNAVAILABLE', retryAfterSeconds: 60 }));
  expect(() => lane.enter('10.0.0.2')).not.toThrow();
  await waiting;
  expect(() => lane.enter('10.0.0.1')).not.toThrow();
});

test('failures are forgotten after the window', async () => {
  const lane = new SlowLane({ ...OPTIONS, free: 0, windowMs: 30, delayMs: 200, waiting: 0 });
  await lane.failed('10.0.0.1');
  expect(() => lane.enter('10.0.0.1')).toThrow();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(() => lane.enter('10.0.0.1')).not.toThrow();
});

test('the addresses of one IPv6 network count as one', async () => {
  const lane = new SlowLane({ ...OPTIONS, free: 0, waiting: 0 });
  await lane.failed('2001:db8:1:2:3:4:5:6');
  expect(() => lane.enter('2001:db8:1:2::9')).toThrow();
  expect(() => lane.enter('2001:db8:1:3::9')).not.toThrow();
});
