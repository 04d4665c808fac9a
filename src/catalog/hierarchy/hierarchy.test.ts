import { describe, expect, test } from '@jest/globals';
import { eachOnce, MAX_LEVELS, objectionToParent } from './hierarchy.js';

const chain = (length: number): string[] => Array.from({ length }, (_, at) => `domain:default/d${at}`);

describe('what can be the parent', () => {
  test.each([
    ['anything that is not below it', ['b', 'c'], 3],
    ['the deepest there can be', chain(MAX_LEVELS - 1), 0],
    ['with as much below it as there can be', chain(4), MAX_LEVELS - 5],
  ])('%s', (_, above, levelsBelow) => {
    expect(objectionToParent('a', { above, levelsBelow })).toBeUndefined();
  });

  test.each([
    ['itself', ['a'], 'a → a'],
    ['something below it', ['c', 'b', 'a', 'z'], 'a → c → b → a'],
  ])('not %s: the circle is shown', (_, above, circle) => {
    expect(objectionToParent('a', { above, levelsBelow: 1 })).toMatchObject({
      rule: 'no-circle',
      path: ['input', 'parent'],
      message: `The parents would go in a circle: ${circle}.`,
    });
  });

  test.each([
    ['too far down', chain(MAX_LEVELS), 0],
    ['with too much below it', chain(4), MAX_LEVELS - 4],
  ])('not %s', (_, above, levelsBelow) => {
    expect(objectionToParent('a', { above, levelsBelow })).toMatchObject({
      rule: 'at-most-20-levels',
      message: expect.stringContaining('There would be 21 levels'),
    });
  });
});

describe('what is above, where facts have made a circle', () => {
  const rows = (...keys: number[]) => keys.map((key) => ({ key }));

  test.each([
    ['a member of it', 1, rows(2, 3, 1), rows(2, 3)],
    ['what hangs on it', 9, rows(1, 2, 3, 1), rows(1, 2, 3)],
    ['its own parent', 1, rows(1), []],
    ['no circle', 1, rows(2, 3), rows(2, 3)],
  ])('%s', (_, key, walked, expected) => {
    expect(eachOnce(key, walked)).toEqual(expected);
  });
});
