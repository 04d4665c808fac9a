import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { main } from '../../src/access/cli.js';
import { admitGivenToken, makeFirstToken } from '../../src/access/first-token.js';
import { hashOf } from '../../src/access/token.js';
import { TokenRepository } from '../../src/access/token.repository.js';
import { Tokens } from '../../src/access/tokens.js';
import { Unavailable } from '../../src/errors.js';
import { connect, type Neo4jDatabase } from '../../src/neo4j/driver.js';
import { ask } from '../support/ask.js';
import { ADMIN_SECRET, type EdgeServer, startEdgeServer } from '../support/edge-server.js';
import { freshNeo4j, testDatabase, testNeo4j } from '../support/neo4j.js';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'main.js');

let database: Neo4jDatabase;
let edge: EdgeServer;
let repository: TokenRepository;

beforeAll(async () => {
  await freshNeo4j();
  database = await testDatabase();
  repository = new TokenRepository(database);
});

beforeEach(async () => {
  await edge?.server.close();
  await database.write('MATCH (t:Token) DELETE t');
  edge = await startEdgeServer(database);
});

afterAll(async () => {
  await edge?.server.close();
  await database?.close();
});

const ISSUE = `mutation ($input: IssueTokenInput!) {
  issueToken(input: $input) { position secret token { id name role createdBy expiresAt } receipts { index outcome id problems { rule path message remedy } } }
}`;
const REVOKE = `mutation ($id: ID!) {
  revokeToken(input: {id: $id}) { position token { id revokedAt revokedBy } receipts { outcome problems { rule message remedy } } }
}`;
const VIEWER = '{ viewer { name role } }';

interface Issued {
  readonly secret: string;
  readonly token: { readonly id: string };
}

async function issue(input: object, token = edge.token): Promise<Issued> {
  const { data, errors } = await ask(edge.url, token, ISSUE, { input });
  expect(errors).toEqual([]);
  return data?.issueToken as Issued;
}

const idOf = async (secret: string) => (await repository.findByHash(hashOf(secret)))!.id;
const viewer = (secret: string) => ask(edge.url, secret, VIEWER);

