import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { Neo4jDatabase } from '../../src/neo4j/driver.js';
import { ask } from '../support/ask.js';
import { type EdgeServer, startEdgeServer } from '../support/edge-server.js';
import { freshNeo4j, testDatabase } from '../support/neo4j.js';

let database: Neo4jDatabase;
let edge: EdgeServer;

beforeAll(async () => {
  await freshNeo4j();
  database = await testDatabase();
  edge = await startEdgeServer(database);
});

afterAll(async () => {
  await edge?.server.close();
  await database?.close();
});

const many = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join(' ');

describe('a query that asks for too much is refused before it runs, in one sentence with numbers', () => {
  test.each([
    ['words', `{ ${'hello '.repeat(5_000)} }`, 'This document has more than 5,000 words and signs, which is the most that is read.'],
    [
      'depth',
      `{ ${'viewer { '.repeat(20)} name ${'} '.repeat(20)} }`,
      'The fields of this operation are 21 deep in each other; at most 15 are allowed.',
    ],
    ['fields at the top', `{ ${many(31, (i) => `a${i}: hello`)} }`, 'This operation has 31 fields at its top; at most 30 are allowed'],
    ['aliases', `{ viewer { ${many(61, (i) => `a${i}: name`)} } }`, 'This operation has 61 aliases; at most 60 are allowed'],
    [
      'directives',
      `{ viewer { name ${many(61, () => '@include(if: true)')} } }`,
      'This operation has 61 directives; at most 60 are allowed.',
    ],
    ['fields in fragments', `{ viewer { ...A ...A ...A } } fragment A on Viewer { ${'name '.repeat(400)} }`, 'selects 1,201 fields'],
    [
      'cost',
      '{ tokens(first: 300000) { nodes { id } } }',
      'The answer to this operation may hold 300,001 objects; at most 250,000 are allowed',
    ],
  ])('%s', async (_, query, sentence) => {
    const { status, data, errors } = await ask(edge.url, edge.token, query);
    expect([status, data, errors.length]).toEqual([400, undefined, 1]);
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining(sentence),
      extensions: { code: 'TOO_COMPLEX', requestId: expect.any(String) },
    });
  });

  test('the cost is counted with the variables of each request', async () => {
    const query = 'query ($first: Int!) { tokens(first: $first) { nodes { id } } }';
    expect((await ask(edge.url, edge.token, query, { first: 1 })).errors).toEqual([]);
    expect((await ask(edge.url, edge.token, query, { first: 300_000 })).errors).toMatchObject([{ extensions: { code: 'TOO_COMPLEX' } }]);
    expect((await ask(edge.url, edge.token, query, { first: 1 })).errors).toEqual([]);
  });

  test('by GET too', async () => {
    const query = encodeURIComponent(`{ ${many(31, (i) => `a${i}: hello`)} }`);
    const response = await fetch(`${edge.url}/graphql?query=${query}`, { headers: { authorization: `Bearer ${edge.token}` } });
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ extensions: { code: 'TOO_COMPLEX' } }] }]);
  });
});

test("GraphiQL's introspection is answered, to those who have a token", async () => {
  const query = getIntrospectionQuery({ inputValueDeprecation: true });
  expect((await ask(edge.url, edge.token, query)).data).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
  expect(await ask(edge.url, undefined, query)).toMatchObject({
    status: 401,
    data: undefined,
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

test('a hostile document is refused at once', async () => {
  const fragments = many(300, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  const begun = performance.now();
  const { errors } = await ask(edge.url, edge.token, `{ ...F0 } ${fragments} fragment F300 on Query { hello }`);
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(errors).toMatchObject([{ message: expect.stringContaining('over a trillion'), extensions: { code: 'TOO_COMPLEX' } }]);
});
