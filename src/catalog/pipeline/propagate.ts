import type { Problem } from '../../write/fact.js';
import { applySegment } from '../segment/apply-segment.js';
import { bindingsOf, type PipelineStep, paramsPath } from './pipeline-step.js';
import type { PropagatedStep, Propagation, Schema } from './schema.js';

/**
 * What the steps make of a schema, one after the other, as Spark's `transformSchema` would. Stops at the first step that is refused,
 * with all its problems, and at the first whose result nobody can tell. Pure, and linear in steps times columns.
 */
export function propagate(steps: readonly PipelineStep[], input: Schema): Propagation {
  const done: PropagatedStep[] = [];
  let schema: Schema | undefined = input;
  for (const [index, step] of steps.entries()) {
    const path = paramsPath(index);
    const bindings = bindingsOf(step, index);
    const bound = bindings.problems(path);
    if (bound.length > 0) return { output: undefined, steps: done, problems: bound.map((problem) => inStep(problem, step, index)) };
    const { output, added, dropped, changed, problems } = applySegment(step.definition, bindings, schema, path);
    done.push({ index, step: step.segment, added, dropped, changed, output });
    if (output === undefined) return { output, steps: done, problems: problems.map((problem) => inStep(problem, step, index)) };
    schema = output;
  }
  return { output: schema, steps: done, problems: [] };
}

/** Says in words, too, which step it is. */
export function inStep(problem: Problem, { segment }: PipelineStep, index: number): Problem {
  return { ...problem, message: `Step ${index + 1} (${segment}): ${problem.message}` };
}
