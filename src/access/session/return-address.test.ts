import { expect, test } from '@jest/globals';
import { returnAddress } from './return-address.js';

const ORIGIN = 'https://vinci.example.org';

test.each([
  ['/', '/'],
  ['/graphiql', '/graphiql'],
  ['/datasets/a%2Fb?tab=lineage#upstream', '/datasets/a%2Fb?tab=lineage#upstream'],
  ['/?next=https://evil.example', '/?next=https://evil.example'],
  ['/..//evil.example', '//evil.example'],
])('%j is a path of this server', (path, there) => expect(returnAddress(path, ORIGIN)).toBe(`${ORIGIN}${there}`));

test.each([
  '',
  'graphiql',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/a\\..\\..\\evil',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  'https://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  '@evil.example',
  '.evil.example',
  '/auth/login',
  '/x/../auth/login?return=/',
  '/\u2028/evil.example',
  ['/a', '/b'],
])('%j is refused', (path) => expect(() => returnAddress(path, ORIGIN)).toThrow('must be a path on this server'));
