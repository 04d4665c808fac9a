import { expect, test } from '@jest/globals';
import { checkOwed } from './owed.js';

const fine = { lacking: [], paid: [], grown: [] };

test('what is lacking and listed is fine', () => {
  expect(checkOwed(['Query.search'], ['Query.search'], ['Query.search'])).toEqual(fine);
});

test('what is lacking and not listed fails', () => {
  expect(checkOwed(['Query.search'], [], [])).toEqual({ ...fine, lacking: ['Query.search'] });
});

test('an entry that is no longer owed fails', () => {
  expect(checkOwed([], ['Query.search'], ['Query.search'])).toEqual({ ...fine, paid: ['Query.search'] });
});

test('the list must not grow', () => {
  expect(checkOwed(['A', 'B'], ['A', 'B'], ['A'])).toEqual({ ...fine, grown: ['B'] });
});

test('an entry may be replaced by what is below it', () => {
  const below = ['Subscription.runLogs', 'Query.search(first:)', 'Dataset implements Entity'];
  expect(checkOwed(below, below, ['Subscription', 'Query.search', 'Dataset'])).toEqual(fine);
  expect(checkOwed(['Subscriptions.x'], ['Subscriptions.x'], ['Subscription']).grown).toEqual(['Subscriptions.x']);
});

test('the first list has nothing to be compared with', () => {
  expect(checkOwed(['A'], ['A'], undefined)).toEqual(fine);
});
