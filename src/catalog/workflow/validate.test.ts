import { describe, expect, test } from '@jest/globals';
import { INVALID } from '../../../test/support/invalid-workflows.js';
import { schemaOf } from '../../../test/support/plain-pipelines.js';
import {
  cleaned,
  customers,
  DEDUP,
  EVENTS,
  FITTED,
  join,
  known,
  listed,
  merge,
  ORDERS,
  orders,
  pipeline,
  sink,
  source,
  whole,
} from '../../../test/support/small-workflows.js';
import { entityId } from '../id.js';
import type { WorkflowDefinition, WorkflowNode } from './definition.js';
import { WORKFLOW_RULES } from './findings.js';
import { faultsOf, validateWorkflow } from './validate.js';

const check = (nodes: readonly WorkflowNode[]) => validateWorkflow({ nodes }, known);
const faults = (nodes: readonly WorkflowNode[]) => faultsOf(check(nodes), false);

describe('valid', () => {
  const VALID: [string, 'TRANSFORMATION' | 'TRAINING', WorkflowNode[]][] = [
    ['one source, one pipeline, no sink', 'TRANSFORMATION', cleaned],
    ['a join, a pipeline, a sink', 'TRANSFORMATION', whole],
    ['pipelines one after another, then training', 'TRAINING', [...cleaned, pipeline('train', 'clean', 'churn'), sink('scored', 'train')]],
    ['several sinks', 'TRANSFORMATION', [...whole, sink('copy', 'clean')]],
    [
      'one source read twice, brought together by a union',
      'TRANSFORMATION',
      [
        orders,
        pipeline('a', 'orders', 'clean'),
        pipeline('b', 'orders', 'clean'),
        merge('u', ['a', 'b'], { how: 'UNION' }),
        pipeline('end', 'u', 'again'),
      ],
    ],
    [
      'a custom merge of three',
      'TRANSFORMATION',
      [
        orders,
        customers,
        source('events', EVENTS),
        merge('m', ['orders', 'customers', 'events'], { how: 'CUSTOM', segmentVersion: DEDUP }),
        pipeline('end', 'm', 'clean'),
      ],
    ],
    ['what needs fitting, bound', 'TRANSFORMATION', [orders, pipeline('i', 'orders', 'index', { fitted: FITTED })]],
    [
      'what needs fitting, unbound where it is trained',
      'TRAINING',
      [orders, pipeline('i', 'orders', 'index'), pipeline('t', 'i', 'churn')],
    ],
    ['a source known by its columns alone', 'TRANSFORMATION', [listed('a', 'id:int', { dataset: undefined }), pipeline('p', 'a', 'clean')]],
    [
      'a feature table as source',
      'TRANSFORMATION',
      [source('f', entityId('FEATURE_TABLE', 'default', 'usage')), pipeline('p', 'f', 'clean')],
    ],
    ['a sink that needs what comes', 'TRANSFORMATION', [...cleaned, sink('out', 'clean', { columns: schemaOf('id:bigint clean:double') })]],
    [
      'a union of numbers of different width',
      'TRANSFORMATION',
      [listed('a', 'id:int'), listed('b', 'id:bigint'), merge('u', ['a', 'b'], { how: 'UNION' }), pipeline('p', 'u', 'clean')],
    ],
  ];

  test.each(VALID)('%s is a %s workflow', (_, kind, nodes) => {
    expect(faults(nodes)).toEqual([]);
    expect(check(nodes).kind).toBe(kind);
  });

  test('the order of nodes does not matter', () => {
    expect(check([...whole].reverse())).toEqual({ ...check(whole), schemas: expect.any(Map) });
    expect(new Map(check([...whole].reverse()).schemas)).toEqual(new Map(check(whole).schemas));
  });
});

