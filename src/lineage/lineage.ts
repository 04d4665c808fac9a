import { FLOW_TYPES } from '../catalog/flow.js';
import type { Kind } from '../catalog/kind.js';

export const LINEAGE_DIRECTIONS = ['UPSTREAM', 'DOWNSTREAM', 'BOTH'] as const;
export type LineageDirection = (typeof LINEAGE_DIRECTIONS)[number];
/** One of the two ways a single walk goes. */
export type Way = Exclude<LineageDirection, 'BOTH'>;

export const waysOf = (direction: LineageDirection): readonly Way[] => (direction === 'BOTH' ? ['DOWNSTREAM', 'UPSTREAM'] : [direction]);

export const LINEAGE_LEVELS = ['ASSET', 'COLUMN'] as const;
export type LineageLevel = (typeof LINEAGE_LEVELS)[number];

/** FLOWS: several edges made one, since what lies between them was not asked for. */
export const LINEAGE_EDGE_KINDS = [...FLOW_TYPES, 'DERIVES', 'INFLUENCES', 'FLOWS'] as const;
export type LineageEdgeKind = (typeof LINEAGE_EDGE_KINDS)[number];

export const TRUNCATION_REASONS = ['NODE_LIMIT', 'EDGE_LIMIT'] as const;
export type TruncationReason = (typeof TRUNCATION_REASONS)[number];

/** What is asked; everything that decides what the whole answer is. */
export interface LineageQuestion {
  readonly id: string;
  readonly direction: LineageDirection;
  /** Edges; null: all the way. */
  readonly depth: number | null;
  readonly level: LineageLevel;
  /** What is returned; null: everything. */
  readonly kinds: readonly Kind[] | null;
  readonly includeIndirect: boolean;
  /** Whether the edges' evidence is wanted too. */
  readonly evidence: boolean;
}

/** How far a walk goes before it says that it was cut. */
export interface Bounds {
  readonly nodes: number;
  readonly edges: number;
}

export const BOUNDS: Bounds = { nodes: 100_000, edges: 500_000 };
