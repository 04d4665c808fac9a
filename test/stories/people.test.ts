import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { main } from '../../src/access/cli.js';
import type { ClaimNames } from '../../src/access/issuer/identity.js';
import { Issuer } from '../../src/access/issuer/issuer.js';
import { issuerTokenCredential } from '../../src/access/issuer/issuer-token.credential.js';
import { type LoggedIn, Login } from '../../src/access/issuer/login.js';
import type { PeopleSettings } from '../../src/access/people-settings.js';
import { timeOf } from '../../src/catalog/time.js';
import { silentLog } from '../../src/log.js';
import { connect, type Neo4jDatabase } from '../../src/neo4j/driver.js';
import { ask } from '../support/ask.js';
import { Browser } from '../support/browser.js';
import { AUDIENCE, CLIENT, PUBLIC_CLIENT, TestIssuer } from '../support/issuer.js';
import { LiveClient } from '../support/live-client.js';
import { testNeo4j } from '../support/neo4j.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let issuer: TestIssuer;
let app: TestApp;
/** Another server on the same database. */
let other: TestApp;
let database: Neo4jDatabase;

beforeAll(async () => {
  issuer = await TestIssuer.start();
  issuer.people.ada = { email: 'Ada@example.org', email_verified: true, groups: ['staff', 'catalog-admins'] };
  issuer.people.bob = { email: 'bob@example.org', email_verified: true, groups: ['staff'] };
  // Says to be somebody else, which nobody has checked.
  issuer.people.mallory = { email: 'ada@example.org', email_verified: false, groups: ['staff'] };
  issuer.people.eve = { email: 'eve@example.org', email_verified: true, groups: ['guests'] };
  const connection = await testNeo4j();
  database = await connect(connection);
  const people: PeopleSettings = {
    issuer: issuer.url,
    audience: AUDIENCE,
    claims: { groups: 'groups' },
    rights: { adminGroup: 'catalog-admins' },
    client: { ...CLIENT, scopes: 'openid email profile' },
  };
  app = await startTestApp(connection, { people });
  other = await startTestApp(connection, { people: { ...people, rights: { adminGroup: 'catalog-admins', defaultRole: 'READER' } } });
  issuer.returnTo(`${app.url}/auth/callback`);
}, 240_000);

afterAll(async () => {
  await app?.stop();
  await other?.stop();
  await database?.close();
  issuer?.stop();
});

const CHANGES = 'subscription { changes { __typename } }';
const VIEWER = '{ viewer { name role } }';
const who = async (token: string, { url } = app) => ask(url, token, VIEWER);
const codeAndMessage = ({ status, errors }: Awaited<ReturnType<typeof ask>>) =>
  `${status} ${errors[0]?.extensions.code} ${errors[0]?.message}`;
const listen = (token: string): LiveClient => {
  const client = new LiveClient(app.url, { authorization: `Bearer ${token}` });
  client.subscribe(CHANGES, {});
  return client;
};

