import { describe, expect, test } from '@jest/globals';
import type { Transformation } from './fact.js';
import { type ColumnSet, columnsScope, edgesOf, printSet, scopeOf, unite } from './scopes.js';

const IDENTITY: Transformation = { subtype: 'IDENTITY', type: 'DIRECT' };
const MASKED: Transformation = { masking: true, type: 'DIRECT' };
const set = (...transformations: Transformation[]): ColumnSet => ({
  derivations: [{ dataset: 'dataset:ns/a', field: 'x', to: 'y', transformations }],
  indirect: [],
});

describe('what either of two sets says', () => {
  test.each([
    ['nothing and something', [], [IDENTITY]],
    ['two things', [IDENTITY], [MASKED]],
    ['the same', [IDENTITY], [IDENTITY]],
    ['several, in another order', [IDENTITY, MASKED], [MASKED, IDENTITY]],
  ])('is the same in either order: %s', (_, a, b) => {
    const both = printSet(unite(set(...a), set(...b)));
    expect(printSet(unite(set(...b), set(...a)))).toEqual(both);
    expect(printSet(unite(unite(set(...a), set(...b)), set(...a)))).toEqual(both);
    for (const one of [...a, ...b]) expect(both.body).toContain(JSON.stringify(one));
  });
});

test.each([
  ['IN', ['dataset:ns/a', 'workflow-version:ns/w/1'], 'feature-table:ns/t'],
  ['OUT', ['dataset:ns/a'], 'job:ns/j'],
  [columnsScope('dataset:ns/b'), set(IDENTITY), 'job:ns/j'],
  [columnsScope('feature-table:ns/t'), set(IDENTITY), 'feature-table:ns/t'],
] as const)('an edge tells its scope: %s', (scope, said, subject) => {
  for (const edge of edgesOf(scope, said, subject)) expect(scopeOf(edge, subject)).toBe(scope);
});
