import type { EntityFilter } from '../entity/filter.js';
import { type List, listOfKind } from '../entity/list.repository.js';
import type { EntityRow } from '../entity/row.js';
import { MAX_LEVELS, shape } from './hierarchy.js';

export interface HierarchyFilter extends EntityFilter {
  /** An id: what is directly below it. */
  readonly parent?: string | null;
  /** Those without a parent, and those whose parents go in a circle, so that from the tops everything is reached. */
  readonly top?: boolean | null;
}

const CONDITIONS = `($p.parent IS NULL OR EXISTS { (e)-[:CHILD_OF]->(:Entity {id: $p.parent}) })
  AND ($p.top IS NULL OR $p.top = (NOT EXISTS { (e)-[:CHILD_OF]->() } OR EXISTS { (e)-[:CHILD_OF*1..${MAX_LEVELS}]->(e) }))`;

export function listOfHierarchy(prefix: 'term:' | 'domain:'): List<HierarchyFilter, EntityRow> {
  return listOfKind<HierarchyFilter, EntityRow>({ prefix, shape, conditions: CONDITIONS }, ({ parent, top }) => ({
    parent: parent ?? null,
    top: top ?? null,
  }));
}
