import { expect, test } from '@jest/globals';
import type { SchemaRule } from './definition.js';
import { turnsOf, wantedTurns } from './turns.js';

const isFound = (rule: SchemaRule, accepts: string | null, produces: string | null): boolean =>
  wantedTurns(accepts, produces)!.some((turn) => turnsOf(rule).includes(turn));

const HASHER: SchemaRule = { needs: [{ param: 'in', types: ['numeric', 'string'] }], adds: [{ param: 'out', type: 'vector' }] };
const COPY: SchemaRule = { needs: [{ param: 'in' }], adds: [{ param: 'out', like: 'in' }] };
const SPLIT: SchemaRule = { needs: [{ param: 'in', types: ['string'] }], adds: [{ param: 'out', like: 'in', as: 'ARRAY' }] };
const CLASSIFIER: SchemaRule = {
  needs: [
    { param: 'features', types: ['vector'], role: 'FEATURES' },
    { param: 'label', types: ['numeric'], role: 'LABEL' },
    { param: 'any', lazy: true },
  ],
  adds: [{ param: 'out', type: 'double' }],
};

test.each<[string, SchemaRule, string | null, string | null, boolean]>([
  ['a string into a vector', HASHER, 'string', 'vector', true],
  ['a member of a family', HASHER, 'decimal(18,2)', 'vector', true],
  ['what it does not take', HASHER, 'boolean', 'vector', false],
  ['what it does not make', HASHER, 'string', 'double', false],
  ['only what it takes', HASHER, 'int', null, true],
  ['only what it makes', HASHER, null, 'vector', true],
  ['the same again', COPY, 'string', 'string', true],
  ['not another', COPY, 'string', 'vector', false],
  ['whatever it makes', COPY, null, 'vector', true],
  ['an array of it', SPLIT, 'string', 'array<string>', true],
  ['some array', SPLIT, null, 'array<int>', false],
  ['labels are not what it turns', CLASSIFIER, 'int', 'double', false],
  ['features are', CLASSIFIER, 'vector', 'double', true],
])('%s', (_, rule, accepts, produces, found) => {
  expect(isFound(rule, accepts, produces)).toBe(found);
});

test('no question, nothing to look for', () => {
  expect(wantedTurns(null, null)).toBeNull();
});
