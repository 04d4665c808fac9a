import { expect, test } from '@jest/globals';
import { isLoopback, refuseRebinding } from './loopback.js';

test.each(['127.0.0.1', '127.1.2.3', 'localhost', 'LOCALHOST', '::1', '[::1]'])('%s is loopback', (host) =>
  expect(isLoopback(host)).toBe(true),
);

test.each(['0.0.0.0', '::', '10.0.0.1', 'localhost.example.org', '127.0.0.1.example.org', '127.evil', ''])('%s is not loopback', (host) =>
  expect(isLoopback(host)).toBe(false),
);

test.each([{ host: '127.0.0.1:4000' }, { host: 'localhost:4000', origin: 'http://localhost:4000' }, { host: '[::1]:4000' }])(
  '%j is answered',
  (headers) => expect(() => refuseRebinding(headers)).not.toThrow(),
);

test.each([
  [{ host: 'attacker.example:4000' }, 'not to "attacker.example:4000"'],
  [{}, 'not to ""'],
  [{ host: 'localhost:4000', origin: 'http://attacker.example' }, 'other origins ("http://attacker.example")'],
  [{ host: 'localhost:4000', origin: 'http://localhost:3000' }, 'other origins'],
  [{ host: 'localhost:4000', origin: 'null' }, 'other origins'],
])('%j is refused', (headers, part) =>
  expect(() => refuseRebinding(headers)).toThrow(expect.objectContaining({ code: 'FORBIDDEN', message: expect.stringContaining(part) })),
);
