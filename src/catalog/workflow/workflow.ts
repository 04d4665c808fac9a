import { type Chosen, isDescribed, ownersAndTags, type Projection } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';

/** The stable thing that is owned, tagged and described; what it does is in its versions. */
export function project(_id: string, chosen: Chosen): Projection {
  return { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}

export type WorkflowRow = EntityRow;

export const shape: Shape = { properties: [] };
