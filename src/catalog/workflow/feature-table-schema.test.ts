import { expect, test } from '@jest/globals';
import { schemaOfFeatureTable } from './feature-table-schema.js';

const feature = (name: string, dataType: string | null, engineType: string | null = null) => ({ name, dataType, engineType });

test('keys, then the event time, then features; the type that the engine has before the logical one', () => {
  const table = {
    keys: [feature('id', 'LONG')],
    eventTime: feature('at', 'TIMESTAMP', 'timestamp_ntz'),
    features: [
      feature('tags', 'ARRAY', 'array<STRING>'),
      feature('at', 'TIMESTAMP', 'timestamp_ntz'),
      feature('score', 'DECIMAL', 'NUMBER'),
    ],
  };
  expect(schemaOfFeatureTable(table)).toEqual([
    { name: 'id', type: 'bigint' },
    { name: 'at', type: 'timestamp_ntz' },
    { name: 'tags', type: 'array<string>' },
    { name: 'score', type: 'decimal(38,18)' },
  ]);
});

test.each([['ARRAY'], [null]])('a feature of type %s alone leaves the schema unknown', (dataType) => {
  expect(schemaOfFeatureTable({ keys: [], eventTime: null, features: [feature('x', dataType)] })).toBeUndefined();
});

test('a table that was only named has no schema', () => {
  expect(schemaOfFeatureTable({ keys: [], eventTime: null, features: [] })).toBeUndefined();
});
