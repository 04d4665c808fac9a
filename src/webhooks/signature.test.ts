import { expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { newSecret, signedHeaders } from './signature.js';

const body = '{"type":"changes","name":"Zählung \\u2028 計算"}';
const message = { id: 'msg_1', at: Date.now(), body };

test('what is signed is verified by the published library', () => {
  const secret = newSecret();
  expect(new Webhook(secret).verify(body, signedHeaders(message, [secret]))).toEqual(JSON.parse(body));
});

test('it is not by another secret, nor when the id, the time or the body is another', () => {
  const secret = newSecret();
  const headers = signedHeaders(message, [secret]);
  expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow('No matching signature');
  const later = String(Number(headers['webhook-timestamp']) + 1);
  for (const [text, changed] of [
    [`${body} `, headers],
    [body, { ...headers, 'webhook-id': 'msg_2' }],
    [body, { ...headers, 'webhook-timestamp': later }],
  ] as const)
    expect(() => new Webhook(secret).verify(text, changed)).toThrow('No matching signature');
});

test('while a secret is replaced, both verify', () => {
  const [current, former] = [newSecret(), newSecret()];
  const headers = signedHeaders(message, [current, former]);
  for (const secret of [current, former]) expect(new Webhook(secret).verify(body, headers)).toBeDefined();
});

test('a secret is 32 random bytes in the form that the specification gives', () => {
  expect(newSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(newSecret()).not.toBe(newSecret());
});
