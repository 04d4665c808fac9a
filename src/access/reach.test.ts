import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnId, datasetId, entityId, jobId, sourceId } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import { isReachedById, namespacesOfRuns, nextPlace, type Reach, rangesOf, reachOf, wholeIn } from './reach.js';

/** Whether a list that leaves out what lies between would come to this id. */
function comesTo(id: string, kind: Kind, reach: Reach): boolean {
  return rangesOf(kind, reach).some(({ after, until }) => id > after && id < until);
}

describe('what somebody may see lies', () => {
  test('in the namespaces of his scopes, and where single things are', () => {
    const reach = reachOf(['shop'], [datasetId('lake', 'orders'), columnId(datasetId('lake', 'a/b'), 'c'), sourceId('postgres://crm')]);
    expect(reach).toEqual({ namespaces: ['shop', 'spark.ml', 'postgres://crm'], wholes: ['lake/orders', 'lake/a%2Fb'], jobNamespaces: [] });
    expect(namespacesOfRuns(reach)).toEqual(['shop', 'spark.ml', 'postgres://crm', 'lake']);
    for (const id of [datasetId('shop', 'x'), datasetId('lake', 'orders'), datasetId('lake', 'a/b'), datasetId('postgres://crm', 'y')])
      expect([id, comesTo(id, 'DATASET', reach)]).toEqual([id, true]);
    for (const id of [datasetId('shops', 'x'), datasetId('sho', 'x'), datasetId('lake', 'order'), datasetId('lake', 'people')])
      expect([id, comesTo(id, 'DATASET', reach)]).toEqual([id, false]);
    expect(comesTo(sourceId('shop'), 'DATA_SOURCE', reach)).toBe(true);
    expect(comesTo(sourceId('other'), 'DATA_SOURCE', reach)).toBe(false);
    expect(comesTo(entityId('TRAINED_MODEL', 'lake', 'orders', '3'), 'TRAINED_MODEL', reach)).toBe(true);
  });

  test('anywhere, of kinds that the graph has to be asked about, and of the words of the catalog', () => {
    for (const kind of ['RUN', 'ARTIFACT', 'DEPLOYMENT', 'TAG', 'PERSON', 'DOMAIN'] as const) expect(isReachedById(kind)).toBe(false);
    for (const kind of ['JOB', 'DATASET', 'COLUMN', 'DATA_SOURCE', 'EVALUATION'] as const) expect(isReachedById(kind)).toBe(true);
    expect(rangesOf('JOB', reachOf(['shop'], []))).toHaveLength(2);
  });

  test('of jobs, also where jobs are that are part of them', () => {
    const reach = reachOf(['airflow'], [], ['spark']);
    expect(comesTo(jobId('spark', 'x'), 'JOB', reach)).toBe(true);
    expect(comesTo(datasetId('spark', 'x'), 'DATASET', reach)).toBe(false);
    expect(namespacesOfRuns(reach)).toEqual(['airflow', 'spark.ml', 'spark']);
  });

  test('never outside, whatever things are called', () => {
    const part = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(part), fc.array(fc.tuple(part, part)), part, part, (namespaces, names, namespace, name) => {
        const reach = reachOf(
          namespaces,
          names.map(([a, b]) => datasetId(a, b)),
        );
        const lies = namespaces.includes(namespace) || names.some(([a, b]) => a === namespace && b === name);
        return !lies || (comesTo(datasetId(namespace, name), 'DATASET', reach) && comesTo(jobId(namespace, name), 'JOB', reach));
      }),
    );
  });
});

test('a list goes on at the next place that there is', () => {
  const ranges = rangesOf('DATASET', reachOf(['a', 'c'], []));
  expect(nextPlace(ranges, '')).toBe('dataset:a/');
  expect(nextPlace(ranges, 'dataset:a/x')).toBe('dataset:a/x');
  expect(nextPlace(ranges, 'dataset:b/x')).toBe('dataset:c/');
  expect(nextPlace(ranges, 'dataset:spark.ml/x')).toBe('dataset:spark.ml/x');
  expect(nextPlace(ranges, 'dataset:z/')).toBeUndefined();
});

test('things have a namespace and a name, or one part alone', () => {
  expect(wholeIn('trained-model:a/b/3')).toBe('a/b');
  expect(wholeIn('dataset:a%2F:b/c#d')).toBe('a%2F:b/c');
  expect(wholeIn('artifact:12ab')).toBeUndefined();
});
