import type { Json } from '../../write/fact.js';
import type { DataType } from '../feature/data-type.js';
import type { NullPolicy, SemanticKind } from '../feature/feature.js';
import { idFromText } from '../id.js';
import type { Kind } from '../kind.js';
import { ownerIdOf } from '../owner/owner.js';
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

export interface FeatureDefinition {
  readonly columns: readonly ColumnName[];
  /** The id of a version of a segment. */
  readonly computedBy: string | null;
  readonly dataType: DataType;
  readonly default: Json;
  readonly description: string | null;
  readonly dimension: number | null;
  readonly engineType: string | null;
  readonly expression: string | null;
  readonly name: string;
  readonly nullPolicy: NullPolicy;
  /** The id of a person or team. */
  readonly owner: string | null;
  readonly semanticKind: SemanticKind;
  /** Ids of tags, sorted. */
  readonly tags: readonly string[];
  readonly unit: string | null;
}

/** What a feature table is, apart from its name: keys in alphabetical order, so that equal definitions are equal texts. */
export interface FeatureTableDefinition {
  readonly bindings: readonly EnvironmentBindings[];
  /** ISO 8601 duration: how often it is computed. */
  readonly cadence: string | null;
  /** The id of a pipeline, a workflow, a version of either, or a job. */
  readonly computedBy: string | null;
  readonly description: string | null;
  readonly eventTime: TypedColumn | null;
  /** ISO 8601 duration: how old it may be. */
  readonly expectedFreshness: string | null;
  readonly features: readonly FeatureDefinition[];
  readonly keys: readonly TypedColumn[];
  readonly materialisations: readonly Materialisation[];
  readonly owner: string | null;
  readonly tags: readonly string[];
}

/** Whatever may be left out of a definition, or be null; owners and tags may be plain names. */
export type Draft<Definition> = { readonly [Name in keyof Definition]?: Definition[Name] | null };
type DraftOf<Definition, Required extends keyof Definition> = Pick<Definition, Required> & Draft<Omit<Definition, Required>>;

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
    description: draft.description ?? null,
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
    owner: ownerOf(draft.owner),
    tags: tagsOf(draft.tags),
  };
}

function defineFeature(draft: FeatureDraft): FeatureDefinition {
  return {
    columns: (draft.columns ?? []).map(({ column, materialisation }) => ({ column, materialisation: materialisation ?? null })),
    computedBy: draft.computedBy || null,
    dataType: draft.dataType,
    default: draft.default ?? null,
    description: draft.description ?? null,
    dimension: draft.dimension ?? null,
    engineType: draft.engineType || null,
    expression: draft.expression || null,
    name: draft.name,
    nullPolicy: draft.nullPolicy ?? 'ALLOWED',
    owner: ownerOf(draft.owner),
    semanticKind: draft.semanticKind,
    tags: tagsOf(draft.tags),
    unit: draft.unit || null,
  };
}

function typedColumn({ dataType, engineType, name }: DraftOf<TypedColumn, 'name' | 'dataType'>): TypedColumn {
  return { dataType, engineType: engineType || null, name };
}

/** What is no owner stays as it was written, for the rules to say so. */
function ownerOf(text: string | null | undefined): string | null {
  return text ? (ownerIdOf(text) ?? text) : null;
}

function tagsOf(texts: readonly string[] | null | undefined): string[] {
  return [...new Set((texts ?? []).map((text) => (text ? (idFromText('TAG', text) ?? text) : text)))].sort();
}

/** The column that holds a feature in a materialisation: named for that one, else for all, else like the feature. */
export function columnOf({ columns, name }: Pick<FeatureDefinition, 'columns' | 'name'>, materialisation: string): string {
  const own = columns.find((each) => each.materialisation === materialisation);
  return (own ?? columns.find((each) => each.materialisation === null))?.column ?? name;
}

/** Ids of what a definition refers to and has to be there already, each with its place. */
export function references(definition: FeatureTableDefinition): { id: string; path: readonly string[] }[] {
  const { computedBy, features, materialisations } = definition;
  return [
    ...(computedBy === null ? [] : [{ id: computedBy, path: ['computedBy'] }]),
    ...materialisations.map(({ dataset }, at) => ({ id: dataset, path: ['materialisations', String(at), 'dataset'] })),
    ...features.flatMap((feature, at) =>
      feature.computedBy === null ? [] : [{ id: feature.computedBy, path: ['features', String(at), 'computedBy'] }],
    ),
  ];
}
