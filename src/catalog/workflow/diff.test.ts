import { expect, test } from '@jest/globals';
import type { WorkflowDefinition } from './definition.js';
import { diffWorkflows } from './diff.js';

const before: WorkflowDefinition = {
  nodes: [
    { id: 'a', kind: 'SOURCE', inputs: [], dataset: 'dataset:x/a' },
    { id: 'b', kind: 'SOURCE', inputs: [] },
    { id: 'j', kind: 'MERGE', inputs: ['a', 'b'], merge: { how: 'INNER', on: ['id'] } },
    { id: 'p', kind: 'PIPELINE', inputs: ['j'], pipelineVersion: 'pipeline-version:default/p/1' },
  ],
};

test('says which nodes came, went and changed, and what in them', () => {
  const after: WorkflowDefinition = {
    nodes: [
      { id: 'p', kind: 'PIPELINE', inputs: ['j'], pipelineVersion: 'pipeline-version:default/p/2', fitted: 'trained-model:a/b/c' },
      { id: 'a', kind: 'SOURCE', inputs: [], columns: [{ name: 'id', type: 'int' }] },
      { id: 'c', kind: 'SOURCE', inputs: [] },
      { id: 'j', kind: 'MERGE', inputs: ['a', 'c'], merge: { how: 'LEFT', on: ['id'] } },
    ],
  };
  expect(diffWorkflows(before, after)).toEqual({
    added: [after.nodes[2]],
    removed: [before.nodes[1]],
    changed: [
      {
        id: 'a',
        changes: [
          { field: 'columns', before: null, after: [{ name: 'id', type: 'int' }] },
          { field: 'dataset', before: 'dataset:x/a', after: null },
        ],
      },
      {
        id: 'j',
        changes: [
          { field: 'inputs', before: ['a', 'b'], after: ['a', 'c'] },
          { field: 'merge.how', before: 'INNER', after: 'LEFT' },
        ],
      },
      {
        id: 'p',
        changes: [
          { field: 'fitted', before: null, after: 'trained-model:a/b/c' },
          { field: 'pipelineVersion', before: 'pipeline-version:default/p/1', after: 'pipeline-version:default/p/2' },
        ],
      },
    ],
  });
});

test('nothing, when only the order of nodes is another', () => {
  expect(diffWorkflows(before, { nodes: [...before.nodes].reverse() })).toEqual({ added: [], removed: [], changed: [] });
});
