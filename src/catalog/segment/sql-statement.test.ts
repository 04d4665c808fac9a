import { expect, test } from '@jest/globals';
import { selectColumns } from './sql-statement.js';

const INPUT = [
  { name: 'a', type: 'int', nullable: true },
  { name: 'b', type: 'double' },
  { name: 'plan', type: 'string' },
];

const typesOf = (statement: string): unknown => {
  const selected = selectColumns(statement, INPUT);
  return selected && 'columns' in selected ? Object.fromEntries(selected.columns.map(({ name, type }) => [name, type])) : selected;
};

test.each([
  ['SELECT * FROM __THIS__', { a: 'int', b: 'double', plan: 'string' }],
  ['select a, b as c from __THIS__ where a > 3', { a: 'int', c: 'double' }],
  ['SELECT *, (a + b) AS sum, a * 2 AS twice FROM __THIS__', { a: 'int', b: 'double', plan: 'string', sum: 'double', twice: 'int' }],
  ['SELECT a / 2 AS half, -a AS minus, b * 2.5 AS more FROM __THIS__', { half: 'double', minus: 'int', more: 'double' }],
  ["SELECT upper(plan) AS p, length(plan) AS n, plan = 'x' OR a IS NOT NULL AS is FROM __THIS__", { p: 'string', n: 'int', is: 'boolean' }],
  ['SELECT CAST(a AS decimal(10, 2)) AS d, CAST(b AS array<int>) AS l FROM __THIS__', { d: 'decimal(10,2)', l: 'array<int>' }],
  ["SELECT split(plan, ' ') AS words, `a` FROM __THIS__", { words: 'array<string>', a: 'int' }],
  ['SELECT __THIS__.*, __THIS__.a AS again FROM __THIS__', { a: 'int', b: 'double', plan: 'string', again: 'int' }],
])('%s', (statement, columns) => {
  expect(typesOf(statement)).toEqual(columns);
});

test.each([
  'SELECT a + b FROM __THIS__',
  'SELECT count(*) AS n FROM __THIS__ GROUP BY a',
  'SELECT my_function(a) AS x FROM __THIS__',
  'SELECT * FROM __THIS__ JOIN other',
  'SELECT a FROM elsewhere',
  'SELECT CASE WHEN a > 1 THEN 1 ELSE 2 END AS x FROM __THIS__',
  'SELECT plan + a # b AS x FROM __THIS__',
  'DELETE FROM __THIS__',
  'SELECT a[0] AS x FROM __THIS__',
])('nobody but Spark can tell: %s', (statement) => {
  expect(selectColumns(statement, INPUT)).toBeUndefined();
});

test('a column that is not there', () => {
  expect(typesOf('SELECT *, nowhere + 1 AS x FROM __THIS__')).toEqual({ missing: 'nowhere' });
  expect(typesOf('SELECT nowhere FROM __THIS__')).toEqual({ missing: 'nowhere' });
  expect(typesOf('SELECT a FROM __THIS__ WHERE nowhere > 1 LIMIT 5')).toEqual({ missing: 'nowhere' });
  expect(typesOf("SELECT a FROM __THIS__ WHERE a BETWEEN 1 AND 2 AND plan LIKE 'x%' ORDER BY whatever")).toEqual({ a: 'int' });
});
