import type { Json } from '../../write/fact.js';

/** What a segment is, apart from its name: what a version of it holds. */
export interface SegmentDefinition {
  readonly fits: Fits;
  readonly language?: string;
  readonly code?: CodeLocation;
  readonly params: readonly ParamDefinition[];
  readonly schema: SchemaRule;
  /** Of what is fitted. */
  readonly estimator?: EstimatorDefinition;
}

/** What applying it to a data frame takes: fitting a model, fitting a transformation (StringIndexer), or nothing. */
export const FITS = ['PREDICTOR', 'TRANSFORMATION', 'NONE'] as const;
export type Fits = (typeof FITS)[number];

export interface CodeLocation {
  readonly repository?: string;
  readonly path?: string;
  readonly commit?: string;
  /** A class, a function, a notebook: what is called. */
  readonly entryPoint?: string;
  /** Where it is built: a package, a jar, an image. */
  readonly artifact?: string;
}

export interface EstimatorDefinition {
  /** CLASSIFICATION, REGRESSION, CLUSTERING, ... */
  readonly task?: string;
  readonly label?: LabelRequirement;
  /** What fitting gives: the model's class. */
  readonly gives?: string;
}

export const LABEL_REQUIREMENTS = ['REQUIRED', 'OPTIONAL', 'NONE'] as const;
export type LabelRequirement = (typeof LABEL_REQUIREMENTS)[number];

/** Types as columns have them; `matrix` is a list of rows, `vector` a list of numbers, `any` whatever JSON says. */
export const PARAM_TYPES = [
  'any',
  'array<array<double>>',
  'array<double>',
  'array<int>',
  'array<string>',
  'bigint',
  'boolean',
  'double',
  'int',
  'matrix',
  'string',
  'vector',
] as const;
export type ParamType = (typeof PARAM_TYPES)[number];

export interface ParamDefinition {
  readonly name: string;
  readonly type: ParamType;
  /** In texts `<uid>` stands for the step's own name. */
  readonly default?: Json;
  /** It has to be given, since it has no default and nothing works without it. */
  readonly required?: boolean;
  /** Bounds of a number, or of each number of a list; a bound belongs to them unless it is named exclusive. */
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: boolean;
  readonly exclusiveMax?: boolean;
  /** Numbers within the bounds that it may not be. */
  readonly except?: readonly number[];
  /** The texts that it may be, in any case. */
  readonly values?: readonly string[];
  /**
   * It is only to be given together with that other param (Bucketizer's `splitsArray` with `inputCols`); when both are lists they
   * are equally long. When it is required, then only with that other one.
   */
  readonly goesWith?: string;
}

/**
 * What a segment does to the columns of a data frame, in this order: it finds the columns it needs, drops some, changes some
 * where they are, and adds others after the last.
 */
export interface SchemaRule {
  readonly needs: readonly Need[];
  readonly drops?: readonly ColumnReference[];
  readonly changes?: readonly Result[];
  readonly adds: readonly Result[];
  /** No such rule can say it: a function of that name does, or nobody (UNKNOWN): then the schema is unknown from there on. */
  readonly dynamic?: Dynamic;
}

export const DYNAMIC = ['R_FORMULA', 'SQL_STATEMENT', 'UNKNOWN'] as const;
export type Dynamic = (typeof DYNAMIC)[number];

/**
 * Which columns: `name`, one of that name; `param`, the one that the param names, or each of those it lists; `plural`, a second
 * param that lists several instead (either of the two is given, never both).
 */
export interface ColumnReference {
  readonly name?: string;
  readonly param?: string;
  readonly plural?: string;
  /** Nothing, where the param was not given or is empty. */
  readonly optional?: boolean;
}

export interface Need extends ColumnReference {
  /** Types and families of types that it may have; absent: any. */
  readonly types?: readonly string[];
  /** What it is for. */
  readonly role?: Role;
  /** That it is missing or of another type shows only when it is run: Spark's Interaction looks no earlier. */
  readonly lazy?: boolean;
  /** None of them twice, where there are several. */
  readonly distinct?: boolean;
}

export const ROLES = ['INPUT', 'FEATURES', 'LABEL', 'WEIGHT', 'USER', 'ITEM', 'RATING', 'CENSOR', 'OFFSET', 'OTHER'] as const;
export type Role = (typeof ROLES)[number];

/** A column that is added, or one that is changed where it is. */
export interface Result extends ColumnReference {
  /** Its type; or it follows from that of the need that is named by `like` (its name, or its param). */
  readonly type?: string;
  readonly like?: string;
  /** Of that type an array, or its elements. */
  readonly as?: 'ARRAY' | 'ELEMENT' | 'SAME';
  /** INPUT: as in the column it is like. Absent: not known. */
  readonly nullable?: 'ALWAYS' | 'NEVER' | 'INPUT';
  /** Only where the column it is `like` has one of these types. */
  readonly when?: readonly string[];
  /** A column of that name that is there already stays as it is; otherwise it would be refused. */
  readonly unlessThere?: boolean;
  /** A column of that name may be there already: then there are two (Spark's Interaction does not look). */
  readonly evenIfThere?: boolean;
}
