import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { Database } from '../../src/neo4j/database.js';
import type { Neo4jDatabase } from '../../src/neo4j/driver.js';
import { type Answer, ask } from '../support/ask.js';
import { type EdgeServer, startEdgeServer } from '../support/edge-server.js';
import { LiveClient } from '../support/live-client.js';
import { freshNeo4j, testDatabase } from '../support/neo4j.js';

let database: Neo4jDatabase;
let edge: EdgeServer;
/** Statements that the server has sent. */
let asked = 0;

beforeAll(async () => {
  await freshNeo4j();
  database = await testDatabase();
  edge = await startEdgeServer(database);
  const counted =
    <Asked extends unknown[], Result>(run: (...asked: Asked) => Result) =>
    (...statement: Asked): Result => {
      asked += 1;
      return run(...statement);
    };
  edge.database = {
    read: counted((...statement) => database.read(...statement)) as Database['read'],
    write: counted((...statement) => database.write(...statement)) as Database['write'],
    transaction: (work) => database.transaction(work),
    close: async () => undefined,
  };
});

afterAll(async () => {
  await edge?.server.close();
  await database?.close();
});

const many = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join(' ');

/** One answer over a WebSocket. */
async function askLive(url: string, token: string, query: string, variables: object = {}): Promise<Pick<Answer, 'errors'>> {
  const client = new LiveClient(url, { authorization: `Bearer ${token}` });
  const heard = client.subscribe(query, variables);
  await heard.ended;
  await client.close();
  return { errors: heard.errors };
}

const TRANSPORTS: [string, (query: string, variables?: object) => Promise<Pick<Answer, 'errors'>>][] = [
  ['HTTP', (query, variables) => ask(edge.url, edge.token, query, variables)],
  ['a WebSocket', (query, variables) => askLive(edge.url, edge.token, query, variables)],
];

const HOSTILE: [what: string, query: string, variables: object, code: string][] = [
  ['depth of 3,000', `{ ${'viewer { '.repeat(3_000)} name ${'} '.repeat(3_000)} }`, {}, 'TOO_COMPLEX'],
  ['10,000 aliases', `{ ${many(10_000, (i) => `a${i}: hello`)} }`, {}, 'TOO_COMPLEX'],
  ['fields at the top', `{ ${many(31, (i) => `a${i}: hello`)} }`, {}, 'TOO_COMPLEX'],
  ['a thousand directives', `{ hello ${many(1_000, () => '@a')} }`, {}, 'TOO_COMPLEX'],
  ['the same field again and again', `{ viewer { ${many(900, () => 'name')} } }`, {}, 'TOO_COMPLEX'],
  ['a list in lists', `{ tokens(first: ${'['.repeat(2_400)}${']'.repeat(2_400)}) { nodes { id } } }`, {}, 'TOO_COMPLEX'],
  ['cost', '{ tokens(first: 300000) { nodes { id } } }', {}, 'TOO_COMPLEX'],
  ['cost by variables', 'query ($n: Int!) { tokens(first: $n) { nodes { id } } }', { n: 300_000 }, 'TOO_COMPLEX'],
  [
    'a long list among the variables',
    'query ($n: Int!) { tokens(first: $n) { nodes { id } } }',
    { n: 1, ids: Array.from({ length: 1_001 }, String) },
    'TOO_COMPLEX',
  ],
  ['what cannot be parsed', '{ hello', {}, 'GRAPHQL_PARSE_FAILED'],
  ['what is not there', '{ helo }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['fragments in a circle', '{ ...A } fragment A on Query { ...A }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['variables that do not fit', 'query ($n: Int!) { tokens(first: $n) { nodes { id } } }', { n: 'x' }, 'BAD_INPUT'],
];

describe.each(TRANSPORTS)('over %s', (_, send) => {
  test.each(HOSTILE)('%s is refused, and the database is not asked', async (_what, query, variables, code) => {
    await send('{ hello }');
    const before = asked;
    const { errors } = await send(query, variables);
    expect(errors[0]).toMatchObject({ message: expect.any(String), extensions: { code, requestId: expect.any(String) } });
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|\.ts:|\.js:/);
    expect(asked).toBe(before);
  });
});

test('of those who only read a body has 1 MB, of others 10', async () => {
  const issued = await ask(edge.url, edge.token, 'mutation { issueToken(input: {name: "ada", role: READER}) { secret } }');
  const { secret } = issued.data!.issueToken as { secret: string };
  const pad = { pad: 'x'.repeat(1_100_000) };
  expect(await ask(edge.url, secret, '{ hello }', pad)).toMatchObject({ status: 413, errors: [{ extensions: { code: 'TOO_LARGE' } }] });
  expect(await ask(edge.url, edge.token, '{ hello }', pad)).toMatchObject({ status: 200 });
});

