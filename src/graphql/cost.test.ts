import { expect, test } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { costOf } from './cost.js';
import { LIMITS } from './limits.js';

const SCHEMA = buildSchema(`
  type Query {
    lineage(first: Int = 100): Page!
    nodes(ids: [ID!]!): [Node]!
    node(id: ID!): Node
  }
  type Page { nodes: [Node!]!, edges: [Edge!]! }
  type Edge { from: ID!, evidence: [Evidence!]! }
  type Evidence { by: String!, job: Node }
  type Node { id: ID!, name: String, columns(first: Int = 100): Page! }
`);

function check(text: string, variables = {}, most = LIMITS.cost) {
  return () => costOf(SCHEMA, { document: parse(text), variables }, { ...LIMITS, cost: most });
}

/** As the refusal tells it, when nothing is allowed. */
function cost(text: string, variables = {}): number {
  try {
    check(text, variables, 0)();
  } catch (error) {
    return Number(/hold ([\d,]+) objects/.exec(String(error))?.[1]?.replaceAll(',', ''));
  }
  return 0;
}

test('objects cost 1, scalars nothing, first and ids multiply what is inside', () => {
  expect(cost('{ node(id: "a") { id name } }')).toBe(1);
  expect(cost('{ lineage(first: 10) { nodes { id } } }')).toBe(11);
  expect(cost('{ lineage { nodes { id } } }')).toBe(101);
  expect(cost('query ($n: Int) { lineage(first: $n) { nodes { id columns(first: 5) { nodes { id } } } } }', { n: 10 })).toBe(
    1 + 10 * (1 + 1 + 5),
  );
  expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { columns(first: 7) { nodes { id } } } }', { ids: ['a', 'b'] })).toBe(
    1 + 2 * (1 + 7),
  );
});

test('of a document that is asked again, by what its variables are now', () => {
  const document = parse(
    'query Page($n: Int, $ids: [ID!]!, $deep: Boolean!) { nodes(ids: $ids) { columns(first: $n) @include(if: $deep) { nodes { id } } } }',
  );
  const costs = (variables: object): string[] =>
    [1, 2].map(() => {
      try {
        costOf(SCHEMA, { document, variables: { ...variables } }, { ...LIMITS, cost: 0 });
      } catch (error) {
        return String(error).replace(/.*may hold (\S+) objects.*/, '$1');
      }
      return 'nothing';
    });
  expect(costs({ n: 10, ids: ['a'], deep: true })).toEqual(['12', '12']);
  expect(costs({ n: 20, ids: ['a'], deep: true })).toEqual(['22', '22']);
  expect(costs({ n: 20, ids: ['a', 'b'], deep: true })).toEqual(['43', '43']);
  expect(costs({ n: 20, ids: ['a', 'b'], deep: false })).toEqual(['1', '1']);
  expect(costs({ ids: ['a'], deep: true })).toEqual(['102', '102']);
  expect(costs({ n: 'many', ids: ['a'], deep: true })[0]).toMatch(/Int cannot represent/);
});

test('a whole page of lineage with its edges and their evidence is allowed', () => {
  expect(
    check('{ lineage(first: 1000) { nodes { id name columns(first: 20) { nodes { id } } } edges { from evidence { by job { id } } } } }'),
  ).not.toThrow();
});

test('a page of pages of pages is refused, with the numbers', () => {
  const page = 'lineage(first: 1000) { nodes { columns(first: 100) { nodes { id } } } }';
  const text = `{ a: ${page} b: ${page} c: ${page} }`;
  expect(check(text)).toThrow(
    expect.objectContaining({
      code: 'TOO_COMPLEX',
      message: 'The answer to this operation may hold 306,003 objects; at most 250,000 are allowed: ask for fewer with "first".',
    }),
  );
});

test('a negative length does not make it cheaper', () => {
  expect(cost('{ lineage(first: -1000) { nodes { id } } }')).toBe(2);
});

test('only the operation that runs is counted', () => {
  const document = parse(
    'query Small { node(id: "a") { id } } query Large { lineage(first: 1000) { nodes { columns { nodes { columns { nodes { id } } } } } } }',
  );
  expect(() => costOf(SCHEMA, { document, operationName: 'Small' }, LIMITS)).not.toThrow();
  expect(() => costOf(SCHEMA, { document, operationName: 'Large' }, LIMITS)).toThrow(/may hold/);
});

test('variables that do not fit are refused as execution would, not let through uncounted', () => {
  const refused = (message: RegExp) =>
    expect.objectContaining({
      errors: [expect.objectContaining({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } })],
    });
  expect(check('query ($n: Int!) { lineage(first: $n) { nodes { id } } }', {})).toThrow(
    refused(/"\$n" of required type "Int!" was not provided/),
  );
  expect(check('query ($n: Int) { lineage(first: $n) { nodes { id } } }', { n: 'x' })).toThrow(refused(/"\$n" got invalid value "x"/));
});

test('introspection is cheap', () => {
  expect(check(getIntrospectionQuery(), {}, 200)).not.toThrow();
});
