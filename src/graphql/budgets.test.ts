import { expect, test } from '@jest/globals';
import { Budgets } from './budgets.js';

function budgets(refill = 10, dearest = 50) {
  let now = 0;
  const all = new Budgets(refill, dearest, () => now);
  return { charge: (name: string, cost: number) => all.charge(name, cost), wait: (ms: number) => (now += ms) };
}

test('what is asked is taken, and comes back as time passes, up to the capacity', () => {
  const { charge, wait } = budgets();
  expect(charge('ada', 50)).toEqual({ requested: 50, capacity: 200, rest: 150, refillPerSecond: 10 });
  wait(1_000);
  expect(charge('ada', 0).rest).toBe(160);
  wait(3_600_000);
  expect(charge('ada', 0).rest).toBe(200);
});

test('what is not there is refused, with when it will be, and costs nothing', () => {
  const { charge, wait } = budgets();
  for (let i = 0; i < 4; i++) charge('ada', 50);
  expect(() => charge('ada', 25)).toThrow(
    expect.objectContaining({ code: 'THROTTLED', retryAfterSeconds: 3, charge: expect.objectContaining({ requested: 25, rest: 0 }) }),
  );
  wait(2_500);
  expect(charge('ada', 25).rest).toBe(0);
});

test('nobody pays for another', () => {
  const { charge } = budgets();
  for (let i = 0; i < 4; i++) charge('ada', 50);
  expect(charge('bob', 50).rest).toBe(150);
});

test('a full bucket pays for the dearest operation that is allowed', () => {
  expect(budgets(1, 500).charge('ada', 500).rest).toBe(0);
});
