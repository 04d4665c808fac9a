import { expect, test } from '@jest/globals';
import { timeOf } from '../catalog/time.js';
import { hashOf, isLive, nameFault, newSecret, prefixOf } from './token.js';

test('a secret is 32 random bytes behind a prefix, and its hash tells nothing of it', () => {
  const secret = newSecret();
  expect(Buffer.from(secret.replace(/^vinci_/, ''), 'base64url')).toHaveLength(32);
  expect(newSecret()).not.toBe(secret);
  expect(hashOf(secret)).toMatch(/^[0-9a-f]{64}$/);
});

test('of a secret as much is shown as it can be recognised by', () => {
  const secret = newSecret();
  expect(prefixOf(secret)).toBe(secret.slice(0, 'vinci_'.length + 4));
  expect(prefixOf('0123456789abcdef0123456789abcdef')).toBe('0123');
  expect(prefixOf('of sixteen chars')).toBeUndefined();
});

test('a token is live until it expires or is revoked', () => {
  const [before, now, after] = [timeOf(1_000), timeOf(2_000), timeOf(3_000)];
  expect(isLive({}, now)).toBe(true);
  expect(isLive({ expiresAt: after }, now)).toBe(true);
  expect(isLive({ expiresAt: now }, now)).toBe(false);
  expect(isLive({ expiresAt: after, revokedAt: before }, now)).toBe(false);
});

test.each([
  ['', 'The name of a token must not be empty: say whose it is.'],
  [' ada', 'The name of a token must not begin or end with a space.'],
  ['a'.repeat(101), 'The name of a token has at most 100 characters; this one has 101.'],
  ['a\nb', 'The name of a token must not contain control characters.'],
  ['ada\u202e', 'The name of a token must not contain control characters.'],
  ['ada@example.org', 'The name of a token must not contain "@": that is how people are named whom an issuer knows.'],
])('the name %j is refused', (name, sentence) => expect(nameFault(name)).toBe(sentence));

test.each(['ada', 'Ada Lovelace', 'spark/cluster-1', '計算'])('the name %j is accepted', (name) => expect(nameFault(name)).toBeUndefined());
