import { Bindings } from '../segment/bindings.js';
import type { SegmentDefinition } from '../segment/definition.js';
import type { ParamValues } from '../segment/param-value.js';

/** A segment version as a pipeline applies it. */
export interface PipelineStep {
  /** For people: `spark.ml/StringIndexer`. */
  readonly segment: string;
  readonly definition: SegmentDefinition;
  readonly params: ParamValues;
}

/**
 * A step's own name, `StringIndexer_0`: what Spark makes of the class and random characters, we make of the segment's name and the
 * step's number, so that default names of columns (`StringIndexer_0__output`) stay the same.
 */
export function stepName({ segment }: Pick<PipelineStep, 'segment'>, index: number): string {
  return `${segment.slice(segment.lastIndexOf('/') + 1)}_${index}`;
}

export function bindingsOf(step: PipelineStep, index: number): Bindings {
  return new Bindings(step.definition, step.params, stepName(step, index));
}

/** Where the params of a step stand in what was sent. */
export const paramsPath = (index: number): readonly string[] => ['steps', String(index), 'params'];
