import { type Chosen, listOf, type Projection, relationTo } from '../entity/projection.js';
import type { EntityRow } from '../entity/row.js';
import { project as projectHierarchy } from '../hierarchy/hierarchy.js';

export { shape } from '../hierarchy/hierarchy.js';

/** A term's definition is its description; its parent is the broader term. */
export function project(id: string, chosen: Chosen): Projection {
  const own = projectHierarchy(id, 'TERM', chosen);
  const related = [...new Set(listOf(chosen.related))].flatMap((term) => relationTo('RELATED_TO', id, term, 'TERM'));
  return { ...own, relations: [...own.relations, ...related] };
}

export type TermRow = EntityRow;

export interface TermAttachment {
  readonly term: TermRow;
  /** The producer who said so. */
  readonly by: string;
}
