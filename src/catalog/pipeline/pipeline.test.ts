import { expect, test } from '@jest/globals';
import type { Fits, SegmentDefinition } from '../segment/definition.js';
import { kindOfSteps, needsFitting, pipelineProblems } from './pipeline-rules.js';
import type { PipelineStep } from './pipeline-step.js';
import { propagate } from './propagate.js';
import { signatureOf } from './signature.js';

const segment = (name: string, fits: Fits, from: string, type: string): PipelineStep['definition'] & { name: string } => ({
  name,
  fits,
  params: [
    { name: 'inputCol', type: 'string', default: 'features' },
    { name: 'outputCol', type: 'string', default: '<uid>__output' },
  ],
  schema: { needs: [{ param: 'inputCol', types: [from] }], adds: [{ param: 'outputCol', type, nullable: 'NEVER' }] },
});

const TOKENIZER = segment('Tokenizer', 'NONE', 'string', 'array<string>');
const COUNTER = segment('Counter', 'TRANSFORMATION', 'array', 'vector');
const FOREST = segment('Forest', 'PREDICTOR', 'vector', 'double');
const UNKNOWN: SegmentDefinition & { name: string } = {
  name: 'Mine',
  fits: 'NONE',
  params: [],
  schema: { needs: [], adds: [], dynamic: 'UNKNOWN' },
};

const step = ({ name, ...definition }: SegmentDefinition & { name: string }, params = {}): PipelineStep => ({
  segment: `default/${name}`,
  definition,
  params,
});

const TOKENS = step(TOKENIZER, { inputCol: 'text', outputCol: 'tokens' });
const COUNTS = step(COUNTER, { inputCol: 'tokens', outputCol: 'features' });
const PREDICTION = step(FOREST, { outputCol: 'prediction' });
const INPUT = [{ name: 'text', type: 'string' }];

const rulesOf = (steps: readonly PipelineStep[]): string[] =>
  pipelineProblems(steps).map(({ rule, path }) => `${rule} ${path.slice(0, 2).join('.')}`);

test.each<[string, PipelineStep[], string, boolean]>([
  ['only transformers', [TOKENS], 'TRANSFORMATION', false],
  ['a transformation that must be fitted', [TOKENS, COUNTS], 'TRANSFORMATION', true],
  ['a predictor at the end', [TOKENS, COUNTS, PREDICTION], 'ESTIMATION', true],
  ['nothing to be fitted before the predictor', [TOKENS, PREDICTION], 'ESTIMATION', false],
])('valid: %s', (_, steps, kind, fitting) => {
  expect(rulesOf(steps)).toEqual([]);
  expect([kindOfSteps(steps), needsFitting(steps)]).toEqual([kind, fitting]);
});

test.each<[string, PipelineStep[], string[]]>([
  ['no steps', [], ['has-steps steps']],
  ['a predictor alone', [PREDICTION], ['transformers-before-predictor steps.0']],
  ['a predictor in the middle', [TOKENS, PREDICTION, COUNTS], ['predictor-last steps.1']],
  ['two predictors', [TOKENS, PREDICTION, PREDICTION], ['one-predictor steps.2']],
  ['a param that there is not', [step(TOKENIZER, { inputCol: 'text', pattern: ' ' })], ['param-known steps.0']],
  [
    'everything at once',
    [PREDICTION, PREDICTION, step(TOKENIZER, { inputCol: 3 })],
    [
      'one-predictor steps.1',
      'predictor-last steps.1',
      'transformers-before-predictor steps.0',
      'param-type steps.2',
      'column-bound steps.2',
    ],
  ],
])('invalid: %s', (_, steps, rules) => {
  expect(rulesOf(steps)).toEqual(rules);
});

test('a schema goes through step by step', () => {
  const { output, steps, problems } = propagate([TOKENS, COUNTS, PREDICTION], INPUT);
  expect(problems).toEqual([]);
  expect(output).toEqual([
    ...INPUT,
    { name: 'tokens', type: 'array<string>', nullable: false },
    { name: 'features', type: 'vector', nullable: false },
    { name: 'prediction', type: 'double', nullable: false },
  ]);
  expect(steps.map(({ step: name, added }) => [name, added.map((column) => column.name)])).toEqual([
    ['default/Tokenizer', ['tokens']],
    ['default/Counter', ['features']],
    ['default/Forest', ['prediction']],
  ]);
});

test('it says in which step and at which column it fails', () => {
  const { output, steps, problems } = propagate([TOKENS, step(COUNTER, { inputCol: 'text' }), PREDICTION], INPUT);
  expect(output).toBeUndefined();
  expect(steps.map(({ index }) => index)).toEqual([0, 1]);
  expect(problems).toEqual([
    {
      rule: 'column-type',
      path: ['steps', '1', 'params', 'inputCol'],
      message: 'Step 2 (default/Counter): The column "text" is of type string; needed is array.',
      remedy: 'Name another column, or add a step before this one that makes a column of that type.',
    },
  ]);
});

test('from a step on whose result nobody can tell the schema is unknown', () => {
  const { output, steps, problems } = propagate([TOKENS, step(UNKNOWN), COUNTS], INPUT);
  expect([output, problems, steps.length]).toEqual([undefined, [], 2]);
});

test('default names are made of the step, so that equal steps do not meet', () => {
  const twice = [step(TOKENIZER, { inputCol: 'text' }), step(TOKENIZER, { inputCol: 'text' })];
  expect(propagate(twice, INPUT).output?.map(({ name }) => name)).toEqual(['text', 'Tokenizer_0__output', 'Tokenizer_1__output']);
});

test('the signature: what comes from outside, what is added', () => {
  expect(signatureOf([TOKENS, COUNTS, PREDICTION])).toEqual({
    needs: [{ name: 'text', types: ['string'] }],
    adds: [
      { name: 'tokens', type: 'array<string>' },
      { name: 'features', type: 'vector' },
      { name: 'prediction', type: 'double' },
    ],
    drops: [],
    complete: true,
  });
  expect(signatureOf([TOKENS, step(UNKNOWN), COUNTS])).toMatchObject({ adds: [{ name: 'tokens' }], complete: false });
});
