import type { Problem } from '../../write/fact.js';
import type { Chosen, Projection } from '../entity/projection.js';
import type { EntityRow } from '../entity/row.js';
import { project as projectHierarchy } from '../hierarchy/hierarchy.js';

export { shape } from '../hierarchy/hierarchy.js';

/** Its parent is the domain that it is a part of. */
export function project(id: string, chosen: Chosen): Projection {
  return projectHierarchy(id, 'DOMAIN', chosen);
}

export type DomainRow = EntityRow;

/** Why something cannot be put into a domain; undefined when it can. */
export function objectionToDomain({ id, kind }: Pick<EntityRow, 'id' | 'kind'>): Problem | undefined {
  if (kind !== 'DOMAIN') return undefined;
  return {
    rule: 'domain-by-parent',
    path: ['input', 'id'],
    message: `"${id}" is a domain itself: it is a part of another by its parent.`,
    remedy: 'Use defineDomain with "parent".',
  };
}
