import type { Json, Transformation } from '../../write/fact.js';
import type { Place } from './place.js';
import { asObject, flagIn, type JsonObject, listIn, refuse, textIn, whatIs } from './shape.js';

/** ColumnLineageDatasetFacet `transformations`; undefined when there are none, so that older clients' one per field counts. */
export function readTransformations(inputField: JsonObject, place: Place): readonly Transformation[] | undefined {
  const list = listIn(inputField, 'transformations', place);
  if (!list || list.length === 0) return undefined;
  const at = place.at('transformations');
  return list.map((item, index) => readTransformation(item, at.at(index)));
}

function readTransformation(item: Json, place: Place): Transformation {
  const transformation = asObject(item, place);
  const type = textIn(transformation, 'type', place)?.toUpperCase();
  if (type !== 'DIRECT' && type !== 'INDIRECT')
    return refuse(place.at('type'), `must be DIRECT or INDIRECT, but ${whatIs(transformation.type)}.`);
  const subtype = textIn(transformation, 'subtype', place)?.toUpperCase();
  const description = textIn(transformation, 'description', place);
  const masking = flagIn(transformation, 'masking', place);
  return {
    ...(description !== undefined && { description }),
    ...(masking && { masking }),
    ...(subtype !== undefined && { subtype }),
    type,
  };
}

/** What a field says of all its inputs in older versions of the facet: transformationType IDENTITY or MASKED, or anything. */
export function readLegacyTransformation(field: JsonObject, place: Place): Transformation {
  const subtype = textIn(field, 'transformationType', place)?.toUpperCase();
  const description = textIn(field, 'transformationDescription', place);
  const described = description === undefined ? {} : { description };
  if (subtype === 'MASKED') return { ...described, masking: true, type: 'DIRECT' };
  return { ...described, ...(subtype !== undefined && { subtype }), type: 'DIRECT' };
}

const sameAs = (a: Transformation, b: Transformation): boolean =>
  a.type === b.type && a.subtype === b.subtype && a.description === b.description && a.masking === b.masking;

/** Both lists without repeats, in order. */
export function united(known: readonly Transformation[], more: readonly Transformation[]): readonly Transformation[] {
  if (known.length === 0 && more.length < 2) return more;
  const all = [...known];
  for (const one of more) if (!all.some((other) => sameAs(one, other))) all.push(one);
  return all;
}
