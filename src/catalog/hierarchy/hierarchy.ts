import type { Problem } from '../../write/fact.js';
import { type Chosen, isDescribed, ownersAndTags, type Projection, relationTo } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';

/**
 * What terms and domains have in common: each may have one parent, named by `parent`. Who defines one through the API is refused
 * what would make a circle. Facts that cross can make one all the same, in whatever order they come; it stands until somebody
 * gives one of its members another parent. Reading ends: the members of a circle lie within each other, each is named once,
 * and what is in one is, read deeply, in all of them.
 */
export function project(id: string, kind: HierarchyKind, chosen: Chosen): Projection {
  return {
    properties: {},
    relations: [...relationTo('CHILD_OF', id, chosen.parent, kind), ...ownersAndTags(chosen)],
    described: isDescribed(chosen),
  };
}

export type HierarchyKind = 'TERM' | 'DOMAIN';

export const shape: Shape = { properties: [] };

/** So many levels there can be, the topmost one included; facts may say more, which are not read. */
export const MAX_LEVELS = 20;

/** Where something would be if it had the parent that is meant for it. */
export interface Placement {
  /** Ids of the parent and of all above it, nearest first. */
  readonly above: readonly string[];
  /** How many levels are below it now. */
  readonly levelsBelow: number;
}

/** Why something cannot have its parent; undefined when it can. */
export function objectionToParent(id: string, { above, levelsBelow }: Placement): Problem | undefined {
  const at = above.indexOf(id);
  if (at >= 0)
    return {
      rule: 'no-circle',
      path: ['input', 'parent'],
      message: `The parents would go in a circle: ${[id, ...above.slice(0, at + 1)].join(' → ')}.`,
      remedy: 'Choose a parent that is not below it, or first give one of these another parent.',
    };
  const levels = above.length + 1 + levelsBelow;
  if (levels > MAX_LEVELS)
    return {
      rule: `at-most-${MAX_LEVELS}-levels`,
      path: ['input', 'parent'],
      message: `There would be ${levels} levels: ${above.length} above it and ${levelsBelow} below it; there can be at most ${MAX_LEVELS}.`,
      remedy: 'Choose a parent that is nearer to the top.',
    };
  return undefined;
}

/** What is above something, nearest first: each once, and never itself, even where the parents go in a circle. */
export function eachOnce<Row extends Pick<EntityRow, 'key'>>(key: number, chain: readonly Row[]): Row[] {
  const seen = new Set([key]);
  return chain.filter((row) => !seen.has(row.key) && seen.add(row.key));
}
