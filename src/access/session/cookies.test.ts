import { expect, test } from '@jest/globals';
import { cookiesFor, parseBegun, printBegun } from './cookies.js';

test('over https only this very host sets and reads them; no script ever does', () => {
  const { session, login } = cookiesFor('https://vinci.example.org');
  expect(session).toEqual({ name: '__Host-vinci-session', options: { httpOnly: true, secure: true, path: '/', sameSite: 'strict' } });
  expect(login.name).toBe('__Host-vinci-login');
  expect(login.options).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax' });
});

test('over http, on loopback, they have plain names', () => {
  expect(cookiesFor('http://127.0.0.1:4000').session).toMatchObject({ name: 'vinci-session', options: { httpOnly: true, secure: false } });
});

test('what is kept of a login comes back, and nothing else does', () => {
  const begun = { state: 's', nonce: 'n', verifier: 'v', path: '/graphiql' };
  expect(parseBegun(printBegun(begun))).toEqual(begun);
  for (const text of [undefined, '', 'x', Buffer.from('{"state":"s"}').toString('base64url')]) expect(parseBegun(text)).toBeUndefined();
});
