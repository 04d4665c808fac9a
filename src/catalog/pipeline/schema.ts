import type { Problem } from '../../write/fact.js';

/** The columns of a data frame, in order. */
export type Schema = readonly SchemaColumn[];

/** `type`: one of Spark's simple strings (`catalog/segment/column-type.ts`). `nullable` absent: nobody knows. */
export interface SchemaColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable?: boolean;
}

/**
 * What a pipeline makes of a schema. `output`: the columns that come out, those passed through included; undefined when it
 * can't be said, because a step was refused (then `problems` say why) or is one whose result only running it shows.
 */
export interface Propagation {
  readonly output: Schema | undefined;
  /** Up to and with the step where it failed or became unknown. */
  readonly steps: readonly PropagatedStep[];
  readonly problems: readonly Problem[];
}

export interface PropagatedStep {
  /** Which step, from 0. */
  readonly index: number;
  /** The step's segment, for people: `spark.ml/StringIndexer`. */
  readonly step: string;
  readonly added: Schema;
  readonly dropped: Schema;
  /** Columns that keep their name and get another type or nullability. */
  readonly changed: readonly { readonly before: SchemaColumn; readonly after: SchemaColumn }[];
  /** After the step; undefined where it is not known. */
  readonly output: Schema | undefined;
}

export type PipelineKind = 'TRANSFORMATION' | 'ESTIMATION';

/** What rules about pipelines in workflows need to know of a pipeline version. */
export interface KnownPipeline {
  /** The pipeline version's id. */
  readonly id: string;
  readonly kind: PipelineKind;
  /** It holds a transformation that must be fitted before it can be applied (StringIndexer, StandardScaler, ...). */
  readonly needsFitting: boolean;
  readonly propagate: (input: Schema) => Propagation;
}
