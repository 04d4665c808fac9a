import { expect, test } from '@jest/globals';
import { parseFormula } from './r-formula.js';

test.each([
  ['clicked ~ country + hour', { response: 'clicked', terms: ['country', 'hour'], others: false, without: [] }],
  ['y ~ .', { response: 'y', terms: [], others: true, without: [] }],
  ['y~. - id', { response: 'y', terms: [], others: true, without: ['id'] }],
  ['y ~ a:b + c - 1', { response: 'y', terms: ['a', 'b', 'c'], others: false, without: [] }],
  ['~ a', { response: '', terms: ['a'], others: false, without: [] }],
])('%s', (text, formula) => {
  expect(parseFormula(text)).toEqual(formula);
});

test.each(['clicked', 'y ~ (a + b) ^ 2', 'y ~ log(a)', 'a ~ b ~ c'])('more than we read: %s', (text) => {
  expect(parseFormula(text)).toBeUndefined();
});
