import { type Chosen, field, isDescribed, listOf, numberField, ownersAndTags, type Projection, textField } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { parseId, tableOf } from '../id.js';
import type { DataType } from './data-type.js';

/** What a value means, which its type alone does not tell. */
export const SEMANTIC_KINDS = [
  'NUMERIC',
  'CATEGORICAL',
  'ORDINAL',
  'TEXT',
  'EMBEDDING',
  'TIMESTAMP',
  'GEOSPATIAL',
  'IDENTIFIER',
  'LABEL',
] as const;
export type SemanticKind = (typeof SEMANTIC_KINDS)[number];

/** What happens to a missing value: it stays, the default takes its place, or the row is refused. */
export const NULL_POLICIES = ['ALLOWED', 'DEFAULT', 'REFUSED'] as const;
export type NullPolicy = (typeof NULL_POLICIES)[number];

/** By words of its name and description a feature is found; more than this of them is not looked at. Characters. */
const MAX_TEXT = 4000;

/** The text that `features(filter: {text})` looks into, in lower case. */
export function searchableText(name: string, description: string | null): string {
  return `${name} ${description ?? ''}`.trim().toLowerCase().slice(0, MAX_TEXT);
}

/** From the attributes that registering its table gives it (see feature-table/registration.ts). */
export function project(id: string, chosen: Chosen): Projection {
  const { definition } = chosen;
  const value = field(definition, 'default');
  const columns = listOf(field(definition, 'columns'));
  return {
    properties: {
      columns: columns.length > 0 ? JSON.stringify(columns) : null,
      computedBy: textField(definition, 'computedBy'),
      dataType: textField(definition, 'dataType'),
      default: value === undefined || value === null ? null : JSON.stringify(value),
      dimension: numberField(definition, 'dimension'),
      engineType: textField(definition, 'engineType'),
      expression: textField(definition, 'expression'),
      nullPolicy: textField(definition, 'nullPolicy'),
      semanticKind: textField(definition, 'semanticKind'),
      text: searchableText(parseId(id)?.parts[2] ?? '', textField(chosen.documentation, 'description')),
      unit: textField(definition, 'unit'),
    },
    relations: [{ type: 'PART_OF', to: tableOf(id) }, ...ownersAndTags(chosen)],
    described: isDescribed(chosen),
  };
}

/** What is null was not said: a feature may be named before its table is registered. */
export interface FeatureRow extends EntityRow {
  /** Ids of the columns that hold it, one per materialisation of its table. */
  readonly columns: readonly string[] | null;
  readonly computedBy: string | null;
  readonly dataType: DataType | null;
  readonly default: unknown;
  readonly dimension: number | null;
  readonly engineType: string | null;
  readonly expression: string | null;
  readonly nullPolicy: NullPolicy | null;
  readonly semanticKind: SemanticKind | null;
  readonly unit: string | null;
}

export const shape: Shape = {
  properties: [
    'columns',
    'computedBy',
    'dataType',
    'default',
    'dimension',
    'engineType',
    'expression',
    'nullPolicy',
    'semanticKind',
    'unit',
  ],
  json: ['columns', 'default'],
};
