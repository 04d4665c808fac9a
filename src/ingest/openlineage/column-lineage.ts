import type { ColumnLineage, Derivation, Influence, Json, Transformation } from '../../write/fact.js';
import { isDeleted } from './facets/facets.js';
import { MAX_COLUMNS } from './facets/schema.js';
import { columnOf, datasetIn } from './identity.js';
import type { Place } from './place.js';
import { asObject, type JsonObject, listIn, nameIn, objectIn, refuse, wellFormed } from './shape.js';
import { readLegacyTransformation, readTransformations, united } from './transformation.js';

const INDIRECT: readonly Transformation[] = [{ type: 'INDIRECT' }];

interface InputField {
  readonly column: string;
  readonly dataset: string;
  readonly field: string;
  readonly transformations: readonly Transformation[] | undefined;
}

/**
 * ColumnLineageDatasetFacet of one output. DIRECT transformations make derivations of the field; INDIRECT ones, and those
 * of the dataset as a whole, influence the output's rows. A deleted facet is an empty one: it ends what was said before.
 */
export function readColumnLineage(output: string, facet: JsonObject, place: Place): ColumnLineage {
  const derivations = new Map<string, Derivation>();
  const indirect = new Map<string, Influence>();
  if (isDeleted(facet)) return { output, derivations: [], indirect: [] };
  readFields(output, facet, place, derivations, indirect);
  const wide = listIn(facet, 'dataset', place) ?? [];
  wide.forEach((item, index) => {
    const input = readInputField(item, place.at('dataset').at(index));
    addInfluence(indirect, input, input.transformations ?? INDIRECT);
  });
  return { output, derivations: [...derivations.values()], indirect: [...indirect.values()] };
}

function readFields(
  output: string,
  facet: JsonObject,
  place: Place,
  derivations: Map<string, Derivation>,
  indirect: Map<string, Influence>,
): void {
  const fields = objectIn(facet, 'fields', place) ?? {};
  const at = place.at('fields');
  const names = Object.keys(fields);
  if (names.length > MAX_COLUMNS) refuse(at, `names ${names.length} fields; a dataset can have at most ${MAX_COLUMNS} columns.`);
  for (const to of names) {
    const here = at.at(to);
    const field = asObject(fields[to], here);
    columnOf(output, wellFormed(to, here), here);
    const inputs = listIn(field, 'inputFields', here) ?? [];
    for (let index = 0; index < inputs.length; index++) {
      const input = readInputField(inputs[index] as Json, here.at('inputFields').at(index));
      const transformations = input.transformations ?? [readLegacyTransformation(field, here)];
      const direct = transformations.filter((t) => t.type === 'DIRECT');
      if (direct.length > 0) addDerivation(derivations, to, input, direct);
      if (direct.length < transformations.length)
        addInfluence(
          indirect,
          input,
          transformations.filter((t) => t.type === 'INDIRECT'),
        );
    }
  }
}

function readInputField(item: Json, place: Place): InputField {
  const input = asObject(item, place);
  const dataset = datasetIn(input, place);
  const field = nameIn(input, 'field', place);
  const column = columnOf(dataset, field, place.at('field'));
  return { column, dataset, field, transformations: readTransformations(input, place) };
}

function addDerivation(derivations: Map<string, Derivation>, to: string, input: InputField, more: readonly Transformation[]): void {
  const { column, dataset, field } = input;
  const key = `${column}\n${to}`;
  const known = derivations.get(key);
  derivations.set(key, { dataset, field, to, transformations: united(known?.transformations ?? [], more) });
}

function addInfluence(indirect: Map<string, Influence>, input: InputField, more: readonly Transformation[]): void {
  const { column, dataset, field } = input;
  indirect.set(column, { dataset, field, transformations: united(indirect.get(column)?.transformations ?? [], more) });
}
