import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestIssuer } from '../../../test/support/issuer.js';
import { timeOf } from '../../catalog/time.js';
import { silentLog } from '../../log.js';
import { viewerOverAll } from '../viewer.js';
import { Issuer, isSafeUrl } from './issuer.js';
import { issuerTokenCredential } from './issuer-token.credential.js';

let real: TestIssuer;
beforeAll(async () => {
  real = await TestIssuer.start();
});
afterAll(() => real.stop());

const MINUTE = 60_000;
const reads = (): number => real.asked.filter((path) => path === '/jwks').length;

function setUp(url = real.url) {
  let now = Date.now();
  const issuer = new Issuer({ url, log: silentLog, clock: () => now });
  const credential = issuerTokenCredential({
    issuer,
    audience: 'https://vinci.example.org',
    claims: { groups: 'groups' },
    rightsOf: async ({ name }) => viewerOverAll(name, 'READER'),
  });
  const prove = async (token: string) => {
    try {
      return (await credential.prove(token, timeOf(Date.now()))).viewer.role;
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const pass = (ms: number): void => {
    now += ms;
  };
  real.asked.length = 0;
  return { issuer, prove, pass };
}

const away = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  real.isAway = true;
  return work().finally(() => {
    real.isAway = false;
  });
};

test('keys are read when first needed, by all who wait at once', async () => {
  const { prove } = setUp();
  const token = await real.sign();
  expect(await Promise.all([prove(token), prove(token), prove(token)])).toEqual(['READER', 'READER', 'READER']);
  expect(reads()).toBe(1);
});

test('an unknown key makes it ask, once in five seconds', async () => {
  const { prove, pass } = setUp();
  await prove(await real.sign());
  await real.rotate();
  expect(await prove(await real.sign())).toBe('UNAUTHENTICATED');
  expect(reads()).toBe(1);
  pass(5_000);
  expect(await prove(await real.sign())).toBe('READER');
  for (const kid of ['a', 'b']) expect(await prove(await real.sign({}, { kid }))).toBe('UNAUTHENTICATED');
  expect(reads()).toBe(2);
});

test('a key that the issuer no longer shows is forgotten after ten minutes', async () => {
  const { prove, pass } = setUp();
  const old = await real.sign();
  await prove(old);
  await real.rotate();
  expect(await prove(old)).toBe('READER');
  pass(10 * MINUTE);
  await prove(old);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await prove(old)).toBe('UNAUTHENTICATED');
});

test('while the issuer is away known keys count for a day, and unknown ones are nobody’s fault', async () => {
  const { prove, pass } = setUp();
  const known = await real.sign();
  await prove(known);
  await away(async () => {
    pass(10 * MINUTE);
    expect(await prove(known)).toBe('READER');
    expect(await prove(await real.sign({}, { kid: 'next' }))).toBe('UNAVAILABLE');
    const asked = real.asked.length;
    expect(await prove(await real.sign({}, { kid: 'other' }))).toBe('UNAVAILABLE');
    expect(real.asked).toHaveLength(asked);
    pass(24 * 60 * MINUTE);
    expect(await prove(known)).toBe('UNAVAILABLE');
  });
  pass(5_000);
  expect(await prove(known)).toBe('READER');
});

test('one that is away at first is asked again later', async () => {
  const { prove, pass } = setUp();
  const token = await real.sign();
  expect(await away(() => prove(token))).toBe('UNAVAILABLE');
  pass(5_000);
  expect(await prove(token)).toBe('READER');
});

test('one that calls itself otherwise is not used', async () => {
  const { prove } = setUp(`${real.url}/`);
  expect(await prove(await real.sign())).toBe('UNAVAILABLE');
});

test('http is for the machine itself', () => {
  for (const url of ['https://login.example.org', 'http://127.0.0.1:8080', 'http://localhost/realms/x', 'http://[::1]:1'])
    expect(isSafeUrl(url)).toBe(true);
  for (const url of ['http://login.example.org', 'ftp://127.0.0.1', 'login.example.org', 'http://127.0.0.1.example.org'])
    expect(isSafeUrl(url)).toBe(false);
});
