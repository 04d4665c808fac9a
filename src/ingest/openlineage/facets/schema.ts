import type { FieldClaim } from '../../../catalog/attributes.js';
import { fitsSurely } from '../../../catalog/id.js';
import type { Json } from '../../../write/fact.js';
import { columnOf } from '../identity.js';
import type { Place } from '../place.js';
import { asObject, type JsonObject, listIn, nameIn, refuse, textIn } from '../shape.js';

/** Of one dataset, nested fields counted. */
export const MAX_COLUMNS = 10_000;

type Field = FieldClaim & { readonly [key: string]: Json };

/**
 * SchemaDatasetFacet: all fields in order, nested ones after their parent with dotted paths. A facet without `fields` says
 * nothing; an empty list says that there are no columns. Of two fields with one path the first counts.
 */
export function readSchema(dataset: string, facet: JsonObject, place: Place): Json | undefined {
  const fields = listIn(facet, 'fields', place);
  if (!fields) return undefined;
  const found = new Map<string, Field>();
  collect(fields, place.at('fields'), '', dataset, found);
  return [...found.values()];
}

function collect(fields: readonly Json[], place: Place, prefix: string, dataset: string, found: Map<string, Field>): void {
  for (let index = 0; index < fields.length; index++) {
    const here = place.at(index);
    const field = asObject(fields[index], here);
    const path = prefix + nameIn(field, 'name', here);
    const type = textIn(field, 'type', here);
    const description = textIn(field, 'description', here);
    if (!found.has(path)) {
      if (found.size >= MAX_COLUMNS)
        refuse(place, `has more than ${MAX_COLUMNS} fields; a dataset can have at most ${MAX_COLUMNS} columns.`);
      if (!fitsSurely(dataset, path)) columnOf(dataset, path, here.at('name'));
      found.set(path, fieldOf(path, type, description));
    }
    const nested = listIn(field, 'fields', here);
    if (nested && nested.length > 0) collect(nested, here.at('fields'), `${path}.`, dataset, found);
  }
}

/** Only what was said, in the order that documents are stored in. */
function fieldOf(path: string, type: string | undefined, description: string | undefined): Field {
  if (description !== undefined) return type === undefined ? { description, path } : { description, path, type };
  return type === undefined ? { path } : { path, type };
}
