import { type Chosen, isDescribed, ownersAndTags, type Projection } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';

export function project(_id: string, chosen: Chosen): Projection {
  return { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}

export const shape: Shape = { properties: [] };

export type TagRow = EntityRow;

export interface TagAttachment {
  readonly tag: TagRow;
  /** The producer who said so. */
  readonly by: string;
  /** The id of the entity it came from; null: it was attached here. */
  readonly via: string | null;
}
