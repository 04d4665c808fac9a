import { expect, test } from '@jest/globals';
import { chain, packDeeds } from '../write/log.js';
import { parseHead, printHead } from './head.js';

const deeds = [{ by: { name: 'ada', tokenId: 'token:1' }, what: 'TOKEN_ISSUED', about: 'token:2' }];
const batch = { previous: 'p', first: 5, last: 7, at: '2026-01-02 03:04:05', payload: packDeeds(deeds) };

test('the hash of a batch is that of all that it tells', () => {
  const hash = chain(batch);
  expect(chain({ ...batch, payload: Buffer.from(batch.payload) })).toBe(hash);
  const others = [
    { previous: 'q' },
    { first: 6 },
    { last: 8 },
    { at: '2026-01-02 03:04:06' },
    { payload: packDeeds([{ ...deeds[0]!, about: 'token:3' }]) },
  ];
  for (const other of others) expect(chain({ ...batch, ...other })).not.toBe(hash);
  expect(chain({ ...batch, first: 57, last: 7 })).not.toBe(chain({ ...batch, first: 5, last: 77 }));
});

test('a head is printed so that it can be read again', () => {
  const head = { position: 12, hash: chain(batch) };
  expect(parseHead(printHead(head))).toEqual(head);
  for (const none of ['', '12', '12:abc', `${printHead(head)}x`, `-1:${head.hash}`]) expect(parseHead(none)).toBeUndefined();
});
