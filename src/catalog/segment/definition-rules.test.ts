import { expect, test } from '@jest/globals';
import type { SegmentDefinition } from './definition.js';
import { definitionProblems } from './definition-rules.js';
import { stockStages } from './stock-stages.js';

const GOOD: SegmentDefinition = {
  fits: 'NONE',
  params: [
    { name: 'from', type: 'string' },
    { name: 'size', type: 'int', default: 3, min: 1, max: 9 },
  ],
  schema: { needs: [{ param: 'from', types: ['string'] }], adds: [{ name: 'out', like: 'from' }] },
};

const rulesOf = (definition: SegmentDefinition): string[] =>
  definitionProblems(definition, []).map(({ rule, path }) => `${rule} ${path.join('.')}`);

test('the stock stages of Spark ML are definitions like others', () => {
  expect(rulesOf(GOOD)).toEqual([]);
  expect(stockStages().flatMap(({ name, definition }) => rulesOf(definition).map((problem) => `${name}: ${problem}`))).toEqual([]);
});

test('they are 59, each once, with a link', () => {
  const stages = stockStages();
  expect(new Set(stages.map(({ name }) => name)).size).toBe(59);
  expect(stages.every(({ link }) => link.startsWith('https://spark.apache.org/docs/'))).toBe(true);
});

test.each<[string, Partial<SegmentDefinition>, string]>([
  ['two params of a name', { params: [...GOOD.params, { name: 'from', type: 'string' }] }, 'param-unique params.2.name'],
  ['bounds the wrong way round', { params: [GOOD.params[0]!, { name: 'n', type: 'int', min: 2, max: 1 }] }, 'param-bounds params.1.min'],
  ['a default of another type', { params: [GOOD.params[0]!, { name: 'n', type: 'int', default: 'x' }] }, 'param-type params.1.default'],
  [
    'a default out of bounds',
    { params: [GOOD.params[0]!, { name: 'n', type: 'int', default: 0, min: 1 }] },
    'param-bounds params.1.default',
  ],
  ['going with nothing', { params: [{ name: 'from', type: 'string', goesWith: 'x' }] }, 'param-known params.0.goesWith'],
  ['a column by an unknown param', { schema: { ...GOOD.schema, drops: [{ param: 'x' }] } }, 'param-known schema.drops.0.param'],
  ['a column by a number', { schema: { ...GOOD.schema, drops: [{ param: 'size' }] } }, 'column-param schema.drops.0.param'],
  ['a column by nothing', { schema: { ...GOOD.schema, drops: [{}] } }, 'column-reference schema.drops.0'],
  ['a column twice', { schema: { ...GOOD.schema, drops: [{ name: 'a', param: 'from' }] } }, 'column-reference schema.drops.0'],
  ['an unknown type', { schema: { needs: GOOD.schema.needs, adds: [{ name: 'x', type: 'txt' }] } }, 'column-type-known schema.adds.0.type'],
  ['a result without a type', { schema: { ...GOOD.schema, changes: [{ name: 'x' }] } }, 'result-type schema.changes.0'],
  ['like nothing', { schema: { ...GOOD.schema, adds: [{ name: 'x', like: 'size' }] } }, 'result-like schema.adds.0.like'],
  ['an estimator that fits nothing', { estimator: { task: 'X' } }, 'estimator-fits estimator'],
  ['a predictor of nothing', { fits: 'PREDICTOR' }, 'predictor-task estimator.task'],
])('%s', (_, part, problem) => {
  expect(rulesOf({ ...GOOD, ...part })).toEqual([problem]);
});
