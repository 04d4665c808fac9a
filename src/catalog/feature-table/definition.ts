import type { Json } from '../../write/fact.js';
import { type Draft, type DraftOf, type OwnedDefinition, owned } from '../entity/owned-definition.js';
import type { Reference } from '../entity/references.js';
import type { DataType } from '../feature/data-type.js';
import type { NullPolicy, SemanticKind } from '../feature/feature.js';
import type { Kind } from '../kind.js';
import type { EnvironmentBindings } from './location.js';

/** What computes a whole table. */
export const COMPUTING: readonly Kind[] = ['PIPELINE', 'PIPELINE_VERSION', 'WORKFLOW', 'WORKFLOW_VERSION', 'JOB'];

export const STORES = ['OFFLINE', 'ONLINE'] as const;
export type Store = (typeof STORES)[number];

/** A key or the event time: what a row of features is about, and when it was so. */
export interface TypedColumn {
  readonly dataType: DataType;
  /** As the engine calls the type: `bigint`, `timestamp_ntz`. */
  readonly engineType: string | null;
  readonly name: string;
}

/** A dataset that holds the table: in one environment, for training (offline) or for serving (online). */
export interface Materialisation {
  /** The id of a dataset. */
  readonly dataset: string;
  readonly environment: string;
  /** With names for what differs between environments: see location.ts. */
  readonly location: string | null;
  readonly name: string;
  readonly store: Store;
}

/** That a feature's column has another name than the feature. */
export interface ColumnName {
  readonly column: string;
  /** The name of the materialisation; null: in all of them. */
  readonly materialisation: string | null;
}

export interface FeatureDefinition extends OwnedDefinition {
  readonly columns: readonly ColumnName[];
  /** The id of a version of a segment. */
  readonly computedBy: string | null;
  readonly dataType: DataType;
  readonly default: Json;
  readonly dimension: number | null;
  readonly engineType: string | null;
  readonly expression: string | null;
  readonly name: string;
  readonly nullPolicy: NullPolicy;
  readonly semanticKind: SemanticKind;
  readonly unit: string | null;
}

/** What a feature table is, apart from its name. */
export interface FeatureTableDefinition extends OwnedDefinition {
  readonly bindings: readonly EnvironmentBindings[];
  /** ISO 8601 duration: how often it is computed. */
  readonly cadence: string | null;
  /** The id of a pipeline, a workflow, a version of either, or a job. */
  readonly computedBy: string | null;
  readonly eventTime: TypedColumn | null;
  /** ISO 8601 duration: how old it may be. */
  readonly expectedFreshness: string | null;
  readonly features: readonly FeatureDefinition[];
  readonly keys: readonly TypedColumn[];
  readonly materialisations: readonly Materialisation[];
}

export type FeatureDraft = DraftOf<Omit<FeatureDefinition, 'columns'>, 'name' | 'dataType' | 'semanticKind'> & {
  readonly columns?: readonly DraftOf<ColumnName, 'column'>[] | null;
};
export type FeatureTableDraft = Draft<Omit<FeatureTableDefinition, 'features' | 'keys' | 'eventTime' | 'materialisations'>> & {
  readonly eventTime?: DraftOf<TypedColumn, 'name' | 'dataType'> | null;
  readonly features: readonly FeatureDraft[];
  readonly keys?: readonly DraftOf<TypedColumn, 'name' | 'dataType'>[] | null;
  readonly materialisations?: readonly DraftOf<Materialisation, 'name' | 'dataset' | 'environment' | 'store'>[] | null;
};

/** What was left out gets its usual value; owners and tags become ids where that can be. */
export function define(draft: FeatureTableDraft): FeatureTableDefinition {
  return {
    bindings: (draft.bindings ?? []).map(({ environment, values }) => ({
      environment,
      values: values.map(({ name, value }) => ({ name, value })),
    })),
    cadence: draft.cadence || null,
    computedBy: draft.computedBy || null,
    eventTime: draft.eventTime ? typedColumn(draft.eventTime) : null,
    expectedFreshness: draft.expectedFreshness || null,
    features: draft.features.map(defineFeature),
    keys: (draft.keys ?? []).map(typedColumn),
    materialisations: (draft.materialisations ?? []).map(({ dataset, environment, location, name, store }) => ({
      dataset,
      environment,
      location: location || null,
      name,
      store,
    })),
    ...owned(draft),
  };
}

function defineFeature(draft: FeatureDraft): FeatureDefinition {
  return {
    columns: (draft.columns ?? []).map(({ column, materialisation }) => ({ column, materialisation: materialisation ?? null })),
    computedBy: draft.computedBy || null,
    dataType: draft.dataType,
    default: draft.default ?? null,
    dimension: draft.dimension ?? null,
    engineType: draft.engineType || null,
    expression: draft.expression || null,
    name: draft.name,
    nullPolicy: draft.nullPolicy ?? 'ALLOWED',
    semanticKind: draft.semanticKind,
    unit: draft.unit || null,
    ...owned(draft),
  };
}

function typedColumn({ dataType, engineType, name }: DraftOf<TypedColumn, 'name' | 'dataType'>): TypedColumn {
  return { dataType, engineType: engineType || null, name };
}

/** The column that holds a feature in a materialisation: named for that one, else for all, else like the feature. */
export function columnOf({ columns, name }: Pick<FeatureDefinition, 'columns' | 'name'>, materialisation: string): string {
  const own = columns.find((each) => each.materialisation === materialisation);
  return (own ?? columns.find((each) => each.materialisation === null))?.column ?? name;
}

/** Ids of what a definition refers to and has to be there already, each with its place. */
export function references(definition: FeatureTableDefinition): Reference[] {
  const { computedBy, features, materialisations } = definition;
  return [
    ...(computedBy === null ? [] : [{ id: computedBy, path: ['computedBy'] }]),
    ...materialisations.map(({ dataset }, at) => ({ id: dataset, path: ['materialisations', String(at), 'dataset'] })),
    ...features.flatMap((feature, at) =>
      feature.computedBy === null ? [] : [{ id: feature.computedBy, path: ['features', String(at), 'computedBy'] }],
    ),
  ];
}
