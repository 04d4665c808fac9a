import { type Chosen, isDescribed, ownersAndTags, type Projection } from '../entity/projection.js';

/** When it was written, under which schema and by whom is folded by the Writer. */
export function project(_id: string, chosen: Chosen): Projection {
  return { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}
