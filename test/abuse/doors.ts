import { createHmac } from 'node:crypto';
import { type Attack, leakIn, notRefused, Tally } from './attack.js';
import { Live, post, sendBytes } from './target.js';

const HASH = 'a'.repeat(64);
/** Everything that is answered to those who have a token only. */
const GUARDED = ['/graphql', '/graphql?query=%7Bviewer%7Bname%7D%7D', '/api/v1/lineage', '/api/v1/artifacts', `/api/v1/artifacts/${HASH}`];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Ways to write a path that one program takes for another than the next. */
function disguises(path: string): string[] {
  const [first, ...rest] = path.slice(1).split('/');
  return [
    `${path};x`,
    `/;x${path}`,
    path.replace('/', '//'),
    `/${first};a=b/${rest.join('/')}`,
    path.replace(/\/(?=[^/]*$)/, '%2f'),
    path.replaceAll('/', '%2F'),
    `/.${path}`,
    `/health/..${path}`,
    `/health/..;${path}`,
    `/health/%2e%2e${path}`,
    `/health/..%2f${path.slice(1)}`,
    `/graphiql/..${path}`,
    `\\${path.slice(1)}`,
    path.toUpperCase(),
    path.replace('/g', '/G').replace('/a', '/A'),
    `${path}/`,
    `${path}//`,
    `${path}%20`,
    `${path}%00`,
    `${path}%00.css`,
    `${path}.css`,
    `${path}.json`,
    `${path}#`,
    `${path}?/health`,
    `/health?x=${path}`,
    `/health#${path}`,
    path.replace('p', '%70'),
    path.replace('a', '%2561'),
    `http://127.0.0.1${path}`,
    `http://attacker.example${path}`,
    `//attacker.example${path}`,
    path.slice(1),
  ];
}

/** Public answers are the same whoever asks; HEAD of /health tells only how long its answer is. */
const PUBLIC = /"status":"(ok|ready)"|content-length: 15\r|<!doctype html>|location: \/graphiql/i;

