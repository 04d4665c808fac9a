import type { Json } from '../../../write/fact.js';
import { datasetIn } from '../identity.js';
import type { Place } from '../place.js';
import { asObject, type JsonObject, listIn, textIn } from '../shape.js';

/** SymlinksDatasetFacet: the ids of the dataset's other names. */
export function readSymlinks(facet: JsonObject, place: Place): Json {
  const identifiers = listIn(facet, 'identifiers', place) ?? [];
  const at = place.at('identifiers');
  return identifiers.map((item, index) => {
    const here = at.at(index);
    const identifier = asObject(item, here);
    const type = textIn(identifier, 'type', here);
    return { id: datasetIn(identifier, here), ...(type !== undefined && { type }) };
  });
}
