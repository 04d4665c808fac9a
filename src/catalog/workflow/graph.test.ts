import { expect, test } from '@jest/globals';
import { graphOf } from './graph.js';

/** `c: a b` : c reads a and b. */
const graph = (...lines: string[]) =>
  graphOf({
    nodes: lines.map((line) => {
      const [id, inputs] = line.split(':');
      return { id: id!, kind: 'MERGE' as const, inputs: inputs!.split(' ').filter((input) => input !== '') };
    }),
  });
const order = (...lines: string[]) => graph(...lines).order.map(({ id }) => id);

test('every node comes after those that it reads', () => {
  expect(order('d: b c', 'c: a', 'b: a', 'a:')).toEqual(['a', 'c', 'b', 'd']);
});

test('a node that is named twice is waited for once; one that is not there is not waited for', () => {
  expect(order('b: a a nowhere', 'a:')).toEqual(['a', 'b']);
});

test.each([
  [['a: b', 'b: a'], [['a', 'b']]],
  [['x: z', 'z: y', 'y: x'], [['x', 'y', 'z']]],
  [['a: a', 's:'], [['a']]],
  [
    ['a: b', 'b: a', 'c: b d', 'd: c', 's:', 'e: d s'],
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [['a: s', 's:'], []],
])('%j goes in the circles %j, and nothing behind them is in the order', (lines, circles) => {
  expect(graph(...lines).circles.map((circle) => [...circle])).toEqual(circles);
  const { order: reached, nodes } = graph(...lines);
  const inOrBehind = new Set(circles.flat());
  for (const { id, inputs } of [...nodes, ...nodes]) if (inputs.some((input) => inOrBehind.has(input))) inOrBehind.add(id);
  expect(reached.map(({ id }) => id).sort()).toEqual(
    nodes
      .map(({ id }) => id)
      .filter((id) => !inOrBehind.has(id))
      .sort(),
  );
});

test('a chain of 1,000 nodes that ends where it begins', () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `${i}: ${(i + 999) % 1000}`);
  expect(graph(...lines).circles[0]).toHaveLength(1000);
});
