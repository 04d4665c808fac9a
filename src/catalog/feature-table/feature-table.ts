import {
  type Chosen,
  field,
  isDescribed,
  isOfKind,
  jsonText,
  listOf,
  numberField,
  ownersAndTags,
  type Projection,
  textField,
} from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { searchableText } from '../feature/feature.js';
import { entityId, parseId } from '../id.js';
import type { Materialisation, Store, TypedColumn } from './definition.js';
import { bindingsOf, type EnvironmentBindings, resolveLocation } from './location.js';

export const featureTableId = (namespace: string, name: string): string => entityId('FEATURE_TABLE', namespace, name);

/** From the attributes that registering it gives it (see registration.ts). */
export function project(id: string, chosen: Chosen): Projection {
  const { definition } = chosen;
  const datasets = new Set(listOf(field(definition, 'materialisations')).map((each) => textField(each, 'dataset')));
  return {
    properties: {
      bindings: jsonText(field(definition, 'bindings')),
      cadence: textField(definition, 'cadence'),
      computedBy: textField(definition, 'computedBy'),
      contentHash: textField(definition, 'contentHash'),
      eventTime: jsonText(field(definition, 'eventTime')),
      expectedFreshness: textField(definition, 'expectedFreshness'),
      keys: jsonText(field(definition, 'keys')),
      materialisations: jsonText(field(definition, 'materialisations')),
      revision: numberField(definition, 'revision'),
      text: searchableText(parseId(id)?.parts[1] ?? '', textField(chosen.documentation, 'description')),
    },
    relations: [
      ...[...datasets]
        .filter((to): to is string => to !== null && isOfKind(to, 'DATASET'))
        .map((to) => ({ type: 'MATERIALISED_IN', to }) as const),
      ...ownersAndTags(chosen),
    ],
    described: isDescribed(chosen),
  };
}

/** What is null was not said: a table may be named before it is registered. */
export interface FeatureTableRow extends EntityRow {
  readonly bindings: readonly EnvironmentBindings[] | null;
  readonly cadence: string | null;
  readonly computedBy: string | null;
  /** Of the definition, features included. */
  readonly contentHash: string | null;
  readonly eventTime: TypedColumn | null;
  readonly expectedFreshness: string | null;
  readonly keys: readonly TypedColumn[] | null;
  readonly materialisations: readonly Materialisation[] | null;
  /** From 1; the next one with every definition that differs. */
  readonly revision: number | null;
}

export const shape: Shape = {
  properties: [
    'bindings',
    'cadence',
    'computedBy',
    'contentHash',
    'eventTime',
    'expectedFreshness',
    'keys',
    'materialisations',
    'revision',
  ],
  json: ['bindings', 'eventTime', 'keys', 'materialisations'],
};

/** A materialisation as it is shown: its location resolved by its environment. */
export interface ResolvedMaterialisation {
  readonly name: string;
  readonly store: Store;
  readonly environment: string;
  readonly location: string | null;
  readonly locationTemplate: string | null;
  readonly datasetId: string;
}

export function materialisationsOf({ bindings, materialisations }: FeatureTableRow): ResolvedMaterialisation[] {
  return (materialisations ?? []).map(({ dataset, environment, location, name, store }) => ({
    name,
    store,
    environment,
    location: location === null ? null : resolveLocation(location, bindingsOf(bindings ?? [], environment)),
    locationTemplate: location,
    datasetId: dataset,
  }));
}
