import type { Kind } from '../catalog/kind.js';
import type { Closure, ClosureEdge, ClosureNode } from './closure.js';
import type { TruncationReason } from './lineage.js';

/** The whole answer to a question, in order, so that a page is a slice of it. */
export interface LineageAnswer {
  /** By (distance, id). */
  readonly nodes: readonly ClosureNode[];
  /** By the place of their farther end, so that each comes with the page that holds it. */
  readonly edges: readonly ClosureEdge[];
  /** Place of a node to the place of its first edge in `edges`; one more at the end. */
  readonly firstEdge: Uint32Array;
  readonly counts: readonly { readonly kind: Kind; readonly count: number }[];
  readonly maxDistance: number;
  readonly truncatedBecause: TruncationReason | null;
  readonly frontier: readonly string[];
}

export function answerOf(closure: Closure): LineageAnswer {
  const order = closure.nodes.map((_, at) => at).sort((a, b) => compareNodes(closure.nodes[a]!, closure.nodes[b]!));
  const placeOf = new Uint32Array(order.length);
  for (const [place, at] of order.entries()) placeOf[at] = place;
  const nodes = order.map((at) => closure.nodes[at]!);
  return {
    nodes,
    ...sortEdges(closure, placeOf, nodes),
    counts: countKinds(nodes),
    maxDistance: nodes.reduce((most, { distance }) => Math.max(most, Math.abs(distance)), 0),
    truncatedBecause: closure.truncatedBecause,
    frontier: [...closure.frontier].sort(),
  };
}

function compareNodes(a: ClosureNode, b: ClosureNode): number {
  return a.distance - b.distance || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function sortEdges({ edges }: Closure, placeOf: Uint32Array, nodes: readonly ClosureNode[]): Pick<LineageAnswer, 'edges' | 'firstEdge'> {
  const firstEdge = new Uint32Array(nodes.length + 1);
  const placed = edges.map((edge): ClosureEdge => ({ ...edge, from: placeOf[edge.from]!, to: placeOf[edge.to]! }));
  const farther = placed.map(({ from, to }) => fartherOf(from, to, nodes));
  for (const place of farther) firstEdge[place + 1]!++;
  for (let place = 0; place < nodes.length; place++) firstEdge[place + 1]! += firstEdge[place]!;
  const next = firstEdge.slice();
  const sorted = new Array<ClosureEdge>(edges.length);
  for (const [at, edge] of placed.entries()) sorted[next[farther[at]!]!++] = edge;
  return { edges: sorted, firstEdge };
}

/** Whichever end is more edges away; of two that are as far, the later in order. */
function fartherOf(a: number, b: number, nodes: readonly ClosureNode[]): number {
  const difference = Math.abs(nodes[a]!.distance) - Math.abs(nodes[b]!.distance);
  if (difference !== 0) return difference > 0 ? a : b;
  return Math.max(a, b);
}

function countKinds(nodes: readonly ClosureNode[]): { kind: Kind; count: number }[] {
  const counts = new Map<Kind, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** What remembering it costs, roughly: nodes and edges. */
export function sizeOf(answer: LineageAnswer): number {
  return answer.nodes.length + answer.edges.length + 1;
}