describe('tokens of the issuer', () => {
  test('of a program: its groups decide; it is not called like anything of ours', async () => {
    issuer.programGroups = ['catalog-admins'];
    expect((await who(await issuer.programToken())).data).toEqual({ viewer: { name: `spark@${issuer.url}`, role: 'ADMIN' } });
  });

  test('whoever has no rights is told what the token said, and what to do', async () => {
    issuer.programGroups = ['staff', 'weather'];
    const token = await issuer.programToken();
    const said = codeAndMessage(await who(token));
    expect(said).toContain(`403 FORBIDDEN ${issuer.url} knows you as "spark@${issuer.url}", but you have no rights here`);
    expect(said).toContain('none of your groups has any (staff, weather). Ask an administrator');
    expect((await who(token, other)).data).toEqual({ viewer: { name: `spark@${issuer.url}`, role: 'READER' } });
    expect(codeAndMessage(await who(await issuer.sign({ groups: [] })))).toContain('it named no groups of yours');
    // The reason is cut between letters to what a socket can say.
    expect(
      await listen(await issuer.sign({ groups: ['計算'.repeat(60)], email: 'a@b.example', email_verified: true })).closed,
    ).toMatchObject({
      code: 4403,
      reason: expect.stringMatching(/^http:.* knows you as "a@b\.example".*\.\.\.$/),
    });
  });

  test('an address is a name only if the issuer has verified it', async () => {
    const name = async (claims: object) => (await who(await issuer.sign({ groups: ['catalog-admins'], sub: '17', ...claims }))).data;
    expect(await name({ email: 'Ada@Example.org', email_verified: true })).toMatchObject({ viewer: { name: 'ada@example.org' } });
    for (const claims of [
      { email: 'ada@example.org', email_verified: false },
      { email: 'ada@example.org' },
      { email: 'ada@example.org', email_verified: 'true' },
      { preferred_username: 'ada@example.org' },
      { email: 'admin', email_verified: true },
    ])
      expect(await name(claims)).toMatchObject({ viewer: { name: `17@${issuer.url}` } });
  });

  test('forged, stripped, borrowed, expired and oversized ones are refused, over HTTP and WebSocket', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const good = await issuer.sign({ groups: ['catalog-admins'] });
    const [header, payload, signature] = good.split('.') as [string, string, string];
    const asAdmin = base64({ iss: issuer.url, aud: AUDIENCE, sub: 'x', exp: now + 60, groups: ['catalog-admins'] });
    const { kid, jwk } = issuer.key;
    const { d, p, q, dp, dq, qi, ...publicJwk } = jwk;
    const pem = createPublicKey({ key: publicJwk as JsonWebKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const hs256 = `${base64({ alg: 'HS256', kid })}.${asAdmin}`;
    const stranger = (await generateKeyPair('RS256')).privateKey;
    const byStranger = (claims: object, more: object = {}) =>
      new SignJWT({ iss: issuer.url, aud: AUDIENCE, sub: 'x', exp: now + 60, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, ...more })
        .sign(stranger);
    const wrong: [string, string, string][] = [
      ['alg none', `${base64({ alg: 'none' })}.${asAdmin}.`, 'is not signed as it has to be'],
      ['alg None with a signature', `${base64({ alg: 'None', kid })}.${asAdmin}.${signature}`, 'is not signed as it has to be'],
      [
        'HS256 by the public key',
        `${hs256}.${createHmac('sha256', pem).update(hs256).digest('base64url')}`,
        'is not signed as it has to be',
      ],
      ['no signature', `${header}.${payload}.`, 'is not one that'],
      ['another payload', `${header}.${asAdmin}.${signature}`, 'is not one that'],
      ['another issuer, same kid', await byStranger({ iss: 'https://evil.example' }), 'is not one that'],
      ['another key, same kid', await byStranger({}), 'is not one that'],
      ['a key of its own in the header', await byStranger({}, { jwk: publicJwk, jku: 'https://evil.example/jwks' }), 'is not one that'],
      ['unknown kid', await issuer.sign({}, { kid: 'nobody-knows' }), 'is signed with a key that'],
      ['wrong aud', await issuer.sign({ aud: 'https://another.example' }), 'is for "https://another.example"; it has to be for'],
      ['longer aud', await issuer.sign({ aud: `${AUDIENCE}/` }), 'it has to be for'],
      ['wrong iss', await issuer.sign({ iss: `${issuer.url}/` }), 'those of'],
      ['expired', await issuer.sign({ exp: now - 1 }), 'expired at'],
      ['long expired', await issuer.sign({ exp: now - 3_600 }), 'has expired'],
      ['no exp', await issuer.sign({ exp: undefined as never }), 'says nothing in "exp"'],
      ['not yet', await issuer.sign({ nbf: now + 120 }), 'does not count yet'],
      ['another kind', await issuer.sign({}, { typ: 'logout+jwt' }), 'is a "logout+jwt", which gives no access'],
      ['two parts', `${header}.${payload}`, 'is not known here'],
      ['oversized', await issuer.sign({ much: 'x'.repeat(10_000) }), '12000 are the most'],
    ];
    const heard = await Promise.all(wrong.map(async ([what, token]) => [what, codeAndMessage(await who(token))]));
    expect(heard).toEqual(wrong.map(([what, , part]) => [what, expect.stringContaining(part)]));
    expect(heard).toEqual(wrong.map(([what]) => [what, expect.stringMatching('^401 UNAUTHENTICATED ')]));
    const closed = await Promise.all(wrong.map(async ([what, token]) => [what, (await listen(token).closed).code]));
    expect(closed).toEqual(wrong.map(([what]) => [what, 4403]));
    // An issuer's clock may be a little ahead; a good token is not held up by all this.
    expect((await who(await issuer.sign({ nbf: now + 20, groups: ['catalog-admins'] }))).status).toBe(200);
  });

  test('new keys are learnt when they are used; what comes with unknown ones makes Vinci ask once in some seconds', async () => {
    const old = await issuer.sign({ groups: ['catalog-admins'], sub: 'old' });
    expect((await who(old)).status).toBe(200);
    await issuer.coolDown();
    await issuer.rotate();
    issuer.asked.length = 0;
    const tokens = await Promise.all([1, 2, 3, 4].map(() => issuer.sign({ groups: ['catalog-admins'] })));
    expect(await Promise.all(tokens.map(async (token) => (await who(token)).status))).toEqual([200, 200, 200, 200]);
    await Promise.all(['a', 'b', 'c'].map(async (kid) => who(await issuer.sign({}, { kid }))));
    expect(issuer.asked.filter((path) => path === '/jwks')).toHaveLength(1);
  });

  test('while the issuer is away known keys go on to count', async () => {
    issuer.isAway = true;
    try {
      expect((await who(await issuer.sign({ groups: ['catalog-admins'], sub: 'meanwhile' }))).status).toBe(200);
    } finally {
      issuer.isAway = false;
    }
  });

  test('the socket of one that expires is closed with 4403 within five seconds', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 2;
    const client = listen(await issuer.sign({ exp, groups: ['catalog-admins'] }));
    const { code } = await client.closed;
    expect(code).toBe(4403);
    expect(Date.now() - exp * 1_000).toBeGreaterThanOrEqual(0);
    expect(Date.now() - exp * 1_000).toBeLessThan(5_000);
  });
});

