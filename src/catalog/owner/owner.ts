import { type Chosen, isDescribed, ownersAndTags, type Projection } from '../entity/projection.js';
import type { Shape } from '../entity/row.js';

export function project(_id: string, chosen: Chosen): Projection {
  return { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}

export const shape: Shape = { properties: [] };
