import { describe, expect, test } from '@jest/globals';
import { type Change, changesAfter } from './change.js';

const log: Change[] = Array.from({ length: 5_000 }, (_, at) => ({
  position: at + 1,
  at: '2026-01-01 00:00:00',
  change: 'UPDATED',
  entityId: at % 1_000 === 0 ? 'job:a/b' : 'dataset:a/b#c',
  by: 'x',
}));
const read = async (after: number, limit: number) => log.filter(({ position }) => position > after).slice(0, limit);

const hidden = async () => new Set<string>();

describe('changes', () => {
  test('pass a filter by kind or id, over as much of the log as it takes', async () => {
    const { nodes, pageInfo } = await changesAfter({ read, hidden }, 0, { kinds: ['JOB'] }, 3);
    expect(nodes.map(({ position }) => position)).toEqual([1, 1001, 2001]);
    expect(pageInfo).toMatchObject({ hasNextPage: true, startCursor: '1', endCursor: '2001' });
    const rest = await changesAfter({ read, hidden }, 2001, { ids: ['job:a/b'] }, 3);
    expect(rest.nodes.map(({ position }) => position)).toEqual([3001, 4001]);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true, endCursor: '5000' });
    expect((await changesAfter({ read, hidden }, 0, { kinds: ['COLUMN'], ids: ['job:a/b'] }, 3)).nodes).toEqual([]);
  });

  test('a filter that nothing passes looks at a bounded number and says how far it came', async () => {
    const endless = async (after: number, limit: number) =>
      log.slice(0, limit).map((change, at) => ({ ...change, position: after + at + 1 }));
    const { nodes, pageInfo } = await changesAfter({ read: endless, hidden }, 0, { kinds: ['RUN'] }, 3);
    expect([nodes, pageInfo]).toEqual([[], { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: '20000' }]);
  });
});