const pathAttack: Attack = {
  what: 'path tricks on every route and method, without a token',
  async run(target) {
    const tally = new Tally();
    const methods = target.full ? METHODS : ['GET', 'POST'];
    const body = '{"query":"{ viewer { name } }"}';
    const tries = methods.flatMap((method) =>
      GUARDED.flatMap((path) => [path, ...disguises(path)].map((written) => ({ method, written }))),
    );
    await inTurns(4, tries, async ({ method, written }) => {
      const head = `${method} ${written} HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\nConnection: close\r\n`;
      const sent =
        method === 'GET' ? `${head}\r\n` : `${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
      const said = await sendBytes(target, sent);
      const status = Number(said.slice(9, 12));
      const isRefused = said.startsWith('HTTP/1.1 4') || (said.startsWith('HTTP/1.1 5') && status === 501);
      tally.add(
        `${method} ${written}`,
        isRefused || PUBLIC.test(said) ? leakIn(said, target.secrets) : `it was answered: ${said.slice(0, 300)}`,
      );
    });
    return tally;
  },
};

const WHO = '{ viewer { name role } }';
const SPOOFED: Readonly<Record<string, string>> = {
  'x-forwarded-for': '127.0.0.1',
  'x-forwarded-host': 'localhost',
  'x-forwarded-proto': 'https',
  'x-forwarded-user': 'admin',
  'x-real-ip': '127.0.0.1',
  forwarded: 'for=127.0.0.1;host=localhost',
  'x-user': 'admin',
  'x-remote-user': 'admin',
  'x-datahub-actor': 'urn:li:corpuser:admin',
  'x-original-url': '/health',
  'x-rewrite-url': '/health',
  'x-http-method-override': 'DELETE',
  'vinci-user': 'admin',
  'vinci-role': 'ADMIN',
  'vinci-token': 'admin',
  'x-authorization': 'Bearer admin',
  cookie: 'token=admin; session=admin; authorization=admin',
};

const headerAttack: Attack = {
  what: 'headers that name somebody else',
  async run(target) {
    const tally = new Tally();
    for (const [name, value] of [...Object.entries(SPOOFED), ['', '']] as const) {
      const headers = name === '' ? SPOOFED : { [name]: value };
      const known = await post(target, { query: WHO }, target.reader, headers);
      tally.add(
        `${name} with a token`,
        known.text.includes('"role":"READER"') ? leakIn(known.text, target.secrets) : `${known.status} ${known.text.slice(0, 200)}`,
      );
      tally.add(`${name} without one`, notRefused(await post(target, { query: WHO }, undefined, headers), target.secrets));
      const live = new Live(target, headers);
      await live.enter(target.reader);
      const text = await live.answer('who', { query: WHO });
      tally.add(`${name} over a WebSocket`, text.includes('"role":"READER"') ? undefined : text.slice(0, 200));
      live.socket.close();
    }
    return tally;
  },
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Without an issuer (OIDC) a JWT is a token that nobody knows; with one, these are what it must not be taken in by. */
function forgedTokens(): string[] {
  const claims = {
    sub: 'admin',
    name: 'admin',
    role: 'ADMIN',
    groups: ['admin'],
    aud: 'vinci',
    iss: 'https://issuer.example',
    exp: 4_102_444_800,
  };
  const signed = (head: object, body: object, key: string): string => {
    const text = `${part(head)}.${part(body)}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };
  return [
    `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`,
    `${part({ alg: 'None' })}.${part(claims)}.x`,
    `${part({ alg: 'HS256' })}.${part(claims)}`,
    signed({ alg: 'HS256', typ: 'JWT' }, claims, 'secret'),
    signed({ alg: 'HS256', typ: 'JWT' }, { ...claims, exp: 1 }, ''),
    signed({ alg: 'HS256', jku: 'https://attacker.example/keys', kid: '../../../../dev/null' }, claims, ''),
    `vinci_${'A'.repeat(43)}`,
    'admin',
    `${'A'.repeat(5_000)}`,
  ];
}

const tokenAttack: Attack = {
  what: 'forged, stripped and expired JWTs, and tokens that nobody has',
  async run(target) {
    const tally = new Tally();
    for (const token of forgedTokens()) {
      tally.add(`HTTP ${token.slice(0, 40)}`, notRefused(await post(target, { query: WHO }, token), target.secrets));
      const live = new Live(target);
      const isIn = await live.enter(token);
      tally.add(`WebSocket ${token.slice(0, 40)}`, isIn || (await live.closed) !== 4403 ? 'it was let in' : undefined);
    }
    return tally;
  },
};

const originAttack: Attack = {
  what: 'pages of other origins: forms, plain text, preflights, WebSockets',
  async run(target) {
    const tally = new Tally();
    const evil = { origin: 'https://attacker.example' };
    const query = { query: WHO };
    const simple: [string, Record<string, string>][] = [
      ['text/plain', { ...evil, 'content-type': 'text/plain' }],
      ['a form', { ...evil, 'content-type': 'application/x-www-form-urlencoded' }],
      ['a form with files', { ...evil, 'content-type': 'multipart/form-data; boundary=x' }],
      ['as the browser marks it', { ...evil, 'sec-fetch-site': 'cross-site' }],
    ];
    for (const [what, headers] of simple) tally.add(what, notRefused(await post(target, query, target.reader, headers), target.secrets));
    const marked = await fetch(`${target.url}/graphql?query=${encodeURIComponent(WHO)}`, {
      headers: { authorization: `Bearer ${target.reader}`, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    });
    tally.add('GET of an image', notRefused({ status: marked.status, text: await marked.text() }, target.secrets));
    const preflight = await fetch(`${target.url}/graphql`, {
      method: 'OPTIONS',
      headers: { ...evil, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
    const read = await post(target, query, target.reader, evil);
    for (const { headers } of [preflight, read])
      tally.add('what a page may read', headers.get('access-control-allow-origin') === null ? undefined : 'it is allowed to other origins');
    for (const origin of ['https://attacker.example', 'null', 'http://127.0.0.1:1', `http://127.0.0.1:${target.port}.attacker.example`])
      tally.add(`WebSocket of ${origin}`, (await new Live(target, { origin }).closed) === 403 ? undefined : 'it was opened');
    return tally;
  },
};

async function inTurns<Item>(width: number, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await work(next);
    }),
  );
}

export const doorAttacks: readonly Attack[] = [pathAttack, headerAttack, tokenAttack, originAttack];