describe('much at once', () => {
  const slowly = (milliseconds: number) => `{ slowly(milliseconds: ${milliseconds}) }`;
  async function readerCalled(name: string): Promise<string> {
    const issued = await ask(edge.url, edge.token, `mutation { issueToken(input: {name: "${name}", role: READER}) { secret } }`);
    return (issued.data!.issueToken as { secret: string }).secret;
  }

  test('of one name four operations run at a time, over HTTP and WebSockets; others do not wait for them', async () => {
    const [hasty, calm] = await Promise.all(['hasty', 'calm'].map(readerCalled));
    const order: string[] = [];
    const say = (what: string) => () => order.push(what);
    const running = [ask, ask, askLive, askLive].map((send) => send(edge.url, hasty!, slowly(1_500)).then(say('slow')));
    await sleep(500);
    const waiting = [ask, askLive].map((send) => send(edge.url, hasty!, '{ hello }').then(say('hasty')));
    const others = [ask, askLive].map((send) => send(edge.url, calm!, '{ hello }').then(say('calm')));
    await Promise.all([...running, ...waiting, ...others]);
    expect(order.slice(0, 3)).toEqual(['calm', 'calm', 'slow']);
    expect(order).toHaveLength(8);
  });

  test('beyond two hundred that wait, more are sent away, to come again', async () => {
    const greedy = await readerCalled('hoarder');
    const answers = await Promise.all(Array.from({ length: 260 }, () => ask(edge.url, greedy, slowly(100))));
    const sentAway = answers.filter(({ status }) => status === 429);
    expect(sentAway.length).toBeGreaterThan(0);
    for (const { headers, errors } of sentAway) {
      expect(headers.get('retry-after')).toBe('1');
      expect(errors[0]).toMatchObject({ extensions: { code: 'THROTTLED', retryAfterSeconds: 1 } });
    }
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(260 - sentAway.length);
  });

  test('of long messages over a socket some wait, the others are sent away, to come again', async () => {
    const client = new LiveClient(edge.url, { authorization: `Bearer ${await readerCalled('windy')}` });
    const slow = Array.from({ length: 4 }, () => client.subscribe(slowly(3_000), {}));
    const long = Array.from({ length: 40 }, () => client.subscribe('{ hello }', { pad: 'x'.repeat(1_000_000) }));
    await Promise.all([...slow, ...long].map(({ ended }) => ended));
    await client.close();
    expect(slow.flatMap(({ errors }) => errors)).toEqual([]);
    const sentAway = long.filter(({ errors }) => errors.length > 0);
    expect(sentAway).toHaveLength(9);
    for (const { errors } of sentAway) expect(errors[0]).toMatchObject({ extensions: { code: 'THROTTLED', retryAfterSeconds: 1 } });
  });
});

describe('what is asked costs', () => {
  const DEAR = '{ tokens(first: 100) { nodes { id } } }';
  let slow: EdgeServer;
  beforeAll(async () => {
    // A full bucket pays for the dearest operation that there is.
    slow = await startEdgeServer(database, { costPerSecond: 1 });
  });
  afterAll(() => slow?.server.close());

  const costOf = ({ body }: Answer) => (body as { extensions: { cost: { requested: number; rest: number } } }).extensions.cost;

  test('an answer tells what, and what is left; HTTP and WebSockets share it', async () => {
    const first = await ask(slow.url, slow.token, DEAR);
    expect(costOf(first)).toEqual({ requested: 101, capacity: 250_000, rest: 249_899, refillPerSecond: 1 });
    const message = await new Promise<string>((resolve) => {
      const socket = new WebSocket(`${slow.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${slow.token}` } })));
      socket.on('message', (data) => {
        const { type } = JSON.parse(String(data)) as { type: string };
        if (type === 'connection_ack') socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: DEAR } }));
        if (type !== 'next') return;
        resolve(String(data));
        socket.terminate();
      });
    });
    const { requested, rest } = (JSON.parse(message) as { payload: { extensions: { cost: { requested: number; rest: number } } } }).payload
      .extensions.cost;
    expect(requested).toBe(101);
    expect(rest).toBeLessThan(249_850);
  });

  test('an empty bucket is refused before anything runs, with when to come again; others are not concerned', async () => {
    const issued = await ask(slow.url, slow.token, 'mutation { issueToken(input: {name: "greedy", role: ADMIN}) { secret } }');
    const { secret } = issued.data!.issueToken as { secret: string };
    const all = '{ a: tokens(first: 100) { nodes { id } } tokens(first: 249000) { nodes { id } } }';
    // Refused by its first, but not before it was paid for.
    await ask(slow.url, secret, all);
    const { body, errors, headers, status } = await ask(slow.url, secret, '{ tokens(first: 2000) { nodes { id } } }');
    expect([status, Number(headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(
          /^This operation costs 2,001, and you have \S+ left; 1 come back each second: send it again in \d+ s/,
        ),
        extensions: { code: 'THROTTLED', retryAfterSeconds: expect.any(Number) },
      },
    ]);
    expect(body).toMatchObject({ extensions: { cost: { requested: 2_001, capacity: 250_000 } } });
    expect((await askLive(slow.url, secret, '{ tokens(first: 2000) { nodes { id } } }')).errors).toMatchObject([
      { extensions: { code: 'THROTTLED', cost: { requested: 2_001 } } },
    ]);
    expect((await ask(slow.url, slow.token, DEAR)).status).toBe(200);
    expect((await fetch(`${slow.url}/api/who`, { headers: { authorization: `Bearer ${secret}` } })).status).toBe(200);
  });
});

