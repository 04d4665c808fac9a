import { expect, test } from '@jest/globals';
import { packText, unpackText } from './packed-text.js';

test.each(['', 'short', 'long ü '.repeat(200)])('comes back as it was: %#', (text) => {
  expect(unpackText(packText(text))).toBe(text);
});

test('a long text takes less room', () => {
  const packed = packText('the same again '.repeat(100));
  expect('packed' in packed && packed.packed.length).toBeLessThan(100);
});