describe.each([
  ['which says who somebody is when it is asked', {}],
  ['which says all in the ID token, and takes secrets in the body only', { authMethod: 'client_secret_post', tells: 'ALL' }],
  ['which says groups in the ID token, and names when it is asked', { tells: 'GROUPS' }],
] as const)('an issuer %s', (_, manner) => {
  let another: TestIssuer;
  const BACK = 'http://127.0.0.1/auth/callback';
  const OBJECT_ID = '6f1c2a52-0000-4000-8000-00000000000a';

  beforeAll(async () => {
    another = await TestIssuer.start(manner);
    another.returnTo(BACK);
  });
  afterAll(() => another?.stop());
  beforeEach(() => {
    another.people.ada = {
      email: 'ada@example.org',
      email_verified: true,
      groups: [OBJECT_ID],
      preferred_username: 'Ada@corp.example',
      realm_access: { roles: ['staff'] },
      roles: ['Catalog.Admin'],
    };
  });

  async function loggedIn(client: object, claims: ClaimNames): Promise<{ login: Login; first: LoggedIn }> {
    const scopes = 'openid email profile offline_access';
    const login = new Login({
      issuer: new Issuer({ url: another.url, log: silentLog }),
      client: { id: '', scopes, ...client },
      claims,
      log: silentLog,
    });
    const { url, pending } = await login.begin(BACK);
    const back = await new Browser().logIn(url.href, 'ada', (next) => next.startsWith(BACK));
    return { login, first: await login.complete(new URL(back.url), pending) };
  }

  // As Keycloak tells of roles; as Entra ID of names and groups; as Entra ID of roles of the application.
  test.each([
    ['with a secret, as the tokens of Keycloak are', CLIENT, { groups: 'realm_access.roles' }, 'ada@example.org', ['staff']],
    ['without a secret, the same', PUBLIC_CLIENT, { groups: 'realm_access.roles' }, 'ada@example.org', ['staff']],
    ['as those of Entra', CLIENT, { groups: 'groups', name: 'preferred_username' }, 'ada@corp.example', [OBJECT_ID]],
    ['without a secret, with roles', PUBLIC_CLIENT, { groups: 'roles', name: 'preferred_username' }, 'ada@corp.example', ['Catalog.Admin']],
  ] as const)('people log in %s, and are asked about again', async (_, client, claims, name, groups) => {
    const { login, first } = await loggedIn(client, claims);
    expect(first).toEqual({
      identity: expect.objectContaining({ issuer: another.url, subject: 'ada', name, groups }),
      refreshToken: expect.any(String),
    });
    Object.assign(another.people.ada!, { groups: ['x'], realm_access: { roles: ['x', 'y'] }, roles: [] });
    const { groups: claim } = claims;
    const second = await login.renew(first.refreshToken!, 'ada');
    expect(second?.identity).toMatchObject({ name, groups: { groups: ['x'], 'realm_access.roles': ['x', 'y'], roles: [] }[claim] });
    delete another.people.ada;
    expect(await login.renew(second!.refreshToken!, 'ada')).toBeUndefined();
  });

  test('a token of it is read by the same claims', async () => {
    const prove = async (claims: ClaimNames) => {
      const credential = issuerTokenCredential({
        issuer: new Issuer({ url: another.url, log: silentLog }),
        audience: AUDIENCE,
        claims,
        rightsOf: async ({ name, groups }) => ({ name, role: 'READER', grants: [], teams: groups }),
      });
      const { sub, ...said } = { sub: '17', ...another.people.ada! };
      return (await credential.prove(await another.sign({ sub, ...said, aud: [AUDIENCE, 'account'] }), timeOf(Date.now()))).viewer;
    };
    expect(await prove({ groups: 'realm_access.roles' })).toMatchObject({ name: 'ada@example.org', teams: ['staff'] });
    expect(await prove({ groups: 'groups', name: 'preferred_username' })).toMatchObject({ name: 'ada@corp.example', teams: [OBJECT_ID] });
  });
});

