import type { Json } from '../../../write/fact.js';
import type { Attributes } from '../claim-list.js';
import type { Place } from '../place.js';
import { asObject, type JsonObject, objectIn, textIn } from '../shape.js';

/** Reads one typed facet; undefined when it says nothing, null when it takes back. */
export type FacetReader = (facet: JsonObject, place: Place) => Json | undefined;

/** How the facets of one kind of thing are read, by facet name: which attribute it becomes, and how. */
export type FacetReaders = ReadonlyMap<string, { readonly attribute: string; readonly read: FacetReader }>;

/** What facets without a typed field are kept under. */
export const rawFacetAttribute = (name: string): string => `facet:${name}`;

export function isDeleted(facet: Json): boolean {
  return typeof facet === 'object' && facet !== null && (facet as JsonObject)._deleted === true;
}

/**
 * Attributes from the `facets` of a run, job or dataset. A typed facet is read by its reader, all others are kept whole
 * under their name; `_deleted: true` takes back. `elsewhere`: facets that the caller reads itself.
 */
export function readFacets(owner: JsonObject, place: Place, readers: FacetReaders, elsewhere: ReadonlySet<string>): Attributes {
  const attributes: Attributes = {};
  const facets = objectIn(owner, 'facets', place);
  if (!facets) return attributes;
  const at = place.at('facets');
  for (const name of Object.keys(facets)) {
    const facet = facets[name];
    if (facet === undefined || facet === null || elsewhere.has(name)) continue;
    const typed = readers.get(name);
    if (!typed) {
      attributes[rawFacetAttribute(name)] = isDeleted(facet) ? null : facet;
      continue;
    }
    const object = asObject(facet, at.at(name));
    const value = isDeleted(object) ? null : typed.read(object, at.at(name));
    if (value !== undefined) attributes[typed.attribute] = value;
  }
  return attributes;
}

/** Only those texts of a facet that are there, under the given names; undefined when none is. */
export function textsOf(facet: JsonObject, place: Place, names: Readonly<Record<string, string>>): { [name: string]: string } | undefined {
  const texts: { [name: string]: string } = {};
  let found = false;
  for (const key in names) {
    const text = textIn(facet, key, place);
    if (text === undefined) continue;
    texts[names[key]!] = text;
    found = true;
  }
  return found ? texts : undefined;
}