/** The built server on the test's database, killed as soon as it says `word`. */
async function interruptedStart(word: string): Promise<void> {
  const { uri, user, password } = await testNeo4j();
  const { VINCI_TOKEN: _, ...inherited } = process.env;
  const env = { ...inherited, PORT: '0', NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  child.stderr.on('data', (said) => String(said).includes(word) && child.kill('SIGKILL'));
  expect((await ended)[1]).toBe('SIGKILL');
}

describe('the first start', () => {
  test('makes an administrator, shown once and kept hashed', async () => {
    await database.write('MATCH (t:Token) DELETE t');
    const secret = await makeFirstToken(repository);
    expect(secret).toMatch(/^vinci_[\w-]{43}$/);
    expect(await makeFirstToken(repository)).toBeUndefined();
    const stored = await database.read<{ all: unknown }>('MATCH (t:Token) RETURN properties(t) AS all');
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(secret!.slice('vinci_'.length));
    expect((await viewer(secret!)).data).toEqual({ viewer: { name: 'admin', role: 'ADMIN' } });
  });

  test('leaves none behind that nobody saw when it is interrupted', async () => {
    await database.write('MATCH (t:Token) DELETE t');
    await interruptedStart('Warming up');
    expect(await database.read('MATCH (t:Token) RETURN t.id AS id')).toEqual([]);
  });

  test('makes another one when the last has expired', async () => {
    await database.write("MATCH (t:Token) SET t.expiresAt = '2020-01-01 00:00:00'");
    expect(await makeFirstToken(repository)).toBeDefined();
  });

  test('takes VINCI_TOKEN, over restarts the same one, and lets go of the one it named before', async () => {
    const id = await idOf(ADMIN_SECRET);
    await admitGivenToken(repository, ADMIN_SECRET);
    expect(await idOf(ADMIN_SECRET)).toBe(id);
    await admitGivenToken(repository, 'another-secret-of-the-environment');
    expect((await repository.findById(id))?.revokedAt).toBeDefined();
    await admitGivenToken(repository, ADMIN_SECRET);
    expect((await repository.findById(id))?.revokedAt).toBeUndefined();
  });

  test('refuses a VINCI_TOKEN that was revoked, or is of another role', async () => {
    const reader = await issue({ name: 'ada', role: 'READER' });
    await expect(admitGivenToken(repository, reader.secret)).rejects.toThrow('"ada" with the role READER');
    expect((await viewer(ADMIN_SECRET)).status).toBe(200);
    const admin = await issue({ name: 'grace', role: 'ADMIN' });
    await ask(edge.url, edge.token, REVOKE, { id: admin.token.id });
    await expect(admitGivenToken(repository, admin.secret)).rejects.toThrow('was revoked');
  });
});

test('a token is lent to a program of ours until that has ended, also when it fails', async () => {
  const tokens = new Tokens({ repository, forget: () => undefined });
  const lent: string[] = [];
  const use = async (secret: string): Promise<unknown> => {
    lent.push(secret);
    return (await viewer(secret)).data;
  };
  expect(await tokens.lend('sample', use)).toEqual({ viewer: { name: 'sample', role: 'EDITOR' } });
  const fails = async (secret: string) => Promise.reject(new Error(`with ${await use(secret)}`));
  await expect(tokens.lend('sample', fails)).rejects.toThrow('with');
  expect(lent).toHaveLength(2);
  for (const secret of lent) expect((await repository.findByHash(hashOf(secret)))?.revokedAt).toBeDefined();
});

describe('issuing', () => {
  test('the secret is in the answer and works; everything else can be read again', async () => {
    const { data } = await ask(edge.url, edge.token, ISSUE, { input: { name: 'ada', role: 'EDITOR', expiresAt: '2099-01-01T00:00:00Z' } });
    const { secret, token } = data!.issueToken as Issued;
    expect(data).toEqual({
      issueToken: {
        position: expect.stringMatching(/^\d+$/),
        secret: expect.stringMatching(/^vinci_/),
        token: {
          id: expect.stringMatching(/^token:/),
          name: 'ada',
          role: 'EDITOR',
          createdBy: 'admin',
          expiresAt: '2099-01-01T00:00:00Z',
        },
        receipts: [{ index: 0, outcome: 'APPLIED', id: token.id, problems: [] }],
      },
    });
    expect((await viewer(secret)).data).toEqual({ viewer: { name: 'ada', role: 'EDITOR' } });
  });

  test.each([
    [{ name: ' ', role: 'READER' }, 'token.name', 'The name of a token must not be empty: say whose it is.'],
    [{ name: 'x'.repeat(101), role: 'READER' }, 'token.name', 'at most 100 characters; this one has 101'],
    [
      { name: 'ada', role: 'READER', expiresAt: '2020-01-01T00:00:00Z' },
      'token.expiry',
      'expiresAt (2020-01-01T00:00:00Z) is not in the future',
    ],
    [{ name: 'ada', role: 'READER', idempotencyKey: '' }, 'idempotency-key', 'must not be empty'],
  ])('%j is refused with the rule', async (input, rule, sentence) => {
    const { data, errors } = await ask(edge.url, edge.token, ISSUE, { input });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      issueToken: {
        secret: null,
        token: null,
        receipts: [{ outcome: 'REFUSED', id: null, problems: [{ rule, message: expect.stringContaining(sentence) }] }],
      },
    });
  });

  test('everything that is wrong is told at once, and where', async () => {
    const input = { name: 'ada@b', role: 'ADMIN', scopes: ['tag:pii', 'nonsense'], teams: ['risk'], expiresAt: '2020-01-01T00:00:00Z' };
    const { data } = await ask(edge.url, edge.token, ISSUE, { input });
    const { receipts } = data!.issueToken as { receipts: { problems: { path: string[] }[] }[] };
    expect(receipts[0]!.problems.map(({ path }) => path.join('.'))).toEqual([
      'input.name',
      'input.scopes.1',
      'input.scopes',
      'input.teams.0',
      'input.expiresAt',
    ]);
  });

  test('tags and domains may be named plainly', async () => {
    const { secret } = await issue({ name: 'pia', role: 'READER', scopes: ['tag:pii', 'domain:default/risk', 'domain:risk'] });
    const { data } = await ask(edge.url, secret!, '{ viewer { grants { scope } } }');
    expect(data).toEqual({ viewer: { grants: [{ scope: 'domain:default/risk' }, { scope: 'tag:default/pii' }] } });
  });

  test('the same idempotency key gives the same token, its secret only once; with another input it is refused', async () => {
    const input = { name: 'ada', role: 'READER', idempotencyKey: 'k1' };
    const answers = await Promise.all([1, 2, 3].map(() => issue(input)));
    expect(new Set(answers.map(({ token }) => token.id)).size).toBe(1);
    expect(answers.filter(({ secret }) => secret !== null)).toHaveLength(1);
    const { errors } = await ask(edge.url, edge.token, ISSUE, { input: { ...input, role: 'ADMIN' } });
    expect(errors).toMatchObject([{ extensions: { code: 'KEY_REUSED' } }]);
  });
});

