import { expect, test } from '@jest/globals';
import { compareLedger } from './ledger.js';

test('each acknowledged event once is right', () => {
  expect(compareLedger(new Set(['a', 'b']), ['b', 'a'])).toEqual([]);
});

test('lost, doubled and unknown events are found', () => {
  expect(compareLedger(new Set(['a', 'b']), ['b', 'b', 'c'])).toEqual([
    'a was acknowledged and is not in the log.',
    'b is in the log 2 times.',
    'c is in the log and was never acknowledged.',
  ]);
});
