import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditServer } from 'graphql-http';
import type { Database } from '../../src/neo4j/database.js';
import type { Neo4jDatabase } from '../../src/neo4j/driver.js';
import { ask } from '../support/ask.js';
import { ADMIN_SECRET, type EdgeServer, startEdgeServer } from '../support/edge-server.js';
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

const withToken = () => ({ authorization: `Bearer ${edge.token}` });
const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers = {}) =>
  fetch(edge.url + path, { method: 'POST', body, headers: { ...withToken(), 'content-type': 'application/json', ...headers } });

test('it answers GraphQL over HTTP as the specification says', async () => {
  const results = await auditServer({
    url: `${edge.url}/graphql`,
    fetchFn: (input: string, init: RequestInit = {}) => fetch(input, { ...init, headers: { ...withToken(), ...init.headers } }),
  });
  expect(results.length).toBeGreaterThan(50);
  expect(
    results.filter(({ status }) => status === 'error').map(({ name, ...rest }) => [name, 'reason' in rest ? rest.reason : '']),
  ).toEqual([]);
});

test('who goes away while Vinci stops leaves no complaint behind', async () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const stopping = await startEdgeServer(database);
  const read: Database['read'] = async (cypher, parameters) => opened.then(() => database.read(cypher, parameters));
  stopping.database = Object.assign(Object.create(database) as Database, { read });
  const leaving = new AbortController();
  const asked = fetch(`${stopping.url}/graphql?query={viewer{name}}`, { headers: withToken(), signal: leaving.signal });
  await sleep(100);
  leaving.abort();
  await expect(asked).rejects.toThrow();
  await stopping.server.close();
  open();
  await sleep(200);
  expect(stopping.logged).toEqual([]);
});

describe('what is public and what needs a token', () => {
  test.each(['/health', '/ready', '/graphiql'])('%s is answered without a token', async (path) => {
    expect((await fetch(edge.url + path)).status).not.toBe(401);
  });

  test('the bare address leads to GraphiQL', async () => {
    const response = await fetch(edge.url, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphiql']);
  });

  test.each(['/graphql', '/api/who', '/api/nothing', '/health/x'])('%s is refused without one, with where to get it', async (path) => {
    const response = await fetch(edge.url + path);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Vinci"');
    const text = await response.text();
    expect(text).toContain('npx vinci token create');
    expect(text).toContain('"code":"UNAUTHENTICATED"');
  });

  test.each([
    ['a cookie', '/graphql', { cookie: `authorization=Bearer ${ADMIN_SECRET}; token=${ADMIN_SECRET}` }],
    ['the address', `/graphql?access_token=${ADMIN_SECRET}&token=${ADMIN_SECRET}`, {}],
    [
      'another header',
      '/api/who',
      { 'x-user': 'admin', 'x-forwarded-user': 'admin', 'vinci-user': 'admin', 'x-authorization': ADMIN_SECRET },
    ],
  ])('%s says nothing of who asks', async (_, path, headers) => {
    expect((await fetch(edge.url + path, { headers: headers as Record<string, string> })).status).toBe(401);
  });

  test('what a page of another site can have a browser send is refused; GraphiQL can be linked to', async () => {
    const send = (path: string, site: string) => fetch(edge.url + path, { headers: { ...withToken(), 'sec-fetch-site': site } });
    expect((await send('/graphql?query={hello}', 'cross-site')).status).toBe(403);
    expect((await send('/api/who', 'same-site')).status).toBe(403);
    expect((await send('/graphql?query={hello}', 'same-origin')).status).toBe(200);
    expect((await send('/graphiql', 'cross-site')).status).not.toBe(403);
  });

  test('routes are told who asks', async () => {
    const response = await fetch(`${edge.url}/api/who`, { headers: withToken() });
    expect(await response.json()).toMatchObject({ name: 'admin', role: 'ADMIN' });
  });

  test('what is not there is 404, with what is', async () => {
    const response = await fetch(`${edge.url}/graphq`, { headers: withToken() });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no GET /graphq here; POST /api/v1/lineage takes events, GraphQL is at /graphql, GraphiQL at /graphiql.',
    });
  });
});

describe('health', () => {
  test('lives while the database is away, but is not ready', async () => {
    edge.ready = { ready: false, reason: 'The database cannot be reached.' };
    expect((await fetch(`${edge.url}/health`)).status).toBe(200);
    const response = await fetch(`${edge.url}/ready`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await response.json()).toMatchObject({ code: 'UNAVAILABLE', message: 'The database cannot be reached.' });
    edge.ready = { ready: true };
    expect((await fetch(`${edge.url}/ready`)).status).toBe(200);
  });
});

