import { type Chosen, isDescribed, ownersAndTags, type Projection } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';

/** Type and ordinal come from the dataset's schema, which the Writer folds; here is what was said of the column itself. */
export function project(_id: string, chosen: Chosen): Projection {
  return { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}

export interface ColumnRow extends EntityRow {
  /** The id of its dataset. */
  readonly dataset: string;
  readonly type: string | null;
  /** Its place in the schema, from 0; null when the schema does not have it. */
  readonly ordinal: number | null;
}

export const shape: Shape = { properties: ['type', 'ordinal'] };