describe('roles', () => {
  test('only administrators issue, list and revoke; the refusal names the role', async () => {
    for (const role of ['READER', 'CONNECTOR', 'EDITOR', 'STEWARD']) {
      const { secret, token } = await issue({ name: 'ada', role });
      const refusal = [
        { message: `This needs a token with the role ADMIN; yours ("ada") has the role ${role}.`, extensions: { code: 'FORBIDDEN' } },
      ];
      expect((await ask(edge.url, secret, ISSUE, { input: { name: 'x', role: 'ADMIN' } })).errors).toMatchObject(refusal);
      expect((await ask(edge.url, secret, REVOKE, { id: token.id })).errors).toMatchObject(refusal);
      expect((await ask(edge.url, secret, '{ tokens { nodes { id } } }')).errors).toMatchObject(refusal);
    }
  });

  test('a role includes those before it', async () => {
    const { secret } = await issue({ name: 'ada', role: 'ADMIN' });
    expect((await ask(edge.url, secret, '{ forStewards }')).data).toEqual({ forStewards: 'ada' });
    const editor = await issue({ name: 'bob', role: 'EDITOR' });
    expect((await ask(edge.url, editor.secret, '{ forStewards }')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('expiry and revocation', () => {
  test('an expired token is refused by name', async () => {
    const { secret } = await issue({ name: 'ada', role: 'READER', expiresAt: new Date(Date.now() + 1_500).toISOString() });
    expect((await viewer(secret)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect(await viewer(secret)).toMatchObject({
      status: 401,
      errors: [{ message: expect.stringContaining('This token ("ada") expired at') }],
    });
  });

  test('a revoked token is refused at once here, and within seconds by another instance', async () => {
    const other = await startEdgeServer(database);
    const { secret, token } = await issue({ name: 'ada', role: 'READER' });
    expect((await viewer(secret)).status).toBe(200);
    expect((await ask(other.url, secret, VIEWER)).status).toBe(200);
    const { data } = await ask(edge.url, edge.token, REVOKE, { id: token.id });
    expect(data).toMatchObject({ revokeToken: { token: { id: token.id, revokedBy: 'admin' }, receipts: [{ outcome: 'APPLIED' }] } });
    expect(await viewer(secret)).toMatchObject({ status: 401, errors: [{ message: expect.stringContaining('has been revoked') }] });
    await new Promise((resolve) => setTimeout(resolve, 3_300));
    expect((await ask(other.url, secret, VIEWER)).status).toBe(401);
    await other.server.close();

    const again = await ask(edge.url, edge.token, REVOKE, { id: token.id });
    expect(again.data).toMatchObject({ revokeToken: { receipts: [{ outcome: 'UNCHANGED' }] } });
  });

  test('one that is not there is refused with where the ids are', async () => {
    const { data } = await ask(edge.url, edge.token, REVOKE, { id: 'token:none' });
    expect(data).toMatchObject({
      revokeToken: {
        token: null,
        receipts: [{ outcome: 'REFUSED', problems: [{ rule: 'token.unknown', message: 'There is no token with the id "token:none".' }] }],
      },
    });
  });

  test('the last administrator stays, expired and revoked ones not counted', async () => {
    const id = await idOf(edge.token);
    await issue({ name: 'ada', role: 'STEWARD' });
    const second = await issue({ name: 'bob', role: 'ADMIN' });
    expect((await ask(edge.url, edge.token, REVOKE, { id: second.token.id })).data).toMatchObject({
      revokeToken: { receipts: [{ outcome: 'APPLIED' }] },
    });
    const refused = await ask(edge.url, edge.token, REVOKE, { id });
    expect(refused.data).toMatchObject({
      revokeToken: {
        token: null,
        receipts: [
          { outcome: 'REFUSED', problems: [{ rule: 'token.last-admin', remedy: expect.stringContaining('npx vinci token revoke') }] },
        ],
      },
    });
    expect((await viewer(edge.token)).status).toBe(200);
  });

  test('two administrators who revoke each other at once do not both succeed', async () => {
    for (let round = 0; round < 5; round++) {
      const second = await issue({ name: 'bob', role: 'ADMIN' });
      const first = await idOf(edge.token);
      const answers = await Promise.all([
        ask(edge.url, edge.token, REVOKE, { id: second.token.id }),
        ask(edge.url, second.secret, REVOKE, { id: first }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200]));
      const left = await database.read<{ id: string }>("MATCH (t:Token {role: 'ADMIN'}) WHERE t.revokedAt IS NULL RETURN t.id AS id");
      expect(left.length).toBe(1);
      await database.write('MATCH (t:Token {id: $p.id}) REMOVE t.revokedAt, t.revokedBy', { p: { id: first } });
      await database.write('MATCH (t:Token {id: $p.id}) DELETE t', { p: { id: second.token.id } });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
});

test('tokens are listed newest first, page by page, without secret or hash', async () => {
  const secrets: string[] = [];
  for (const name of ['a', 'b', 'c']) secrets.unshift((await issue({ name, role: 'READER' })).secret);
  const query =
    'query ($after: String) { tokens(first: 3, after: $after) { nodes { id prefix name role createdAt lastUsedAt } pageInfo { hasNextPage endCursor } } }';
  const first = await ask(edge.url, edge.token, query);
  const page = first.data?.tokens as { nodes: { name: string; prefix: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  expect(page.nodes.map(({ name }) => name)).toEqual(['c', 'b', 'a']);
  expect(page.nodes.map(({ prefix }) => prefix)).toEqual(secrets.map((secret) => secret.slice(0, 10)));
  expect(page.pageInfo.hasNextPage).toBe(true);
  const second = await ask(edge.url, edge.token, query, { after: page.pageInfo.endCursor });
  expect(second.data).toMatchObject({
    tokens: { nodes: [{ name: 'admin', lastUsedAt: expect.any(String) }], pageInfo: { hasNextPage: false } },
  });
  expect((await ask(edge.url, edge.token, '{ tokens { nodes { hash } } }')).errors).toMatchObject([
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
  expect((await ask(edge.url, edge.token, '{ tokens(first: 101) { nodes { id } } }')).errors).toMatchObject([
    { message: 'first is 101; it must be from 1 to 100.' },
  ]);
});

describe('those who try tokens', () => {
  test('are answered late after a while; who has a good one is not', async () => {
    const attempt = async (secret: string) => {
      const begun = performance.now();
      const { status } = await viewer(secret);
      return { status, late: performance.now() - begun > 900 };
    };
    for (let i = 0; i < 10; i++) expect(await attempt(`wrong${i}`)).toEqual({ status: 401, late: false });
    expect(await attempt('wrong')).toEqual({ status: 401, late: true });
    expect(await attempt(edge.token)).toEqual({ status: 200, late: false });
  });

  test('a hundred wait at most; the next are sent away to come again, and the good one still passes', async () => {
    for (let i = 0; i < 10; i++) await viewer(`wrong${i}`);
    expect((await viewer(edge.token)).status).toBe(200);
    const begun = performance.now();
    const answers = await Promise.all(Array.from({ length: 150 }, (_, i) => viewer(`many${i}`)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].every((status) => status === 401 || status === 503)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect((await viewer(edge.token)).status).toBe(200);
  });
});

test('while the database is away nobody is told that a token is wrong', async () => {
  edge.database = {
    read: async () => {
      throw new Unavailable('The database cannot be reached now; try again shortly.');
    },
    write: async () => [],
    transaction: async () => {
      throw new Error('not used');
    },
    close: async () => {},
  };
  const { status, headers, errors } = await viewer('some-token-or-other');
  expect([status, headers.get('retry-after')]).toEqual([503, '2']);
  expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  expect((await fetch(`${edge.url}/api/who`)).status).toBe(401);
  edge.database = database;
  expect((await viewer(edge.token)).status).toBe(200);
});

describe('without authentication', () => {
  let open: EdgeServer;
  beforeAll(async () => {
    open = await startEdgeServer(database, { authentication: false });
  });
  afterAll(() => open.server.close());

  test('everybody on this machine may do everything', async () => {
    expect((await ask(open.url, undefined, VIEWER)).data).toEqual({ viewer: { name: 'anonymous', role: 'ADMIN' } });
  });

  test('but no web page of another origin, and nobody under another name', async () => {
    const fromPage = await ask(open.url, undefined, VIEWER, {}, { origin: 'http://attacker.example' });
    expect(fromPage).toMatchObject({
      status: 403,
      errors: [{ message: expect.stringContaining('other origins ("http://attacker.example")') }],
    });
    expect((await ask(open.url, undefined, VIEWER, {}, { origin: open.url })).status).toBe(200);
  });

  test('and only on loopback', async () => {
    await expect(startEdgeServer(database, { authentication: false, host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'STARTUP',
      message: 'Without authentication Vinci listens on loopback only, not on 0.0.0.0: set HOST to 127.0.0.1, or unset VINCI_AUTH.',
    });
  });
});

describe('on the machine itself', () => {
  async function run(...args: string[]) {
    const said: string[] = [];
    const complaints: string[] = [];
    const code = await main(args, {
      open: async () => connect(await testNeo4j()),
      print: (line) => said.push(line),
      complain: (line) => complaints.push(line),
    });
    return { code, said, complaints };
  }

  test('whoever is locked out makes a token, sees them all and revokes even the last', async () => {
    const made = await run('token', 'create', '--name', 'ada', '--role', 'admin', '--expires', '30d');
    expect(made).toEqual({ code: 0, said: [expect.stringMatching(/^vinci_/)], complaints: [] });
    const [secret] = made.said;
    expect((await viewer(secret!)).data).toEqual({ viewer: { name: 'ada', role: 'ADMIN' } });
    const listed = await run('token', 'list');
    expect(listed.said).toHaveLength(2);
    expect(listed.said[0]).toMatch(/^token:\S+ {2}vinci_[\w-]{4}… {2}admin {2}ada {2}live {2}until \d{4}-.* by command line/);
    for (const id of [await idOf(secret!), await idOf(ADMIN_SECRET)]) expect(await run('token', 'revoke', id)).toMatchObject({ code: 0 });
    expect(await repository.hasLiveAdmin('2026-01-01 00:00:00')).toBe(false);
  });

  test.each([
    [['token', 'create', '--role', 'admin'], 2, 'Say whose token it is: --name NAME'],
    [['token', 'create', '--name', 'x'], 2, 'Say what the token may do: --role ROLE'],
    [['token', 'create', '--name', 'x', '--role', 'king'], 2, 'There is no role "king".'],
    [['token', 'create', '--name', 'x', '--role', 'admin', '--expires', 'soon'], 2, '--expires soon is no time.'],
    [['token', 'create', '--name', 'x', '--role', 'admin', '--expires', '2020-01-01'], 1, 'is not in the future'],
    [['token', 'create', '--name', ' ', '--role', 'admin'], 1, 'must not be empty'],
    [['token', 'revoke'], 2, 'Say which token'],
    [['token', 'revoke', 'token:none'], 1, 'There is no token with the id "token:none".'],
    [['session', 'end'], 2, 'Say which session'],
    [['session', 'end', 'session:none'], 1, 'There is no session with the id "session:none".'],
    [['session', 'begin'], 2, 'This command is not known.'],
    [['token', 'rename'], 2, 'This command is not known.'],
    [['token', 'list', '--all'], 2, '--all'],
    [[], 2, 'This command is not known.'],
  ])('%j says what is wrong', async (args, code, sentence) => {
    const { complaints, ...rest } = await run(...args);
    expect(rest).toEqual({ code, said: [] });
    expect(complaints[0]).toContain(sentence);
  });
});
