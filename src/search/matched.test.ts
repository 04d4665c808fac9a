import { describe, expect, test } from '@jest/globals';
import { type FieldText, matchesOf } from './matched.js';
import { parseQuery } from './query.js';

const TEXTS: FieldText[] = [
  { field: 'NAME', text: 'dw.customerOrders' },
  { field: 'TAG', text: 'Order-Book', id: 'tag:default/Order-Book' },
  { field: 'COLUMN', text: 'customer_id', id: 'dataset:a/b#customer_id' },
  { field: 'COLUMN', text: 'total', id: 'dataset:a/b#total' },
  { field: 'DESCRIPTION', text: `${'x '.repeat(200)}what Customers ordered ${'y '.repeat(200)}and customer again` },
  { field: 'NAMESPACE', text: 'postgres://orders' },
  { field: 'OTHER', text: 'munich customer' },
];

/** `FIELD [words] snippet with the places in brackets`. */
function shown(text: string): string[] {
  return matchesOf(parseQuery(text), TEXTS).map(({ field, words, snippet, places }) => {
    const marked = places
      .toReversed()
      .reduce((s, { start, end }) => `${s.slice(0, start)}<${s.slice(start, end)}>${s.slice(end)}`, snippet);
    return `${field} [${words.join(' ')}] ${marked}`;
  });
}

describe('why something was found', () => {
  test('in which texts which words are, in the name first', () => {
    expect(shown('order total')).toEqual([
      'NAME [order] dw.customer<Orders>',
      'TAG [order] <Order>-Book',
      'COLUMN [total] <total>',
      expect.stringMatching(/^DESCRIPTION \[order\] ( x)+ what Customers <ordered> (y )+$/),
      'NAMESPACE [order] postgres://<orders>',
    ]);
  });

  test('of a long text what is around the first place, with the places that are in it', () => {
    const [, , description] = matchesOf(parseQuery('customer'), TEXTS);
    expect(description).toMatchObject({ field: 'DESCRIPTION', places: [{ start: 40, end: 49 }] });
    expect(description!.snippet).toHaveLength(160);
    expect(description!.snippet.slice(40, 49)).toBe('Customers');
  });

  test('what nothing else explains is in the other words', () => {
    expect(shown('munich')).toEqual(['OTHER [munich] <munich> customer']);
    expect(shown('customer').filter((line) => line.startsWith('OTHER'))).toEqual([]);
  });

  test('the whole name, where only all of it is like what was typed', () => {
    expect(shown('dwcustomerord')).toEqual(['NAME [dwcustomerord] <dw.customerOrders>']);
    expect(shown('nothing')).toEqual([]);
  });

  test('at most 20 texts', () => {
    const many = Array.from({ length: 50 }, (_, i): FieldText => ({ field: 'COLUMN', text: `c_${i}` }));
    expect(matchesOf(parseQuery('c'), many)).toHaveLength(20);
  });
});
