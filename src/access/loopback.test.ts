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

test('pages of VINCI_URL are answered, whatever host a proxy made of it, and nobody else', () => {
  const ask = (host: string, origin: string) => () => refuseRebinding({ host, origin }, 'https://vinci.example.org');
  expect(ask('127.0.0.1:4000', 'https://vinci.example.org')).not.toThrow();
  expect(ask('127.0.0.1:4000', 'http://127.0.0.1:4000')).not.toThrow();
  for (const origin of ['http://vinci.example.org', 'https://vinci.example.org:8443', 'https://vinci.example.org.attacker.example', 'null'])
    expect(ask('127.0.0.1:4000', origin)).toThrow('other origins');
  expect(ask('vinci.example.org', 'https://vinci.example.org')).toThrow('not to "vinci.example.org"');
});

test.each([
  [{ host: 'attacker.example:4000' }, 'not to "attacker.example:4000"'],
  [{}, 'not to ""'],
  [{ host: 'localhost:4000', origin: 'http://attacker.example' }, 'other origins ("http://attacker.example")'],
  [{ host: 'localhost:4000', origin: 'http://localhost:3000' }, 'other origins'],
  [{ host: 'localhost:4000', origin: 'null' }, 'other origins'],
])('%j is refused', (headers, part) =>
  expect(() => refuseRebinding(headers)).toThrow(expect.objectContaining({ code: 'FORBIDDEN', message: expect.stringContaining(part) })),
);
