import { expect, test } from '@jest/globals';
import { schemaOfColumns } from './dataset-schema.js';

const columns = (types: Record<string, string | null>) => Object.entries(types).map(([path, type]) => ({ path, type }));

test('nested fields are in the type of what holds them; a dot in a name of its own is none', () => {
  const schema = schemaOfColumns(
    columns({ id: 'bigint', customer: 'struct', 'customer.name': 'string', 'customer.name.first': 'string', 'a.b': 'int' }),
  );
  expect(schema?.map(({ name }) => name)).toEqual(['id', 'customer', 'a.b']);
});

test.each([
  ['VARCHAR(255)', 'string'],
  ['character varying(20)', 'string'],
  ['character(1)', 'string'],
  ['uuid', 'string'],
  ['int8', 'bigint'],
  ['timestamp(6) without time zone', 'timestamp'],
  ['timestamp(3)', 'timestamp'],
  ['timestamptz', 'timestamp'],
  ['double precision', 'double'],
  ['numeric(10,2)', 'decimal(10,2)'],
  ['NUMBER(38,0)', 'decimal(38,0)'],
  ['LONG', 'bigint'],
  ['array<INTEGER>', 'array<int>'],
  ['geometry', 'geometry'],
  ['constructor', 'constructor'],
])('%s is %s', (type, spark) => {
  expect(schemaOfColumns(columns({ x: type }))).toEqual([{ name: 'x', type: spark }]);
});

test('a type that nobody told makes the schema unknown, and so do no columns', () => {
  expect(schemaOfColumns(columns({ x: 'int', y: null }))).toBeUndefined();
  expect(schemaOfColumns([])).toBeUndefined();
});
