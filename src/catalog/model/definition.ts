import { type Draft, type DraftOf, type OwnedDefinition, owned } from '../entity/owned-definition.js';
import { keptIds, type Reference } from '../entity/references.js';
import type { DataType } from '../feature/data-type.js';
import type { Kind } from '../kind.js';
import type { ParamDefinition } from '../segment/definition.js';

export const TASKS = [
  'CLASSIFICATION',
  'REGRESSION',
  'CLUSTERING',
  'RANKING',
  'RECOMMENDATION',
  'FORECASTING',
  'ANOMALY_DETECTION',
  'GENERATION',
  'OTHER',
] as const;
export type Task = (typeof TASKS)[number];

export const LEARNINGS = ['SUPERVISED', 'UNSUPERVISED', 'SEMI_SUPERVISED', 'SELF_SUPERVISED', 'REINFORCEMENT'] as const;
export type Learning = (typeof LEARNINGS)[number];
/** These learn from labels. */
export const LABELLED: readonly Learning[] = ['SUPERVISED', 'SEMI_SUPERVISED'];

/** What a model is judged by is better when it is higher, or when it is lower. */
export const DIRECTIONS = ['HIGHER_IS_BETTER', 'LOWER_IS_BETTER'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a job does with a model. */
export const PURPOSES = ['TRAIN', 'PREDICT', 'EVALUATE'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What can train, predict and evaluate: a function, apart from the data that it is applied to. */
export const FUNCTION_KINDS: readonly Kind[] = ['SEGMENT_VERSION', 'PIPELINE_VERSION', 'WORKFLOW_VERSION'];

/** `last` values in a row, each worse than the median of the `before` ones before them, open an incident; 0 in a row: none does. */
export interface TrendRule {
  readonly before: number;
  readonly last: number;
}

export const USUAL_TREND: TrendRule = { before: 10, last: 3 };
export const MAX_TREND: TrendRule = { before: 100, last: 20 };

/** By what a model is judged: AUC, RMSE, the cost of a wrong answer. */
export interface Criterion {
  readonly description: string | null;
  readonly direction: Direction;
  readonly name: string;
  /** A trained model is deployed only if it has been evaluated by it, and keeps to the threshold. */
  readonly required: boolean;
  /** A value worse than this opens an incident. */
  readonly threshold: number | null;
  /** Null: the usual one. */
  readonly trend: TrendRule | null;
}

/** What a model learns to tell. */
export interface Label {
  /** The id of a column or a feature that holds it. */
  readonly column: string | null;
  readonly dataType: DataType;
  readonly name: string;
  /** How labels come about: who or what says what is right, and when. */
  readonly origin: string | null;
}

/** What a model is, apart from its name and from any training of it. */
export interface ModelDefinition extends OwnedDefinition {
  readonly criteria: readonly Criterion[];
  /** Ids of versions of segments, pipelines or workflows. */
  readonly evaluate: string | null;
  readonly predict: string | null;
  readonly train: string | null;
  /** Ids of features. */
  readonly features: readonly string[];
  readonly framework: string | null;
  readonly hyperparameters: readonly ParamDefinition[];
  readonly intendedUse: string | null;
  readonly label: Label | null;
  readonly learning: Learning;
  readonly limits: string | null;
  readonly task: Task;
}

export type ModelDraft = Draft<Omit<ModelDefinition, 'task' | 'learning' | 'criteria' | 'label' | 'hyperparameters'>> &
  Pick<ModelDefinition, 'task' | 'learning'> & {
    readonly criteria?:
      | readonly (DraftOf<Omit<Criterion, 'trend'>, 'name' | 'direction'> & { readonly trend?: Draft<TrendRule> | null })[]
      | null;
    readonly hyperparameters: readonly ParamDefinition[];
    readonly label?: DraftOf<Label, 'name' | 'dataType'> | null;
  };

/** What was left out gets its usual value. */
export function define(draft: ModelDraft): ModelDefinition {
  const { label } = draft;
  return {
    criteria: (draft.criteria ?? []).map(({ description, direction, name, required, threshold, trend }) => ({
      description: description || null,
      direction,
      name,
      required: required ?? false,
      threshold: threshold ?? null,
      trend: trend ? { before: trend.before ?? USUAL_TREND.before, last: trend.last ?? USUAL_TREND.last } : null,
    })),
    evaluate: draft.evaluate || null,
    predict: draft.predict || null,
    train: draft.train || null,
    features: draft.features ?? [],
    framework: draft.framework || null,
    hyperparameters: draft.hyperparameters,
    intendedUse: draft.intendedUse || null,
    label: label ? { column: label.column || null, dataType: label.dataType, name: label.name, origin: label.origin || null } : null,
    learning: draft.learning,
    limits: draft.limits || null,
    task: draft.task,
    ...owned(draft),
  };
}

/** Without what makes no difference. */
export const kept = (definition: ModelDefinition): ModelDefinition => ({ ...definition, features: keptIds(definition.features) });

export const FUNCTIONS = ['train', 'predict', 'evaluate'] as const;

/** Ids of what a definition refers to and has to be there already, each with its place. */
export function references(definition: ModelDefinition): Reference[] {
  const { features, label } = definition;
  return [
    ...FUNCTIONS.flatMap((name) => (definition[name] === null ? [] : [{ id: definition[name], path: [name] }])),
    ...features.map((id, at) => ({ id, path: ['features', String(at)] })),
    ...(label?.column ? [{ id: label.column, path: ['label', 'column'] }] : []),
  ];
}
