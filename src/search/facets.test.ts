import { expect, test } from '@jest/globals';
import { facetsOf } from './facets.js';

test('each facet once, most frequent value first, at most 50 of them', () => {
  const tags = Array.from({ length: 60 }, (_, i) => ({ by: 'TAG' as const, value: `tag:default/${i}`, label: String(i), count: i }));
  const [kinds, namespaces, byTag, owners] = facetsOf([
    { by: 'KIND', value: 'JOB', label: 'JOB', count: 2 },
    { by: 'KIND', value: 'DATASET', label: 'DATASET', count: 2 },
    { by: 'KIND', value: 'TAG', label: 'TAG', count: 3 },
    ...tags,
  ]);
  expect(kinds).toEqual({
    by: 'KIND',
    complete: true,
    values: [
      { value: 'TAG', label: 'TAG', count: 3 },
      { value: 'DATASET', label: 'DATASET', count: 2 },
      { value: 'JOB', label: 'JOB', count: 2 },
    ],
  });
  expect(namespaces).toEqual({ by: 'NAMESPACE', complete: true, values: [] });
  expect(byTag).toMatchObject({ by: 'TAG', complete: false });
  expect(byTag!.values.map(({ count }) => count)).toEqual(Array.from({ length: 50 }, (_, i) => 59 - i));
  expect(owners!.values).toEqual([]);
});
