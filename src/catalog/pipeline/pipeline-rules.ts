import type { Problem } from '../../write/fact.js';
import { bindingsOf, type PipelineStep, paramsPath } from './pipeline-step.js';
import { inStep } from './propagate.js';
import type { PipelineKind } from './schema.js';

export const MAX_STEPS = 1000;

/** What a draft may lack; it says so under `missing`. */
export const MISSING_RULES: ReadonlySet<string> = new Set(['column-bound', 'has-steps', 'param-required', 'transformers-before-predictor']);

const isPredictor = ({ definition }: PipelineStep): boolean => definition.fits === 'PREDICTOR';

/** An estimation pipeline has a predictor (the talk's "Estimator"); a transformation pipeline has none. */
export function kindOfSteps(steps: readonly PipelineStep[]): PipelineKind {
  return steps.some(isPredictor) ? 'ESTIMATION' : 'TRANSFORMATION';
}

/** Some step is a transformation that must be fitted before it can be applied. */
export function needsFitting(steps: readonly PipelineStep[]): boolean {
  return steps.some(({ definition }) => definition.fits === 'TRANSFORMATION');
}

/** Everything that is wrong with a pipeline; nothing needs to be known of the data it will be applied to. */
export function pipelineProblems(steps: readonly PipelineStep[]): Problem[] {
  return [
    ...shapeProblems(steps),
    ...steps.flatMap((step, index) =>
      bindingsOf(step, index)
        .problems(paramsPath(index))
        .map((problem) => inStep(problem, step, index)),
    ),
  ];
}

function shapeProblems(steps: readonly PipelineStep[]): Problem[] {
  if (steps.length === 0)
    return [{ rule: 'has-steps', path: ['steps'], message: 'The pipeline has no steps.', remedy: 'Send at least one step.' }];
  const predictors = steps.flatMap((step, index) => (isPredictor(step) ? [{ step, index }] : []));
  const [first] = predictors;
  if (!first) return [];
  const { step, index } = predictors.at(-1)!;
  const problems: Problem[] = [];
  if (predictors.length > 1)
    problems.push({
      rule: 'one-predictor',
      path: ['steps', String(index), 'segment'],
      message: `There are ${predictors.length} predictors (${predictors.map((each) => `step ${each.index + 1}: ${each.step.segment}`).join(', ')}); an estimation pipeline has exactly one.`,
      remedy: 'Keep one of them, and put the others into pipelines of their own.',
    });
  if (index !== steps.length - 1)
    problems.push({
      rule: 'predictor-last',
      path: ['steps', String(index), 'segment'],
      message: `The predictor ${step.segment} is step ${index + 1} of ${steps.length}; it must be the last.`,
      remedy: 'Move it to the end, or leave out what comes after it.',
    });
  if (first.index === 0)
    problems.push({
      rule: 'transformers-before-predictor',
      path: ['steps', '0', 'segment'],
      message: `The predictor ${first.step.segment} comes first; one or more transformers must come before it.`,
      remedy: 'Put the transformers that make its features before it.',
    });
  return problems;
}