describe('without introspection', () => {
  let closed: EdgeServer;
  beforeAll(async () => {
    closed = await startEdgeServer(database, { introspection: false });
  });
  afterAll(() => closed?.server.close());

  test.each([
    ['{ __schema { types { name } } }', {}, 'introspection'],
    ['{ __type(name: "Token") { name } }', {}, 'introspection'],
    ['{ helo }', {}, 'Cannot query field "helo" on type "Query".'],
    ['query ($r: Role!) { issueToken(input: {role: $r}) { position } }', { r: 'ADMINN' }, 'Cannot query field'],
    [
      'mutation ($i: IssueTokenInput!) { issueToken(input: $i) { position } }',
      { i: { name: 'a', role: 'ADMI' } },
      'Value "ADMI" does not exist in "Role" enum.',
    ],
  ])('%s', async (query, variables, sentence) => {
    for (const answer of [
      await ask(closed.url, closed.token, query, variables),
      await askLive(closed.url, closed.token, query, variables),
    ]) {
      expect(answer.errors[0]?.message).toContain(sentence);
      expect(JSON.stringify(answer.errors)).not.toContain('Did you mean');
    }
  });

  test('everything else is answered', async () => {
    expect((await ask(closed.url, closed.token, '{ __typename viewer { name } }')).data).toMatchObject({ __typename: 'Query' });
  });
});

describe('sockets', () => {
  function open(headers: Record<string, string> = {}): { socket: WebSocket; said: string[]; closed: Promise<number> } {
    const socket = new WebSocket(`${edge.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    const said: string[] = [];
    socket.on('message', (data) => said.push(String(data)));
    socket.on('error', () => undefined);
    const closed = new Promise<number>((resolve) => {
      socket.on('close', resolve);
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    });
    return { socket, said, closed };
  }
  const init = () => JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${edge.token}` } });

  test.each<[string, () => Buffer | string, boolean, number]>([
    ['a binary message', () => Buffer.from(init()), true, 1003],
    ['text that is not UTF-8', () => Buffer.from([0x22, 0xff, 0xfe, 0x22]), false, 1007],
    ['a message over 1 MiB', () => `"${'x'.repeat(1_048_577)}"`, false, 1009],
    ['what is no message', () => '{"type":"steal"}', false, 4400],
  ])('%s closes it', async (_, message, binary, code) => {
    const { socket, closed } = open();
    socket.on('open', () => socket.send(message(), { binary }));
    expect(await closed).toBe(code);
  });

  test('pages of other origins open none', async () => {
    expect(await open({ origin: 'https://attacker.example' }).closed).toBe(403);
    expect(await open({ 'sec-fetch-site': 'cross-site' }).closed).toBe(403);
  });

  test('of more than a hundred operations at a time the others are refused, and the hundred are not', async () => {
    const { socket, said, closed } = open();
    socket.on('open', () => socket.send(init()));
    while (said.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    for (let i = 0; i < 150; i++)
      socket.send(JSON.stringify({ type: 'subscribe', id: String(i), payload: { query: '{ slowly(milliseconds: 100) }' } }));
    while (said.filter((text) => text.includes('"complete"')).length < 100) await new Promise((resolve) => setTimeout(resolve, 20));
    const refused = said.filter((text) => text.includes('100 operations are under way on this socket'));
    expect(refused).toHaveLength(50);
    socket.close();
    await closed;
  });
});
