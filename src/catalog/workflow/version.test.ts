import { expect, test } from '@jest/globals';
import { canonicalText } from '../../write/content.js';
import type { Json } from '../../write/fact.js';
import type { WorkflowDefinition } from './definition.js';
import { definitionIn, flowsOf, kindIn, project, storedDefinition } from './version.js';

const definition: WorkflowDefinition = {
  nodes: [
    { id: 'out', kind: 'SINK', inputs: ['p'], dataset: 'dataset:x/out' },
    { id: 'p', kind: 'PIPELINE', inputs: ['m'], pipelineVersion: 'pipeline-version:a/p/1', dataset: undefined },
    { id: 'm', kind: 'MERGE', inputs: ['a', 'b'], merge: { how: 'CUSTOM', segmentVersion: 'segment-version:a/s/1' } },
    { id: 'b', kind: 'SOURCE', inputs: [], dataset: 'dataset:x/same', columns: [{ type: 'int', name: 'id', nullable: undefined }] },
    { id: 'a', kind: 'SOURCE', inputs: [], dataset: 'dataset:x/same' },
    { id: 'c', kind: 'SOURCE', inputs: [], columns: [] },
  ],
};

test('a definition is kept so that the same content gives the same text, and is the same when it is read', () => {
  const stored = storedDefinition(definition, 'TRAINING');
  const shuffled = storedDefinition({ nodes: [...definition.nodes].reverse() }, 'TRAINING');
  expect(canonicalText(shuffled)).toBe(canonicalText(stored));
  const read = JSON.parse(canonicalText(stored)) as { [name: string]: Json };
  expect(kindIn(read)).toBe('TRAINING');
  expect(storedDefinition(definitionIn(read), 'TRAINING')).toEqual(stored);
  expect(JSON.stringify(stored)).toBe(canonicalText(stored));
});

test('data of sources flows in and data of sinks out; pipelines and merging segments are parts; each once', () => {
  expect(flowsOf(definition)).toEqual({
    parts: [{ dataset: 'pipeline-version:a/p/1' }, { dataset: 'segment-version:a/s/1' }],
    inputs: [{ dataset: 'dataset:x/same' }],
    outputs: [{ dataset: 'dataset:x/out' }],
  });
});

test('lists are narrowed by the kind, which a draft may not have', () => {
  const id = 'workflow-version:default/churn/2';
  expect(project(id, { definition: storedDefinition(definition, 'TRAINING'), draft: false }).properties).toMatchObject({
    number: 2,
    workflowKind: 'TRAINING',
  });
  expect(project(id, { definition: storedDefinition(definition, null), draft: true }).properties.workflowKind).toBeNull();
});
