import { expect, test } from '@jest/globals';
import { seal, unseal } from './sealed.js';

test('what was sealed is read with the same secret only, and only unchanged', () => {
  const sealed = seal('a refresh token', 'the secret');
  expect(unseal(sealed, 'the secret')).toBe('a refresh token');
  expect(seal('a refresh token', 'the secret')).not.toBe(sealed);
  expect(() => unseal(sealed, 'another secret')).toThrow();
  const changed = Buffer.from(sealed, 'base64url');
  changed[changed.length - 1]! ^= 1;
  expect(() => unseal(changed.toString('base64url'), 'the secret')).toThrow();
});