describe('a session of a browser', () => {
  const COOKIE = 'vinci-session';
  const page = (origin = app.url, more: Record<string, string> = {}) => ({
    method: 'POST',
    headers: { origin, 'vinci-page': '1', ...more },
  });

  async function loggedIn(subject: string): Promise<Browser> {
    const browser = new Browser();
    const { url } = await browser.logIn(`${app.url}/auth/login?return=/graphiql?a=1`, subject, (next) =>
      next.startsWith(`${app.url}/graphiql`),
    );
    expect(url).toBe(`${app.url}/graphiql?a=1`);
    return browser;
  }

  async function pageToken(browser: Browser, server = app): Promise<string> {
    const response = await browser.request(`${server.url}/auth/token`, page(server.url));
    const { token } = (await response.json()) as { token: string };
    return token;
  }

  const secretOf = (browser: Browser) => browser.cookies(app.url).get(COOKIE) ?? '';

  test('somebody logs in at the issuer, and the page gets a token that the API takes', async () => {
    const browser = await loggedIn('ada');
    expect([...browser.cookies(app.url).keys()]).toEqual([COOKIE]);
    const response = await browser.request(`${app.url}/auth/token`, page());
    expect(response.headers.get('cache-control')).toBe('no-store');
    const lent = (await response.json()) as { token: string; expiresAt: string; name: string };
    expect(lent.name).toBe('ada@example.org');
    const minutes = (Date.parse(lent.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThanOrEqual(10);
    expect((await who(lent.token)).data).toEqual({ viewer: { name: 'ada@example.org', role: 'ADMIN' } });
    const stored = JSON.stringify(await database.read('MATCH (n:Session|PageToken) RETURN properties(n) AS all'));
    for (const secret of [secretOf(browser), lent.token]) expect(stored).not.toContain(secret.replace('vinci_page.', ''));
  });

  test('what is sent to log in: a code flow with PKCE, state and nonce; cookies that no script reads', async () => {
    const response = await new Browser().request(`${app.url}/auth/login`);
    const asked = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: CLIENT.id,
      response_type: 'code',
      redirect_uri: `${app.url}/auth/callback`,
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(response.headers.getSetCookie()[0]).toMatch(/^vinci-login=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('whoever has no rights hears so, and gets no session; nor does one whose address nobody has verified become another', async () => {
    for (const [subject, said] of [
      ['eve', 'knows you as \\"eve@example.org\\", but you have no rights here: none of your groups has any (guests)'],
      ['mallory', `knows you as \\"mallory@${issuer.url}\\"`],
    ] as const) {
      const browser = new Browser();
      const { response } = await browser.logIn(`${app.url}/auth/login`, subject);
      expect([response.status, await response.text()]).toEqual([403, expect.stringContaining(said)]);
      expect(browser.cookies(app.url).size).toBe(0);
    }
  });

  test('the way back counts once, and only in the browser that began it', async () => {
    const isCallback = (url: string) => url.startsWith(`${app.url}/auth/callback`);
    const browser = new Browser();
    const { url } = await browser.logIn(`${app.url}/auth/login`, 'ada', isCallback);
    const statusOf = async (by: Browser, to = url) => (await by.request(to)).status;
    const begun = browser.cookies(app.url).get('vinci-login') ?? '';
    const holding = (cookie: string): Browser => {
      const one = new Browser();
      one.setCookie(app.url, 'vinci-login', cookie);
      return one;
    };
    const another = new Browser();
    await another.request(`${app.url}/auth/login`);
    const changed = new URL(url);
    changed.searchParams.set('state', 'another');
    const wrong = [statusOf(new Browser()), statusOf(another), statusOf(holding(begun), changed.href), statusOf(holding('no-json'))];
    expect(await Promise.all(wrong)).toEqual([401, 401, 401, 401]);
    expect(await statusOf(browser)).toBe(302);
    expect([...browser.cookies(app.url).keys()]).toEqual([COOKIE]);
    expect(await statusOf(holding(begun))).toBe(401);
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'https:evil.example', '/%09/evil.example'.replace('%09', '\t')])(
    'return=%j is refused',
    async (path) => {
      const response = await fetch(`${app.url}/auth/login?return=${encodeURIComponent(path)}`, { redirect: 'manual' });
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('return must be a path on this server')]);
    },
  );

  test('the API looks at no cookie; a page of another origin gets no token', async () => {
    const browser = await loggedIn('ada');
    for (const [path, init] of [
      [
        '/graphql',
        { method: 'POST', headers: { 'content-type': 'application/json', origin: app.url }, body: JSON.stringify({ query: VIEWER }) },
      ],
      ['/graphql?query={viewer{name}}', {}],
      ['/api/v1/artifacts/abc', {}],
      ['/api/v1/lineage', page()],
    ] as const)
      expect((await browser.request(`${app.url}${path}`, init)).status).toBe(401);
    const socket = new LiveClient(app.url, {}, { cookie: `${COOKIE}=${secretOf(browser)}`, origin: app.url });
    socket.subscribe(CHANGES, {});
    expect((await socket.closed).code).toBe(4403);

    const status = async (init: RequestInit) => (await browser.request(`${app.url}/auth/token`, init)).status;
    expect(await status(page())).toBe(200);
    expect(await status(page('https://evil.example'))).toBe(403);
    expect(await status(page('null'))).toBe(403);
    expect(await status({ method: 'POST', headers: { 'vinci-page': '1' } })).toBe(403);
    expect(await status({ method: 'POST', headers: { origin: app.url } })).toBe(403);
    expect(await status({})).toBe(401);
    expect((await fetch(`${app.url}/auth/token`, page())).status).toBe(401);
    expect((await browser.request(`${app.url}/auth/logout`, page('https://evil.example'))).status).toBe(403);
    expect(
      (await browser.request(`${app.url}/auth/token`, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBeNull();
  });

  test('it counts on all servers, and its end ends what its pages had, sockets included, within five seconds', async () => {
    const browser = await loggedIn('ada');
    browser.setCookie(other.url, COOKIE, secretOf(browser));
    const tokens = [await pageToken(browser), await pageToken(browser, other)];
    for (const token of tokens) for (const server of [app, other]) expect((await who(token, server)).status).toBe(200);
    const client = listen(tokens[1]!);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ended = Date.now();
    const response = await browser.request(`${other.url}/auth/logout`, page(other.url));
    expect(await response.json()).toEqual({ issuerLogout: expect.stringContaining(`${issuer.url}/session/end?client_id=${CLIENT.id}`) });
    expect(browser.cookies(other.url).size).toBe(0);
    expect(await client.closed).toMatchObject({ code: 4403, reason: expect.stringContaining('This token of a page') });
    expect(Date.now() - ended).toBeLessThan(5_000);
    const refused = tokens.flatMap((token) => [app, other].map(async (server) => (await who(token, server)).status));
    const lending = browser.request(`${app.url}/auth/token`, page()).then(({ status }) => status);
    expect(await Promise.all([...refused, lending])).toEqual([401, 401, 401, 401, 401]);
  });

  test('the issuer is asked again after a while: groups follow, and who is gone there is out here', async () => {
    issuer.people.bob!.groups = ['catalog-admins'];
    const bob = await loggedIn('bob');
    const token = await pageToken(bob);
    expect((await who(token)).data).toMatchObject({ viewer: { role: 'ADMIN' } });
    const long = "MATCH (s:Session {subject: 'bob'}) SET s.confirmedAt = '2020-01-01 00:00:00' RETURN s.refresh AS refresh";
    const [{ refresh } = { refresh: '' }] = await database.write<{ refresh: string }>(long);
    issuer.people.bob!.groups = ['guests'];
    const asked = await Promise.all([1, 2, 3].map(() => bob.request(`${app.url}/auth/token`, page())));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { token: next } = (await asked[0]!.json()) as { token: string };
    expect(codeAndMessage(await who(next))).toContain('403 FORBIDDEN');
    expect((await database.write<{ refresh: string }>(long))[0]?.refresh).not.toBe(refresh);
    delete issuer.people.bob;
    expect((await bob.request(`${app.url}/auth/token`, page())).status).toBe(401);
    expect(await database.read("MATCH (s:Session {subject: 'bob'}) RETURN s")).toEqual([]);
  });

  test('it is listed and ended on the machine itself', async () => {
    await database.write('MATCH (s:Session) DETACH DELETE s');
    const token = await pageToken(await loggedIn('ada'));
    const said: string[] = [];
    const run = async (...args: string[]) =>
      main(args, { open: async () => connect(await testNeo4j()), print: (line) => said.push(line), complain: (line) => said.push(line) });
    expect(await run('session', 'list')).toBe(0);
    expect(said).toEqual([expect.stringMatching(/^session:\S+ {2}ada@example\.org {2}since \S+ {2}last used \S+ {2}until \S+$/)]);
    expect(await run('session', 'end', said[0]!.split(' ')[0]!)).toBe(0);
    expect((await who(token)).status).toBe(401);
  });

  test('it is over after an hour without use', async () => {
    const browser = await loggedIn('ada');
    await database.write("MATCH (s:Session) SET s.lastUsedAt = '2020-01-01 00:00:00'");
    expect((await browser.request(`${app.url}/auth/token`, page())).status).toBe(401);
  });
});