describe('invalid', () => {
  test.each(INVALID)('%s at %s', (rule, place, nodes) => {
    expect(faults(nodes).map((fault) => [fault.rule, fault.path.join('/')])).toEqual([[rule, place]]);
    for (const { message, remedy } of faults(nodes))
      expect([message, remedy]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
  });

  test('no rule is without a workflow that breaks it', () => {
    const broken = new Set(INVALID.map(([rule]) => rule));
    // Without a source there is nothing that a pipeline could read: two rules at once, see below.
    expect(Object.keys(WORKFLOW_RULES).filter((rule) => !broken.has(rule as never))).toEqual(['source-needed']);
  });

  test('the empty workflow lacks everything', () => {
    expect(faults([]).map(({ rule }) => rule)).toEqual(['source-needed', 'pipeline-needed']);
  });

  test('many faults are reported at once', () => {
    const nodes = [
      source('orders', ORDERS),
      source('orders', 'no id'),
      customers,
      join('both', ['orders', 'customers', 'nowhere'], 'name'),
      pipeline('train', 'both', 'churn'),
      pipeline('end', 'train', 'unheard of', { dataset: ORDERS }),
      sink('raw', 'orders'),
      listed('alone', 'id:int'),
    ];
    expect(new Set(faults(nodes).map(({ rule }) => rule))).toEqual(
      new Set([
        'node-id-once',
        'dataset-id',
        'known-input',
        'join-keys-on-every-side',
        'merged-columns-distinct',
        'estimation-last',
        'known-pipeline',
        'field-of-kind',
        'sink-receives-end',
        'nothing-dangles',
      ]),
    );
  });
});

describe('drafts', () => {
  const draft: WorkflowDefinition = {
    nodes: [
      { id: 'a', kind: 'SOURCE', inputs: [] },
      customers,
      { id: 'm', kind: 'MERGE', inputs: ['a'] },
      { id: 'p', kind: 'PIPELINE', inputs: [] },
    ],
  };

  test('may lack what is not there yet, and say so', () => {
    const validation = validateWorkflow(draft, known);
    expect(faultsOf(validation, true)).toEqual([]);
    expect(validation.missing.map(({ rule, path }) => `${rule} ${path.join('/')}`)).toEqual([
      'source-of-something nodes/a',
      'merge-of-two-or-more nodes/m/inputs',
      'merge-given nodes/m/merge',
      'pipeline-of-one nodes/p/inputs',
      'pipeline-given nodes/p/pipelineVersion',
      'nothing-dangles nodes/customers',
      'nothing-dangles nodes/m',
    ]);
  });

  test('must not be wrong', () => {
    const wrong = { nodes: [...draft.nodes, sink('out', 'p'), pipeline('q', 'out', 'clean')] };
    expect(faultsOf(validateWorkflow(wrong, known), true).map(({ rule }) => rule)).toEqual(['sink-is-last']);
  });
});

describe('what can not be checked', () => {
  const notes = (nodes: WorkflowNode[]) => check(nodes).notes.map(({ rule, path }) => `${rule} ${path.join('/')}`);

  test('is said once, at the place where it became unknown', () => {
    const nodes = [source('events', EVENTS), orders, join('j', ['events', 'orders'], 'nowhere'), pipeline('p', 'j', 'picky')];
    expect(notes(nodes)).toEqual(['schema-unknown nodes/events']);
    expect(faults(nodes).map(({ rule }) => rule)).toEqual(['join-keys-on-every-side']);
  });

  test('after a dynamic pipeline and a custom merge', () => {
    expect(notes([orders, pipeline('s', 'orders', 'sql'), pipeline('p', 's', 'picky')])).toEqual(['schema-unknown nodes/s']);
    const custom = merge('m', ['orders', 'customers'], { how: 'CUSTOM', segmentVersion: DEDUP });
    expect(notes([orders, customers, custom, pipeline('p', 'm', 'picky')])).toEqual(['schema-unknown nodes/m']);
    const told = [orders, customers, { ...custom, columns: schemaOf('x:int') }, pipeline('p', 'm', 'picky')];
    expect([notes(told), faults(told).map(({ rule }) => rule)]).toEqual([[], ['pipeline-needs']]);
  });

  test('what is broken is not told of again by what follows', () => {
    const nodes = [
      orders,
      pipeline('p', 'orders', 'picky'),
      pipeline('q', 'p', 'picky'),
      sink('out', 'q', { columns: schemaOf('no:int') }),
    ];
    expect(faults(nodes).map(({ path }) => path[1])).toEqual(['p']);
    expect(notes(nodes)).toEqual([]);
  });

  test('a source or sink without a dataset is not in lineage', () => {
    expect(
      notes([listed('a', 'id:int', { dataset: undefined }), pipeline('p', 'a', 'clean'), sink('out', 'p', { dataset: undefined })]),
    ).toEqual(['not-in-lineage nodes/a/dataset', 'not-in-lineage nodes/out/dataset']);
  });

  test('more columns than can be followed', () => {
    const wide = listed('wide', Array.from({ length: 2000 }, (_, i) => `c${i}:int`).join(' '));
    const chain = Array.from({ length: 900 }, (_, i) => pipeline(`p${i}`, i === 0 ? 'wide' : `p${i - 1}`, 'wide'));
    expect(notes([wide, ...chain])).toEqual(['schema-unknown nodes/p500']);
    expect(faults([wide, ...chain])).toEqual([]);
  });
});
