import { describe, expect, test } from '@jest/globals';
import { ClosureBuilder } from './closure.js';
import { contract } from './contraction.js';
import { BOUNDS } from './lineage.js';
import { answerOf, edgesBetween } from './lineage-answer.js';

/** Lines such as `a > J > b`: small letters are datasets, capitals jobs. */
function closureOf(...lines: string[]): ClosureBuilder {
  const closure = new ClosureBuilder(BOUNDS);
  for (const line of lines) {
    const places = line.split(' > ').map((name, at) => closure.node(name, /[A-Z]/.test(name) ? 'JOB' : 'DATASET', at, 'DOWNSTREAM')!);
    for (let at = 1; at < places.length; at++)
      closure.edge(places[at - 1]!, places[at]!, 'FEEDS', { by: [places[at - 1]! * 10 + places[at]!], validFrom: '' });
  }
  return closure;
}

const flows = (lines: string[], kinds: ('DATASET' | 'JOB')[]) => {
  const { nodes, edges } = contract(closureOf(...lines).build(), kinds, BOUNDS);
  return edges.map(({ from, to, kind, via }) => `${nodes[from]!.id} ${kind} ${nodes[to]!.id} via ${via.join(' ')}`).sort();
};

describe('contraction', () => {
  test('what lies between goes into via, all of it, once per pair', () => {
    expect(flows(['a > J > b', 'a > K > b', 'b > L > c'], ['DATASET'])).toEqual(['a FLOWS b via J K', 'b FLOWS c via L']);
  });

  test('several skipped in a row, circles among them, and an edge that needs no contraction', () => {
    expect(flows(['a > J > K > J', 'K > b', 'a > b'], ['DATASET'])).toEqual(['a FEEDS b via ', 'a FLOWS b via J K']);
  });

  test('a way that ends among the skipped leads nowhere; a circle back to itself stays', () => {
    expect(flows(['a > J', 'b > K > b'], ['DATASET'])).toEqual(['b FLOWS b via K']);
  });

  test('evidence of all edges that were made one', () => {
    const { edges } = contract(closureOf('a > J > b').build(), ['DATASET'], BOUNDS);
    expect(edges[0]!.backings.map(({ by }) => by[0])).toEqual([1, 12]);
  });

  test('more edges than allowed: says so', () => {
    const closure = closureOf('a > J > b', 'J > c', 'J > d').build();
    expect(contract(closure, ['DATASET'], { nodes: 10, edges: 2 })).toMatchObject({ truncatedBecause: 'EDGE_LIMIT' });
  });
});

describe('an answer', () => {
  test('is in the order of distance, then id; each edge comes with its farther end', () => {
    const answer = answerOf(closureOf('a > Z > b > Y > a', 'a > X > b').build());
    expect(answer.nodes.map(({ id, distance }) => `${distance}${id}`)).toEqual(['0a', '1X', '1Z', '2b', '3Y']);
    const names = (place: number, end: number) =>
      edgesBetween(answer, place, end).map(({ from, to }) => answer.nodes[from]!.id + answer.nodes[to]!.id);
    expect([names(0, 1), names(1, 3), names(3, 4), names(4, 5)].map((list) => list.sort())).toEqual([
      [],
      ['aX', 'aZ'],
      ['Xb', 'Zb'],
      ['Ya', 'bY'],
    ]);
    expect(answer.counts).toEqual([
      { kind: 'DATASET', count: 2 },
      { kind: 'JOB', count: 3 },
    ]);
    expect(answer.maxDistance).toBe(3);
  });

  test('a node that both ways reach stands where it is nearer, downstream where it is as near', () => {
    const closure = new ClosureBuilder(BOUNDS);
    closure.node('a', 'DATASET', 3, 'DOWNSTREAM');
    closure.node('b', 'DATASET', 2, 'DOWNSTREAM');
    closure.node('a', 'DATASET', 2, 'UPSTREAM');
    closure.node('b', 'DATASET', 2, 'UPSTREAM');
    expect(answerOf(closure.build()).nodes).toEqual([
      { id: 'a', kind: 'DATASET', distance: -2 },
      { id: 'b', kind: 'DATASET', distance: 2 },
    ]);
  });

  test('an edge seen twice is one, with all that stands behind it', () => {
    const closure = closureOf('a > J', 'a > J');
    closure.edge(0, 1, 'FEEDS', { by: [99], validFrom: '' });
    expect(closure.build().edges).toMatchObject([{ backings: [{ by: [1] }, { by: [99] }] }]);
  });
});
