import { expect, jest, test } from '@jest/globals';
import { timeOf } from '../catalog/time.js';
import { Unavailable } from '../errors.js';
import { createAuthentication } from './authentication.js';
import { hashOf, type Token } from './token.js';
import { viewerOverAll } from './viewer.js';

const SECRET = 'vinci_of_ada';
const HEADER = `Bearer ${SECRET}`;
const START = 1_800_000_000_000;

function setUp(token?: Partial<Token>) {
  const stored: { token: Token | undefined } = {
    token: token && {
      id: 'token:1',
      name: 'ada',
      role: 'EDITOR',
      createdAt: timeOf(START),
      createdBy: 'test',
      lastUsedAt: timeOf(START),
      ...token,
    },
  };
  let now = START;
  const findByHash = jest.fn(async (hash: string) => (hash === hashOf(SECRET) ? stored.token : undefined));
  const noteUse = jest.fn(async () => {});
  const { authenticate, forget } = createAuthentication({ tokens: { findByHash, noteUse }, clock: () => now });
  const pass = (ms: number) => {
    now += ms;
  };
  return { stored, findByHash, noteUse, authenticate, forget, pass };
}

const unauthenticated = (part: string) => expect.objectContaining({ code: 'UNAUTHENTICATED', message: expect.stringContaining(part) });

test('a bearer token tells who asks; the scheme in any case', async () => {
  const { authenticate } = setUp({});
  expect(await authenticate(HEADER)).toEqual({ ...viewerOverAll('ada', 'EDITOR'), tokenId: 'token:1' });
  expect(await authenticate(`bearer ${SECRET} `)).toMatchObject({ name: 'ada' });
});

test.each([
  [undefined, 'This needs a token'],
  ['', 'This needs a token'],
  ['Basic abc', 'does not hold a bearer token'],
  ['Bearer', 'does not hold a bearer token'],
  ['Bearer a b', 'does not hold a bearer token'],
  ['Bearer other', 'is not known here'],
])('the header %j is refused with where to get a token', async (header, part) => {
  const { authenticate } = setUp({});
  await expect(authenticate(header)).rejects.toEqual(unauthenticated(part));
  await expect(authenticate(header)).rejects.toEqual(unauthenticated('npx vinci token create'));
});

test('revoked and expired tokens are refused by name', async () => {
  await expect(setUp({ revokedAt: timeOf(START) }).authenticate(HEADER)).rejects.toEqual(unauthenticated('("ada") has been revoked'));
  await expect(setUp({ expiresAt: timeOf(START) }).authenticate(HEADER)).rejects.toEqual(unauthenticated('("ada") expired at 2027'));
});

test('a token is looked up once in three seconds, also when many requests come at once', async () => {
  const { authenticate, findByHash, pass } = setUp({});
  await Promise.all([1, 2, 3].map(() => authenticate(HEADER)));
  pass(2_900);
  await authenticate(HEADER);
  expect(findByHash).toHaveBeenCalledTimes(1);
  pass(200);
  await authenticate(HEADER);
  expect(findByHash).toHaveBeenCalledTimes(2);
});

test('one that was revoked elsewhere is refused within three seconds, one that was revoked here at once', async () => {
  const { stored, authenticate, forget } = setUp({});
  await authenticate(HEADER);
  stored.token = { ...stored.token!, revokedAt: timeOf(START) };
  await authenticate(HEADER);
  forget('token:1');
  await expect(authenticate(HEADER)).rejects.toEqual(unauthenticated('revoked'));

  const other = setUp({});
  await other.authenticate(HEADER);
  other.stored.token = { ...other.stored.token!, revokedAt: timeOf(START) };
  other.pass(3_100);
  await expect(other.authenticate(HEADER)).rejects.toEqual(unauthenticated('revoked'));
});

test('a look-up under way when its token is revoked does not bring it back', async () => {
  const { stored, findByHash, authenticate, forget } = setUp({});
  const old = stored.token!;
  let answer = (_: Token) => {};
  findByHash.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  const before = authenticate(HEADER);
  stored.token = { ...old, revokedAt: timeOf(START) };
  forget('token:1');
  const after = authenticate(HEADER);
  answer(old);
  await expect(after).rejects.toEqual(unauthenticated('revoked'));
  await before;
  await expect(authenticate(HEADER)).rejects.toEqual(unauthenticated('revoked'));
});

test('a token that expires while it is known is refused from that moment', async () => {
  const { authenticate, pass } = setUp({ expiresAt: timeOf(START + 1_000) });
  await authenticate(HEADER);
  pass(1_000);
  await expect(authenticate(HEADER)).rejects.toEqual(unauthenticated('expired'));
});

test('while the database is away nobody is called unknown', async () => {
  const { authenticate, findByHash } = setUp({});
  findByHash.mockRejectedValue(new Unavailable('away'));
  await expect(authenticate(HEADER)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});

test('the use is noted at most every quarter of an hour, and nobody waits for it', async () => {
  const { authenticate, noteUse, pass, stored } = setUp({ lastUsedAt: undefined });
  noteUse.mockRejectedValueOnce(new Error('away') as never);
  await authenticate(HEADER);
  expect(noteUse).toHaveBeenCalledTimes(1);
  stored.token = { ...stored.token!, lastUsedAt: timeOf(START) };
  pass(10_000);
  await authenticate(HEADER);
  expect(noteUse).toHaveBeenCalledTimes(1);
  pass(15 * 60_000);
  await authenticate(HEADER);
  expect(noteUse).toHaveBeenCalledTimes(2);
});

test('other credentials are told apart by their form, remembered as tokens are, and forgotten with what they belong to', async () => {
  let now = START;
  const noted: string[] = [];
  const prove = async (secret: string) => {
    noted.push(secret);
    return { viewer: viewerOverAll('ada@example.org', 'READER'), id: 'session:1', expiresAt: timeOf(START + 2_000) };
  };
  const tokens = { findByHash: async () => undefined, noteUse: async () => {} };
  const credential = { takes: (secret: string) => secret.startsWith('page.'), prove };
  const { authenticate, forget } = createAuthentication({ tokens, credentials: [credential], clock: () => now });
  for (const _ of [1, 2]) expect(await authenticate('Bearer page.1')).toMatchObject({ name: 'ada@example.org' });
  await expect(authenticate('Bearer other')).rejects.toEqual(unauthenticated('is not known here'));
  expect(noted).toEqual(['page.1']);
  now += 2_000;
  await authenticate('Bearer page.1');
  forget('session:2');
  forget('session:1');
  await authenticate('Bearer page.1');
  expect(noted).toEqual(['page.1', 'page.1', 'page.1']);
});

test('a header that is longer than any token is not read', async () => {
  const { authenticate, findByHash } = setUp({});
  await expect(authenticate(`Bearer ${'x'.repeat(12_000)}`)).rejects.toEqual(unauthenticated('12000 are the most'));
  expect(findByHash).not.toHaveBeenCalled();
});
