import { expect, test } from '@jest/globals';
import { requestIdOf } from './request-id.js';

test('the id that came is kept when it is short and plain', () => {
  expect(requestIdOf({ headers: { 'x-request-id': 'trace-1:a.b_c' } })).toBe('trace-1:a.b_c');
});

test.each([undefined, '', 'a b', 'a\r\nset-cookie: x', '<script>', 'a'.repeat(101), ['a', 'b']])(
  'instead of %j a new one is made',
  (given) => {
    const id = requestIdOf({ headers: { 'x-request-id': given } });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
  },
);