describe('errors', () => {
  test('the unexpected is masked everywhere, and logged with its stack under the request id', async () => {
    edge.logged.length = 0;
    const overHttp = await fetch(`${edge.url}/api/broken`, { headers: { ...withToken(), 'x-request-id': 'one' } });
    expect([overHttp.status, await overHttp.json()]).toEqual([
      500,
      { code: 'INTERNAL', message: 'Internal error; ask the operator, quoting request id one.', requestId: 'one' },
    ]);
    const overGraphql = await ask(edge.url, edge.token, '{ hello broken }', {}, { 'x-request-id': 'two' });
    expect([overGraphql.status, overGraphql.data]).toEqual([200, { hello: 'world', broken: null }]);
    expect(overGraphql.errors).toMatchObject([{ path: ['broken'], extensions: { code: 'INTERNAL', requestId: 'two' } }]);
    expect(JSON.stringify(overGraphql.body)).not.toContain('1234');
    expect(edge.logged).toMatchObject([
      { requestId: 'one', error: expect.stringContaining('edge-server') },
      { requestId: 'two', error: expect.stringContaining('edge-server') },
    ]);
  });

  test('the expected is told with its place', async () => {
    const overHttp = await post('/api/refused', '{}');
    expect([overHttp.status, await overHttp.json()]).toMatchObject([
      400,
      { code: 'BAD_INPUT', message: 'runId is missing.', path: ['run', 'runId'] },
    ]);
    const { errors } = await ask(edge.url, edge.token, '{ refused }');
    expect(errors).toMatchObject([
      { message: 'first is 0; it must be from 1 to 100.', path: ['refused'], extensions: { code: 'BAD_INPUT', path: ['first'] } },
    ]);
  });

  test('while the database is away, routes say when to come again and fields say so by their code', async () => {
    const overHttp = await post('/api/away', '{}');
    expect([overHttp.status, overHttp.headers.get('retry-after')]).toEqual([503, '3']);
    const { status, data, errors } = await ask(edge.url, edge.token, '{ hello away }');
    expect([status, data]).toEqual([200, { hello: 'world', away: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  });

  test.each([
    ['not JSON', '{', {}, 400, 'The body is not JSON'],
    [
      'Latin-1',
      new Uint8Array(Buffer.from('{"query":"{ hello }","variables":{"n":"caf\xe9"}}', 'latin1')),
      {},
      400,
      'The body is not UTF-8',
    ],
    ['no operation', '{}', {}, 400, 'holds the operation as a string'],
    ['several operations', '[{"query":"{ hello }"}]', {}, 400, 'Several operations in one request are not accepted'],
    ['a form', 'query=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'send application/json'],
    ['plain text', '{ hello }', { 'content-type': 'text/plain' }, 415, 'send application/json'],
    ['more than 10 MB', JSON.stringify({ query: '{ hello }', pad: ' '.repeat(10_500_000) }), {}, 413, '10 MB at /graphql'],
    ['what a page of another site sends', '{"query":"{ hello }"}', { 'sec-fetch-site': 'cross-site' }, 403, 'pages of other sites'],
    [
      'variables that do not fit',
      '{"query":"query ($n: Int!) { slowly(milliseconds: $n) }","variables":{"n":"x"}}',
      {},
      400,
      'got invalid value',
    ],
    ['a choice of operations', '{"query":"query A { hello } query B { hello }"}', {}, 400, 'Must provide operation name'],
    ['an operation that is not there', '{"query":"{ hello }","operationName":"Other"}', {}, 400, 'no operation named "Other"'],
    ['a field that is not there', '{"query":"{ helo }"}', {}, 400, 'Did you mean "hello"'],
    ['a wrong Accept', '{"query":"{ hello }"}', { accept: 'image/png' }, 406, 'accept'],
  ])('%s is refused as GraphQL, with a sentence and the request id', async (_, body, headers, status, part) => {
    const response = await post('/graphql', body, { 'x-request-id': 'mine', ...headers });
    const answer = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect([response.status, answer.errors[0]]).toMatchObject([
      status,
      { message: expect.stringContaining(part), extensions: { requestId: 'mine' } },
    ]);
  });

  test('changes do not go by GET, and other methods not at all', async () => {
    const query = encodeURIComponent('mutation { revokeToken(input: {id: "x"}) { position } }');
    const byGet = await fetch(`${edge.url}/graphql?query=${query}`, { headers: withToken() });
    expect([byGet.status, byGet.headers.get('allow')]).toEqual([405, 'POST']);
    const byPut = await fetch(`${edge.url}/graphql`, { method: 'PUT', headers: withToken() });
    expect([byPut.status, byPut.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('headers', () => {
  test('a request id comes back; one that could do harm is replaced', async () => {
    const idFor = async (id: string) =>
      (await fetch(`${edge.url}/health`, { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idFor('trace-7')).toBe('trace-7');
    expect(await idFor('a b')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('answers are not kept, framed, sniffed or shared with other origins', async () => {
    const { headers } = await fetch(`${edge.url}/graphql?query={hello}`, {
      headers: { ...withToken(), origin: 'http://elsewhere.example' },
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('GraphiQL comes with all it needs from here, and allows itself nothing else', async () => {
  const page = await fetch(`${edge.url}/graphiql`);
  expect(page.status).toBe(200);
  const html = await page.text();
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  const nonce = /nonce="([^"]+)"/.exec(html)?.[1];
  expect(policy).toContain(`'nonce-${nonce}'`);
  expect((await (await fetch(`${edge.url}/graphiql`)).text()).includes(nonce!)).toBe(false);
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!).filter((file) => !file.startsWith('data:'));
  expect(files).toEqual(['/graphiql/page.css', '/graphiql/page.js']);
  for (const file of files) {
    const response = await fetch(edge.url + file);
    expect(response.status).toBe(200);
    const again = await fetch(edge.url + file, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  }
});

describe('starting and stopping', () => {
  test('a port that is taken is one sentence with what to do', async () => {
    const { port } = new URL(edge.url);
    await expect(startEdgeServer(database, { port: Number(port) })).rejects.toMatchObject({
      code: 'STARTUP',
      message: `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or set PORT to a free port.`,
    });
  });

  test('an address that is not of this machine, too', async () => {
    await expect(startEdgeServer(database, { host: '192.0.2.1' })).rejects.toThrow('192.0.2.1 is no address of this machine');
  });

  test('what is under way is finished, new requests are not taken', async () => {
    const own = await startEdgeServer(database);
    const underWay = ask(own.url, own.token, '{ slowly(milliseconds: 700) }');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const closed = own.server.close();
    await expect(fetch(`${own.url}/health`)).rejects.toThrow();
    const { data, headers } = await underWay;
    expect(data).toEqual({ slowly: 'done' });
    expect(headers.get('connection')).toBe('close');
    await closed;
    expect(own.server.address).toBeUndefined();
  });
});
