import { type Chosen, isDescribed, ownersAndTags, type Projection } from '../entity/projection.js';

/** Type and ordinal come from the dataset's schema, which the Writer folds; here is what was said of the column itself. */
export function project(_id: string, chosen: Chosen): Projection {
  return { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}
