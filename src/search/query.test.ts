import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printLucene, printSuggestion } from './lucene.js';
import { MAX_QUERY_WORDS, parseQuery } from './query.js';

const wordsOf = (text: string): string =>
  parseQuery(text)
    .terms.map(({ words, phrase }) => (phrase ? `"${words.join(' ')}"` : words.join('+')))
    .join(' ');

test.each([
  ['orders', 'orders'],
  ['customer orders', 'customer orders'],
  ['customer_id dw.Orders', 'customer+id dw+orders'],
  ['"customer id" total', '"customer id" total'],
  ['say "not closed', 'say "not closed"'],
  ['a"b c"d', 'a "b c" d'],
  ['""  "*"', ''],
  ['name:orders AND -(x OR y)~2^4', 'name+orders and x or y+2+4'],
  ['* ? \\ + - ! ( ) { } [ ] ^ " ~ : /', ''],
  ['dataset:postgres:%2F%2Fshop/public.orders', 'postgres+shop public+orders'],
  ['', ''],
])('%j looks for %j', (text, words) => {
  expect(wordsOf(text)).toBe(words);
});

test('of a long text the first words are looked for', () => {
  const { terms } = parseQuery(Array.from({ length: 500 }, (_, i) => `w${i}w`).join(' '));
  expect(terms.flatMap(({ words }) => words)).toHaveLength(MAX_QUERY_WORDS);
});

const LUCENE = fc.stringMatching(/^[ +\-&|!(){}[\]^"~*?:\\/<>=a-zA-Z0-9_ANDOR\t\n]{0,60}$/);
const typed = fc.oneof(
  LUCENE,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ minLength: 3000, maxLength: 5000 }),
);
/** Words with or without the mark of a name, weights, groups of them: nothing else may reach Lucene. */
const SAFE = /^(?:[ +()]|[ENS]?[\p{L}\p{N}]+\*?(?:\^\d+)?|"[\p{L}\p{N} ]+"(?:\^\d+)?)*$/u;

test('whatever is typed, nothing but words reaches Lucene', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const query = parseQuery(text);
      if (query.terms.length === 0) return;
      for (const lucene of [printLucene(query), printLucene(query, ['customer', 'id']), printSuggestion(query)]) {
        expect(lucene).toMatch(SAFE);
        expect(lucene).not.toMatch(/(^|[ (])[ENS]?\*/);
      }
    }),
    { numRuns: 2000 },
  );
});
