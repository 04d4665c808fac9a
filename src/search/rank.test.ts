import { expect, test } from '@jest/globals';
import { parseQuery } from './query.js';
import { closenessOf, rankNumber } from './rank.js';
import { printSearchWords } from './search-words.js';

const THINGS = {
  orders: { name: 'orders', texts: ['shop'] },
  'dw.orders': { name: 'dw.orders', texts: ['shop'] },
  order_items: { name: 'order_items', texts: ['shop'], columns: ['order_id', 'itemId'] },
  customer_orders: { name: 'customer_orders', texts: ['shop'] },
  customers: { name: 'customers', texts: ['shop'], columns: ['id', 'name'] },
  report: { name: 'report', texts: ['shop', 'All orders of a customer, by day'] },
  billing: { name: 'billing', texts: ['shop'], columns: ['customer', 'id_card', 'order'] },
};

function found(text: string, used: Readonly<Record<string, number>> = {}): string[] {
  const query = parseQuery(text);
  return Object.entries(THINGS)
    .flatMap(([id, thing]) => {
      const closeness = closenessOf(query, printSearchWords(thing));
      return closeness ? [{ id, rank: rankNumber(closeness, used[id] ?? 0) }] : [];
    })
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

test.each([
  // Exact, then what people call it, then in the name, then elsewhere.
  ['orders', 'orders dw.orders customer_orders report'],
  ['ORDERS', 'orders dw.orders customer_orders report'],
  // More words first.
  ['customer orders', 'customer_orders report dw.orders orders customers billing'],
  // Any spelling of the whole name is exact.
  ['customerOrders', 'customer_orders report'],
  ['customerorders', 'customer_orders'],
  // A whole word before the beginning of one, and that of a name before that of another word.
  ['order', 'order_items dw.orders orders customer_orders billing report'],
  // What was typed as one name has to be there together.
  ['customer_id', 'billing'],
  ['order_id', 'order_items billing'],
  // Between quotes the words follow each other, and not from one column into the next.
  ['"customer id"', ''],
  ['"order id"', 'order_items'],
  ['"orders of a customer"', 'report'],
  ['nothing', ''],
])('%j finds %s', (text, expected) => {
  expect(found(text).join(' ')).toBe(expected);
});

test('of what is equally close, what is used more comes first', () => {
  expect(found('order', { 'dw.orders': 3, customer_orders: 2, report: 100_000_000 })).toEqual(
    'order_items dw.orders orders customer_orders billing report'.split(' '),
  );
});
