import { expect, test } from '@jest/globals';
import { canonicalText } from '../../write/content.js';
import type { Json } from '../../write/fact.js';
import type { SegmentDefinition } from './definition.js';
import { normalDefinition } from './normal-definition.js';
import { stockStages } from './stock-stages.js';

const contentOf = (definition: SegmentDefinition): string => canonicalText(normalDefinition(definition) as unknown as Json);

const ONE: SegmentDefinition = {
  fits: 'NONE',
  code: { repository: 'https://example.org/ml.git', path: 'clean.py' },
  params: [
    { name: 'from', type: 'string', required: false },
    { name: 'to', type: 'string', default: 'clean' },
  ],
  schema: { needs: [{ param: 'from', types: ['numeric', 'long'] }], adds: [{ param: 'to', type: 'ARRAY<INTEGER>' }], changes: [] },
};

test('equal logic has equal content, however it was written', () => {
  expect(
    contentOf({
      ...ONE,
      code: { path: 'clean.py', repository: 'https://example.org/ml/', commit: undefined },
      params: [...ONE.params].reverse(),
      schema: { adds: [{ param: 'to', type: 'array<int>' }], needs: [{ param: 'from', types: ['bigint', 'numeric'] }] },
    } as SegmentDefinition),
  ).toBe(contentOf(ONE));
});

test.each<[string, SegmentDefinition]>([
  ['another path', { ...ONE, code: { ...ONE.code, path: 'other.py' } }],
  ['another default', { ...ONE, params: [ONE.params[0]!, { name: 'to', type: 'string', default: 'x' }] }],
  ['a default of nothing', { ...ONE, params: [ONE.params[0]!, { name: 'to', type: 'string', default: false }] }],
  ['another order of columns', { ...ONE, schema: { ...ONE.schema, adds: [{ name: 'x', type: 'int' }, ...ONE.schema.adds] } }],
])('other logic has not: %s', (_, definition) => {
  expect(contentOf(definition)).not.toBe(contentOf(ONE));
});

test('it is the same again when done again', () => {
  for (const { definition } of stockStages()) expect(normalDefinition(normalDefinition(definition))).toEqual(normalDefinition(definition));
});
