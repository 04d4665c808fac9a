import type { Kind } from '../catalog/kind.js';
import type { Backing } from './evidence.js';
import { type Bounds, LINEAGE_EDGE_KINDS, type LineageEdgeKind, type TruncationReason, type Way } from './lineage.js';

export interface ClosureNode {
  readonly id: string;
  readonly kind: Kind;
  /** In edges; negative upstream where both ways were walked. */
  distance: number;
}

export interface ClosureEdge {
  /** Places in the list of nodes. */
  readonly from: number;
  readonly to: number;
  readonly kind: LineageEdgeKind;
  /** What lies between them and was not asked for: ids. */
  readonly via: readonly string[];
  readonly backings: Backing[];
}

/** Everything that a walk found. */
export interface Closure {
  readonly nodes: readonly ClosureNode[];
  readonly edges: readonly ClosureEdge[];
  readonly truncatedBecause: TruncationReason | null;
  /** Ids that were reached and not gone on from; empty unless truncated. */
  readonly frontier: readonly string[];
}

const NOTHING: readonly string[] = [];
/** So that two places and a kind fit into one number. */
const MOST_NODES = 2 ** 24;

/**
 * Takes down what a walk finds: each node once, with the least distance; each edge once, with all that stands behind it. A
 * node that both ways reach stands on the side where it is nearer, downstream where it is as near.
 */
export class ClosureBuilder {
  readonly #nodes: ClosureNode[] = [];
  readonly #indexOf = new Map<string, number>();
  readonly #edges = new Map<number, ClosureEdge>();
  readonly #frontier = new Set<string>();
  #truncated: TruncationReason | null = null;

  constructor(private readonly bounds: Bounds) {}

  get truncated(): boolean {
    return this.#truncated !== null;
  }

  /** The place of a node; undefined when there is no room for another. */
  node(id: string, kind: Kind, distance: number, way: Way): number | undefined {
    const known = this.#indexOf.get(id);
    if (known !== undefined) {
      const node = this.#nodes[known]!;
      if (distance < Math.abs(node.distance)) node.distance = signed(distance, way);
      return known;
    }
    // A node that no edge could lead to would stand there without a reason.
    if (this.#edges.size >= this.bounds.edges) this.#truncated ??= 'EDGE_LIMIT';
    if (this.#nodes.length >= this.bounds.nodes) this.#truncated ??= 'NODE_LIMIT';
    if (this.#truncated) return undefined;
    this.#indexOf.set(id, this.#nodes.length);
    this.#nodes.push({ id, kind, distance: signed(distance, way) });
    return this.#nodes.length - 1;
  }

  /** False when there is no room for another. */
  edge(from: number, to: number, kind: LineageEdgeKind, backing: Backing | undefined): boolean {
    const key = (from * MOST_NODES + to) * LINEAGE_EDGE_KINDS.length + LINEAGE_EDGE_KINDS.indexOf(kind);
    const known = this.#edges.get(key);
    if (known) {
      if (backing && !known.backings.some((other) => other.validFrom === backing.validFrom && sameNumbers(other.by, backing.by)))
        known.backings.push(backing);
      return true;
    }
    if (this.#edges.size >= this.bounds.edges) {
      this.#truncated ??= 'EDGE_LIMIT';
      return false;
    }
    this.#edges.set(key, { from, to, kind, via: NOTHING, backings: backing ? [backing] : [] });
    return true;
  }

  /** It was reached and not gone on from, or not all the way. */
  leftAt(id: string): void {
    this.#frontier.add(id);
  }

  idOf(index: number): string {
    return this.#nodes[index]!.id;
  }

  build(): Closure {
    return {
      nodes: this.#nodes,
      edges: [...this.#edges.values()],
      truncatedBecause: this.#truncated,
      frontier: this.#truncated ? [...this.#frontier] : NOTHING,
    };
  }
}

function signed(distance: number, way: Way): number {
  return way === 'UPSTREAM' && distance > 0 ? -distance : distance;
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, at) => number === b[at]);
}
