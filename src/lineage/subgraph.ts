import { VinciError } from '../errors.js';
import type { Database } from '../neo4j/database.js';
import { type Start, walkAssets } from './asset-walk.js';
import { ClosureBuilder } from './closure.js';
import { type Bounds, type LineageDirection, waysOf } from './lineage.js';
import { assetStepsAt, otherNames } from './lineage.repository.js';

/** Of which every change is told to whoever follows it. */
export const FOLLOWED: Bounds = { nodes: 10_000, edges: 50_000 };

export interface SubgraphQuestion {
  readonly direction: LineageDirection;
  /** Edges; null: all the way. */
  readonly depth: number | null;
}

/**
 * Ids of what is in the lineage of an entity, itself included, as it stood at a position of the log; datasets under all of their
 * names. Throws TOO_COMPLEX beyond the bounds.
 */
export async function subgraphAt(
  database: Database,
  root: Start,
  { direction, depth }: SubgraphQuestion,
  position: number,
  bounds: Bounds = FOLLOWED,
): Promise<ReadonlySet<string>> {
  const closure = new ClosureBuilder(bounds);
  const steps = assetStepsAt(database, position);
  for (const way of waysOf(direction)) await walkAssets(steps, closure, root, way, depth);
  const { nodes, truncatedBecause } = closure.build();
  if (truncatedBecause) throw new VinciError('TOO_COMPLEX', tooLarge(root.id, direction, depth, bounds));
  const ids = nodes.map(({ id }) => id);
  return new Set([...ids, ...(await otherNames(database, ids))]);
}

function tooLarge(id: string, direction: LineageDirection, depth: number | null, { nodes, edges }: Bounds): string {
  const how = `${direction === 'BOTH' ? 'in both directions' : direction.toLowerCase()}, ${depth === null ? 'all the way' : `depth ${depth}`}`;
  return `The lineage of "${id.slice(0, 200)}" (${how}) has more than the ${nodes} entities or ${edges} edges that can be followed: ask for less depth, or begin elsewhere.`;
}
