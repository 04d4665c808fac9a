import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_WORD, tokenise } from './tokenise.js';

test.each([
  ['customer_id', 'customer id'],
  ['customerId', 'customer id'],
  ['CUSTOMER-ID', 'customer id'],
  ['CustomerIDs', 'customer ids'],
  ['HTTPServerLog', 'http server log'],
  ['dw.orders_enriched', 'dw orders enriched'],
  ['postgres://db-1.example.org:5432', 'postgres db 1 example org 5432'],
  ['s3://bucket/Path/orders2024.csv', 's 3 bucket path orders 2024 csv'],
  ['orders2024Final', 'orders 2024 final'],
  ['0d6cf7f1 0D6CF7F1', '0d6cf7f1 0d6cf7f1'],
  ['3rd_party', '3 rd party'],
  ['Übergröße ÉCOLE naïve Łódź', 'ubergrosse ecole naive lodz'],
  ['ｗｉｄｅ １２', 'wide 12'],
  ['İstanbul ısı', 'istanbul isi'],
  ['Заказы_Клиентов', 'заказы клиентов'],
  ['顧客テーブル v2', '顧 客 テ ー フ ル v 2'],
  ['a  b\tc\nd', 'a b c d'],
  ['AND OR NOT TO * ? ~ ^ "x" (y) [z] {w} \\ / && || ! + - :', 'and or not to x y z w'],
  ['', ''],
  ['   ', ''],
  ['😀 🎉', ''],
])('%j falls into %j', (text, words) => {
  expect(tokenise(text).join(' ')).toBe(words);
});

test('whatever is typed, words hold lower-case letters and digits alone and are not long', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary', minLength: 200, maxLength: 2000 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const word of tokenise(text)) {
        expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(word.length).toBeLessThanOrEqual(MAX_WORD);
        expect(word).toBe(word.toLowerCase());
      }
    }),
    { numRuns: 2000 },
  );
});

test('what was tokenised stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = tokenise(text);
      expect(tokenise(words.join(' '))).toEqual(words);
    }),
    { numRuns: 2000 },
  );
});
