import type { Kind } from '../catalog/kind.js';
import type { Closure, ClosureEdge, ClosureNode } from './closure.js';
import type { Backing } from './evidence.js';
import { LINEAGE_EDGE_KINDS, type TruncationReason } from './lineage.js';

/** The whole answer to a question, in order, so that a page is a slice of it; packed, since it is remembered. */
export interface LineageAnswer {
  /** By (distance, id). */
  readonly nodes: readonly ClosureNode[];
  readonly edges: PackedEdges;
  readonly counts: readonly { readonly kind: Kind; readonly count: number }[];
  readonly maxDistance: number;
  readonly truncatedBecause: TruncationReason | null;
  readonly frontier: readonly string[];
}

/** Edges by the place of their farther end, so that each comes with the page that holds it. */
interface PackedEdges {
  /** Place of a node to the place of its first edge; one more at the end. */
  readonly first: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Place in LINEAGE_EDGE_KINDS. */
  readonly kind: Uint8Array;
  /** Absent where no edge has any. */
  readonly via: readonly (readonly string[])[] | null;
  readonly backings: readonly (readonly Backing[])[] | null;
}

export function answerOf(closure: Closure): LineageAnswer {
  const order = closure.nodes.map((_, at) => at).sort((a, b) => compareNodes(closure.nodes[a]!, closure.nodes[b]!));
  const placeOf = new Uint32Array(order.length);
  for (const [place, at] of order.entries()) placeOf[at] = place;
  const nodes = order.map((at) => closure.nodes[at]!);
  return {
    nodes,
    edges: packEdges(closure.edges, placeOf, nodes),
    counts: countKinds(nodes),
    maxDistance: nodes.reduce((most, { distance }) => Math.max(most, Math.abs(distance)), 0),
    truncatedBecause: closure.truncatedBecause,
    frontier: [...closure.frontier].sort(),
  };
}

function compareNodes(a: ClosureNode, b: ClosureNode): number {
  return a.distance - b.distance || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function packEdges(edges: readonly ClosureEdge[], placeOf: Uint32Array, nodes: readonly ClosureNode[]): PackedEdges {
  const farther = edges.map(({ from, to }) => fartherOf(placeOf[from]!, placeOf[to]!, nodes));
  const first = new Uint32Array(nodes.length + 1);
  for (const place of farther) first[place + 1]!++;
  for (let place = 0; place < nodes.length; place++) first[place + 1]! += first[place]!;
  const next = first.slice();
  const sorted = new Array<ClosureEdge>(edges.length);
  for (const [at, edge] of edges.entries()) sorted[next[farther[at]!]!++] = edge;
  return {
    first,
    from: Uint32Array.from(sorted, ({ from }) => placeOf[from]!),
    to: Uint32Array.from(sorted, ({ to }) => placeOf[to]!),
    kind: Uint8Array.from(sorted, ({ kind }) => LINEAGE_EDGE_KINDS.indexOf(kind)),
    via: sorted.some(({ via }) => via.length > 0) ? sorted.map(({ via }) => via) : null,
    backings: sorted.some(({ backings }) => backings.length > 0) ? sorted.map(({ backings }) => backings) : null,
  };
}

/** The edges whose farther end lies from `place` up to, not including, `end`. */
export function edgesBetween({ edges }: LineageAnswer, place: number, end: number): ClosureEdge[] {
  const found: ClosureEdge[] = [];
  for (let at = edges.first[place] ?? 0; at < (edges.first[end] ?? 0); at++)
    found.push({
      from: edges.from[at]!,
      to: edges.to[at]!,
      kind: LINEAGE_EDGE_KINDS[edges.kind[at]!]!,
      via: edges.via?.[at] ?? [],
      backings: [...(edges.backings?.[at] ?? [])],
    });
  return found;
}

/** Whichever end is more edges away; of two that are as far, the later in order. */
function fartherOf(a: number, b: number, nodes: readonly ClosureNode[]): number {
  const difference = Math.abs(nodes[a]!.distance) - Math.abs(nodes[b]!.distance);
  if (difference !== 0) return difference > 0 ? a : b;
  return Math.max(a, b);
}

export function countKinds(nodes: readonly ClosureNode[]): { kind: Kind; count: number }[] {
  const counts = new Map<Kind, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** What remembering it costs, roughly, in bytes. */
export function sizeOf({ nodes, edges }: LineageAnswer): number {
  return 1_000 + nodes.length * 150 + edges.from.length * (10 + (edges.via ? 80 : 0) + (edges.backings ? 120 : 0));
}
