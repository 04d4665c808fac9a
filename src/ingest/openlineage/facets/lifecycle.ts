import type { Json } from '../../../write/fact.js';
import { datasetIn } from '../identity.js';
import type { Place } from '../place.js';
import { type JsonObject, objectIn, requiredTextIn } from '../shape.js';

/** LifecycleStateChangeDatasetFacet; after a RENAME `previous` is the id of the dataset under its former name. */
export function readLifecycle(facet: JsonObject, place: Place): Json {
  const state = requiredTextIn(facet, 'lifecycleStateChange', place).toUpperCase();
  const previous = objectIn(facet, 'previousIdentifier', place);
  return { state, ...(previous && { previous: datasetIn(previous, place.at('previousIdentifier')) }) };
}
