import { expect, test } from '@jest/globals';
import { columnLines, printSearchWords, shortName } from './search-words.js';

test('the name joined, its short form, its words; then all other words; then a line for each column', () => {
  const words = printSearchWords({
    name: 'dw.orders_enriched',
    texts: ['postgres://dw', 'All orders, all of them', null, 'PII'],
    columns: ['customerId', 'total', 'address.zip_code'],
  });
  expect(words).toBe(
    'Edwordersenriched Sordersenriched Ndw Norders Nenriched\npostgres dw all orders all of them pii\ncustomer id\ntotal\naddress zip code',
  );
  expect(columnLines(words)).toEqual(['customer id', 'total', 'address zip code']);
});

test('a plain name has no short form; without columns there are no lines of them', () => {
  expect(printSearchWords({ name: 'orders', texts: ['shop'] })).toBe('Eorders Norders\nshop');
  expect(columnLines('Eorders Norders\nshop')).toEqual([]);
});

test('what is too long is cut', () => {
  const texts = [Array.from({ length: 30_000 }, (_, i) => `w${i}w`).join(' ')];
  const columns = Array.from({ length: 6_000 }, (_, i) => `c${i}`);
  const [, other, ...lines] = printSearchWords({ name: 'x', texts, columns }).split('\n');
  expect(other!.split(' ')).toHaveLength(1_000);
  expect(lines).toHaveLength(5_000);
});

test.each([
  ['orders', 'orders'],
  ['dw.public.orders', 'orders'],
  ['in/2024/orders.csv', 'orders'],
  ['in/orders.tar.gz', 'orders'],
  ['in/orders/', 'orders'],
  ['in/.hidden', '.hidden'],
  ['address.zip', 'zip'],
])('people call %s %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});
