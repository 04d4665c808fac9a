import { expect, test } from '@jest/globals';
import { canonicalText } from './content.js';
import type { Json } from './fact.js';

test.each<[said: string, value: Json, text: string]>([
  ['keys out of order', { b: 1, a: 2 }, '{"a":2,"b":1}'],
  [
    'out of order further in, after one that is in order',
    [{ a: 1 }, { z: { d: 1, c: [{ y: 1, x: 2 }] } }],
    '[{"a":1},{"z":{"c":[{"x":2,"y":1}],"d":1}}]',
  ],
  [
    'a key that means something to JavaScript',
    JSON.parse('{"b":1,"__proto__":{"d":1,"c":2}}') as Json,
    '{"__proto__":{"c":2,"d":1},"b":1}',
  ],
  ['plain values', ['a', null, 1.5, true], '["a",null,1.5,true]'],
])('%s', (_, value, text) => {
  expect(canonicalText(value)).toBe(text);
});

test('equal objects have equal texts, also with numbers as keys', () => {
  expect(canonicalText({ 10: 'a', 9: 'b', x: 1 })).toBe(canonicalText({ x: 1, 9: 'b', 10: 'a' }));
});

test('deep nesting takes no longer than its length', () => {
  let deep: Json = { b: 1, a: 2 };
  for (let i = 0; i < 200; i++) deep = { z: deep, a: [deep === null] };
  expect(canonicalText(deep)).toContain('{"a":2,"b":1}');
});
