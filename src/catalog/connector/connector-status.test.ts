import { expect, test } from '@jest/globals';
import { connectorOf, reportsIn } from './connector-status.js';

const change = (position: number, by: string, entityId: string, kind = 'UPDATED') => ({ position, by, entityId, change: kind, at: 'now' });

test('each producer of a batch is told of once, with what it did', () => {
  const spark = connectorOf('spark');
  const changes = [
    change(1, 'spark', spark, 'CREATED'),
    change(2, 'airflow', 'job:a/1'),
    { ...change(3, 'airflow', 'run:a/1'), run: { state: 'FAILED', previous: 'RUNNING' } },
    { ...change(4, 'spark', 'run:a/2'), run: { state: 'FAILED', previous: 'FAILED' } },
    change(5, 'person:ann', 'job:a/1'),
  ];
  expect(reportsIn(changes, (producer) => !producer.startsWith('person:'))).toEqual([
    { position: 3, at: 'now', entityId: connectorOf('airflow'), isNew: false, changes: 2, failedRuns: 1 },
    { position: 4, at: 'now', entityId: spark, isNew: true, changes: 2, failedRuns: 0 },
  ]);
});
