import { expect, test } from '@jest/globals';
import type { Json } from '../../write/fact.js';
import { differencesOf } from './difference.js';

test('by path, items of lists by their names', () => {
  const before: Json = {
    a: 1,
    params: [{ name: 'k', min: 1 }, { name: 'x' }],
    steps: [
      { segment: 's', p: 1 },
      { segment: 's', p: 2 },
    ],
    types: ['int'],
  };
  const after: Json = { b: 2, params: [{ name: 'x' }, { name: 'k', min: 2 }], steps: [{ segment: 's', p: 1 }], types: ['int', 'long'] };
  expect(differencesOf(before, after)).toEqual([
    { path: ['a'], change: 'REMOVED', before: 1, after: null },
    { path: ['b'], change: 'ADDED', before: null, after: 2 },
    { path: ['params', 'k', 'min'], change: 'CHANGED', before: 1, after: 2 },
    { path: ['steps', 's#2'], change: 'REMOVED', before: { segment: 's', p: 2 }, after: null },
    { path: ['types'], change: 'CHANGED', before: ['int'], after: ['int', 'long'] },
  ]);
});

test('equal ones have none', () => {
  expect(differencesOf({ a: [{ name: 'x', y: [1] }] }, { a: [{ name: 'x', y: [1] }] })).toEqual([]);
});

test('nodes of a workflow by their ids, whatever their order', () => {
  const merge = { how: 'INNER', on: ['id'] };
  const before: Json = {
    nodes: [
      { id: 'a', inputs: [] },
      { id: 'b', inputs: [] },
      { id: 'j', inputs: ['a', 'b'], merge },
    ],
  };
  const after: Json = {
    nodes: [
      { id: 'j', inputs: ['a', 'c'], merge: { ...merge, how: 'LEFT' } },
      { id: 'c', inputs: [] },
      { id: 'a', inputs: [], columns: [{ name: 'id', type: 'int' }] },
    ],
  };
  expect(differencesOf(before, after).map(({ path, change }) => `${change} ${path.join('.')}`)).toEqual([
    'ADDED nodes.a.columns',
    'REMOVED nodes.b',
    'ADDED nodes.c',
    'CHANGED nodes.j.inputs',
    'CHANGED nodes.j.merge.how',
  ]);
});
