import { expect, test } from '@jest/globals';
import { FLOWING_KINDS, flowBetween } from './flow.js';

test.each([
  ['dataset:ns/a', 'FEEDS', 'job:ns/j'],
  ['job:ns/j', 'PRODUCES', 'dataset:ns/a'],
  ['dataset:ns/a', 'CARRIES', 'feature-table:ns/t'],
  ['dataset:ns/a#c', 'CARRIES', 'feature:ns/t/f'],
  ['workflow-version:ns/w/1', 'PRODUCES', 'feature-table:ns/t'],
  ['segment-version:ns/s/1', 'INCLUDED_IN', 'pipeline-version:ns/p/2'],
  ['workflow:ns/w', 'DEFINES', 'workflow-version:ns/w/1'],
])('%s %s %s', (from, type, to) => {
  expect(flowBetween(from, to)).toBe(type);
});

test.each([
  ['job:ns/j', 'job:ns/k'],
  ['tag:ns/t', 'dataset:ns/a'],
  ['feature-table:ns/t', 'dataset:ns/a'],
  ['workflow-version:ns/w/1', 'workflow:ns/w'],
  ['no id', 'dataset:ns/a'],
])('nothing flows from %s to %s', (from, to) => {
  expect(flowBetween(from, to)).toBeUndefined();
});

test('features are reached by columns, not among assets', () => {
  expect(FLOWING_KINDS.has('FEATURE_TABLE')).toBe(true);
  expect(FLOWING_KINDS.has('FEATURE')).toBe(false);
});
