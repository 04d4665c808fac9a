import type { Kind } from '../catalog/kind.js';
import type { Closure, ClosureEdge, ClosureNode } from './closure.js';
import type { Backing } from './evidence.js';
import type { Bounds } from './lineage.js';

/** What a walk that goes on from one kept node knows of a node in between. */
interface Passage {
  readonly node: number;
  readonly before: Passage | null;
  readonly backings: readonly Backing[];
}

/**
 * The same closure with nodes of these kinds only. Where edges led through others they become one edge, FLOWS, that names
 * what lies between in `via` (for each last node in between, one shortest way to it) and carries the evidence of all of them.
 */
export function contract(closure: Closure, kinds: readonly Kind[], bounds: Bounds): Closure {
  const wanted = new Set(kinds);
  const placeOf = new Map<number, number>();
  const nodes: ClosureNode[] = [];
  for (const [at, node] of closure.nodes.entries())
    if (wanted.has(node.kind)) {
      placeOf.set(at, nodes.length);
      nodes.push(node);
    }
  const edges: ClosureEdge[] = [];
  const out = outgoing(closure);
  for (const start of placeOf.keys()) {
    for (const edge of edgesFrom(start, closure, out, placeOf)) {
      if (edges.length >= bounds.edges) return { ...closure, nodes, edges, truncatedBecause: 'EDGE_LIMIT' };
      edges.push(edge);
    }
  }
  return { ...closure, nodes, edges };
}

function outgoing(closure: Closure): ClosureEdge[][] {
  const out: ClosureEdge[][] = closure.nodes.map(() => []);
  for (const edge of closure.edges) out[edge.from]!.push(edge);
  return out;
}

function edgesFrom(start: number, closure: Closure, out: readonly ClosureEdge[][], placeOf: ReadonlyMap<number, number>): ClosureEdge[] {
  const from = placeOf.get(start)!;
  const direct: ClosureEdge[] = [];
  const flows = new Map<number, { via: Set<string>; backings: Backing[] }>();
  const passed = new Set<number>();
  const queue: Passage[] = [{ node: start, before: null, backings: [] }];
  for (const passage of queue)
    for (const edge of out[passage.node]!) {
      const to = placeOf.get(edge.to);
      if (to === undefined) {
        if (!passed.has(edge.to)) queue.push({ node: edge.to, before: passage, backings: edge.backings });
        passed.add(edge.to);
      } else if (passage.before === null) direct.push({ ...edge, from, to });
      else flow(flows, to, passage, edge, closure);
    }
  return [...direct, ...[...flows].map(([to, { via, backings }]): ClosureEdge => ({ from, to, kind: 'FLOWS', via: [...via], backings }))];
}

function flow(
  flows: Map<number, { via: Set<string>; backings: Backing[] }>,
  to: number,
  last: Passage,
  edge: ClosureEdge,
  { nodes }: Closure,
): void {
  const known = flows.get(to) ?? { via: new Set<string>(), backings: [] };
  flows.set(to, known);
  const between: string[] = [];
  for (let passage = last; passage.before !== null; passage = passage.before) {
    between.unshift(nodes[passage.node]!.id);
    known.backings.push(...passage.backings);
  }
  for (const id of between) known.via.add(id);
  known.backings.push(...edge.backings);
}
