import { expect, test } from '@jest/globals';
import type { Json } from '../../write/fact.js';
import { Bindings } from './bindings.js';
import type { SegmentDefinition } from './definition.js';

const BUCKETS: SegmentDefinition = {
  fits: 'NONE',
  params: [
    { name: 'handleInvalid', type: 'string', default: 'error', values: ['keep', 'error', 'skip'] },
    { name: 'inputCol', type: 'string' },
    { name: 'inputCols', type: 'array<string>' },
    { name: 'outputCol', type: 'string', default: '<uid>__output', goesWith: 'inputCol' },
    { name: 'outputCols', type: 'array<string>', required: true, goesWith: 'inputCols' },
    { name: 'share', type: 'double', default: 0.5, min: 0, max: 1, exclusiveMin: true },
    { name: 'splits', type: 'array<double>', required: true, goesWith: 'inputCol' },
    { name: 'tries', type: 'int', min: -1, except: [0] },
  ],
  schema: {
    needs: [{ param: 'inputCol', plural: 'inputCols', types: ['numeric'], distinct: true }],
    adds: [{ param: 'outputCol', plural: 'outputCols', type: 'double' }],
  },
};

const GOOD = { inputCol: 'x', splits: [0, 1, 2] };

const rulesOf = (params: Record<string, Json>): string[] =>
  new Bindings(BUCKETS, params, 'b_0').problems(['params']).map(({ rule, path }) => `${rule} ${path.join('.')}`);

test('what is right', () => {
  expect(rulesOf(GOOD)).toEqual([]);
  expect(rulesOf({ ...GOOD, splits: ['-Infinity', 0, 'Infinity'], handleInvalid: 'KEEP', share: 1, tries: 1 })).toEqual([]);
  expect(rulesOf({ inputCols: ['x', 'y'], outputCols: ['a', 'b'] })).toEqual([]);
  expect(rulesOf({ ...GOOD, tries: null })).toEqual([]);
});

test.each<[string, Record<string, Json>, string]>([
  ['a param that there is not', { ...GOOD, buckets: 3 }, 'param-known params.buckets'],
  ['a text for a number', { ...GOOD, tries: '3' }, 'param-type params.tries'],
  ['a fraction for a whole number', { ...GOOD, tries: 1.5 }, 'param-type params.tries'],
  ['a list with a text in it', { ...GOOD, splits: [0, 'one'] }, 'param-type params.splits'],
  ['below its bound', { ...GOOD, tries: -2 }, 'param-bounds params.tries'],
  ['what is left out of its bounds', { ...GOOD, tries: 0 }, 'param-bounds params.tries'],
  ['on an exclusive bound', { ...GOOD, share: 0 }, 'param-bounds params.share'],
  ['above its bound', { ...GOOD, share: 1.1 }, 'param-bounds params.share'],
  ['a text that it may not be', { ...GOOD, handleInvalid: 'drop' }, 'param-bounds params.handleInvalid'],
  ['a required one that is missing', { inputCol: 'x' }, 'param-required params.splits'],
  ['what goes with another', { ...GOOD, outputCols: ['a'] }, 'param-goes-with params.outputCols'],
  ['not one for each', { inputCols: ['x', 'y'], outputCols: ['a'] }, 'param-length params.outputCols'],
  ['no column', {}, 'column-bound params.inputCol'],
  ['a column twice', { inputCols: ['x', 'x'], outputCols: ['a', 'b'] }, 'columns-distinct params.inputCols'],
  ['an empty column', { ...GOOD, inputCol: '' }, 'column-bound params.inputCol'],
])('%s', (_, params, problem) => {
  expect(rulesOf(params)).toEqual([problem]);
});

test('one column or several, not both', () => {
  expect(rulesOf({ ...GOOD, inputCols: ['y'], outputCols: ['z'] })).toEqual(['single-or-plural params.inputCols']);
});

test('all at once', () => {
  expect(rulesOf({ inputCol: 'x', tries: 0, what: 1 })).toEqual([
    'param-bounds params.tries',
    'param-known params.what',
    'param-required params.splits',
  ]);
});

test('columns, with defaults made of the step', () => {
  const [need] = BUCKETS.schema.needs;
  const [added] = BUCKETS.schema.adds;
  const single = new Bindings(BUCKETS, GOOD, 'b_0');
  expect([single.columns(need!), single.columns(added!)]).toEqual([['x'], ['b_0__output']]);
  const plural = new Bindings(BUCKETS, { inputCols: ['x', 'y'], outputCols: ['a', 'b'] }, 'b_0');
  expect([plural.columns(need!), plural.columns(added!)]).toEqual([
    ['x', 'y'],
    ['a', 'b'],
  ]);
});
