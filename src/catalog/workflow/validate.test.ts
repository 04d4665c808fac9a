import { describe, expect, test } from '@jest/globals';
import { byId, pipelineVersionId, plainPipeline, schemaOf } from '../../../test/support/plain-pipelines.js';
import { datasetId, entityId } from '../id.js';
import type { WorkflowDefinition, WorkflowNode } from './definition.js';
import { WORKFLOW_RULES } from './findings.js';
import type { Known } from './known.js';
import { faultsOf, validateWorkflow } from './validate.js';

const ORDERS = datasetId('s3://lake', 'orders');
const CUSTOMERS = datasetId('postgres://db:5432', 'shop.customers');
const EVENTS = datasetId('kafka://broker:9092', 'events');
const DEDUP = entityId('SEGMENT_VERSION', 'default', 'dedup', '1');
const FOREST = entityId('SEGMENT_VERSION', 'spark.ml', 'RandomForestClassifier', '1');
const DRAFT_SEGMENT = entityId('SEGMENT_VERSION', 'default', 'later', '1');
const FITTED = entityId('TRAINED_MODEL', 'default', 'indexer', '2026-01');

const known: Known = {
  pipelines: byId([
    plainPipeline({ name: 'clean', needs: ['id'], adds: schemaOf('clean:double!') }),
    plainPipeline({ name: 'again', needs: ['id'] }),
    plainPipeline({ name: 'churn', kind: 'ESTIMATION', needsFitting: true, adds: schemaOf('prediction:double') }),
    plainPipeline({ name: 'index', needsFitting: true }),
    plainPipeline({ name: 'draft', draft: true }),
    plainPipeline({ name: 'sql', dynamic: true }),
    plainPipeline({ name: 'picky', needs: ['absent'] }),
  ]),
  schemas: new Map([
    [ORDERS, schemaOf('id:bigint total:decimal(18,2)')],
    [CUSTOMERS, schemaOf('id:int name:string')],
  ]),
  segments: new Map([
    [DEDUP, { draft: false, definition: { fits: 'NONE' } }],
    [FOREST, { draft: false, definition: { fits: 'PREDICTOR' } }],
    [DRAFT_SEGMENT, { draft: true, definition: { fits: 'NONE' } }],
  ]),
};

type Extra = Partial<WorkflowNode>;
const source = (id: string, dataset: string, extra: Extra = {}): WorkflowNode => ({ id, kind: 'SOURCE', inputs: [], dataset, ...extra });
const listed = (id: string, columns: string, extra: Extra = {}): WorkflowNode =>
  source(id, datasetId('https://api.example.org', id), { columns: schemaOf(columns), ...extra });
const merge = (id: string, inputs: string[], how: NonNullable<WorkflowNode['merge']>): WorkflowNode => ({
  id,
  kind: 'MERGE',
  inputs,
  merge: how,
});
const join = (id: string, inputs: string[], ...on: string[]): WorkflowNode => merge(id, inputs, { how: 'INNER', on });
const pipeline = (id: string, input: string, name: string, extra: Extra = {}): WorkflowNode => ({
  id,
  kind: 'PIPELINE',
  inputs: [input],
  pipelineVersion: pipelineVersionId(name),
  ...extra,
});
const sink = (id: string, input: string, extra: Extra = {}): WorkflowNode => ({
  id,
  kind: 'SINK',
  inputs: [input],
  dataset: datasetId('s3://lake', id),
  ...extra,
});

const orders = source('orders', ORDERS);
const customers = source('customers', CUSTOMERS);
const joined = [orders, customers, join('both', ['orders', 'customers'], 'id')];
const cleaned = [orders, pipeline('clean', 'orders', 'clean')];
const whole = [...joined, pipeline('clean', 'both', 'clean'), sink('out', 'clean')];

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

/** Each breaks its rule, at its place, and no other. */
const INVALID: [keyof typeof WORKFLOW_RULES, string, WorkflowNode[]][] = [
  ['at-most-1000-nodes', 'nodes', Array.from({ length: 1001 }, (_, i) => source(`s${i}`, ORDERS))],
  [
    'at-most-100-inputs',
    'nodes/u/inputs',
    [
      ...Array.from({ length: 101 }, (_, i) => source(`s${i}`, ORDERS)),
      merge(
        'u',
        Array.from({ length: 101 }, (_, i) => `s${i}`),
        { how: 'UNION' },
      ),
      pipeline('p', 'u', 'clean'),
    ],
  ],
  ['node-id-given', 'nodes/0', [source('', ORDERS), pipeline('p', '', 'clean')]],
  ['node-id-once', 'nodes/orders', [...cleaned, orders]],
  [
    'known-input',
    'nodes/both/inputs/nowhere',
    [orders, customers, join('both', ['orders', 'nowhere', 'customers'], 'id'), pipeline('p', 'both', 'clean')],
  ],
  [
    'input-once',
    'nodes/both/inputs/orders',
    [orders, customers, join('both', ['orders', 'customers', 'orders'], 'id'), pipeline('p', 'both', 'clean')],
  ],
  [
    'source-without-inputs',
    'nodes/customers/inputs',
    [orders, { ...customers, inputs: ['orders'] }, joined[2]!, pipeline('p', 'both', 'clean')],
  ],
  ['merge-of-two-or-more', 'nodes/both/inputs', [orders, join('both', ['orders'], 'id'), pipeline('p', 'both', 'clean')]],
  [
    'merge-of-two-or-more',
    'nodes/both/inputs',
    [join('both', [], 'id'), orders, join('all', ['orders', 'both'], 'id'), pipeline('p', 'all', 'clean')],
  ],
  ['pipeline-of-one', 'nodes/p/inputs', [orders, customers, { ...pipeline('p', 'orders', 'clean'), inputs: ['orders', 'customers'] }]],
  [
    'pipeline-of-one',
    'nodes/p/inputs',
    [orders, { ...pipeline('p', '', 'clean'), inputs: [] }, join('j', ['p', 'orders'], 'id'), pipeline('q', 'j', 'again')],
  ],
  ['sink-of-one', 'nodes/out/inputs', [...whole.slice(0, 4), { ...sink('out', ''), inputs: [] }]],
  ['sink-of-one', 'nodes/out/inputs', [...whole.slice(0, 4), { ...sink('out', ''), inputs: ['clean', 'both'] }]],
  ['field-of-kind', 'nodes/orders/pipelineVersion', [{ ...orders, pipelineVersion: pipelineVersionId('clean') }, cleaned[1]!]],
  ['field-of-kind', 'nodes/orders/merge', [{ ...orders, merge: { how: 'UNION' } }, cleaned[1]!]],
  ['field-of-kind', 'nodes/clean/dataset', [orders, { ...cleaned[1]!, dataset: ORDERS }]],
  ['field-of-kind', 'nodes/out/pipelineVersion', [...cleaned, sink('out', 'clean', { pipelineVersion: pipelineVersionId('clean') })]],
  ['field-of-kind', 'nodes/out/fitted', [...cleaned, sink('out', 'clean', { fitted: FITTED })]],
  ['field-of-kind', 'nodes/both/columns', [...whole.slice(0, 2), { ...whole[2]!, columns: schemaOf('id:int') }, ...whole.slice(3)]],
  [
    'field-of-kind',
    'nodes/u/merge/on',
    [orders, source('more', ORDERS), merge('u', ['orders', 'more'], { how: 'UNION', on: ['id'] }), pipeline('p', 'u', 'clean')],
  ],
  [
    'field-of-kind',
    'nodes/both/merge/segmentVersion',
    [
      orders,
      customers,
      merge('both', ['orders', 'customers'], { how: 'LEFT', on: ['id'], segmentVersion: DEDUP }),
      pipeline('p', 'both', 'clean'),
    ],
  ],
  ['source-of-something', 'nodes/a', [{ id: 'a', kind: 'SOURCE', inputs: [] }, pipeline('p', 'a', 'clean')]],
  ['dataset-id', 'nodes/a/dataset', [source('a', 'orders'), pipeline('p', 'a', 'clean')]],
  ['dataset-id', 'nodes/out/dataset', [...cleaned, sink('out', 'clean', { dataset: pipelineVersionId('clean') })]],
  ['column-once', 'nodes/a/columns/id', [listed('a', 'id:int x:int id:int'), pipeline('p', 'a', 'clean')]],
  ['column-type', 'nodes/a/columns/id', [listed('a', 'id:number x:int'), pipeline('p', 'a', 'clean')]],
  ['pipeline-given', 'nodes/p/pipelineVersion', [orders, { id: 'p', kind: 'PIPELINE', inputs: ['orders'] }]],
  [
    'merge-given',
    'nodes/both/merge',
    [orders, customers, { id: 'both', kind: 'MERGE', inputs: ['orders', 'customers'] }, pipeline('p', 'both', 'clean')],
  ],
  ['join-keys-given', 'nodes/both/merge/on', [orders, customers, join('both', ['orders', 'customers']), pipeline('p', 'both', 'clean')]],
  [
    'join-key-once',
    'nodes/both/merge/on/id',
    [orders, customers, join('both', ['orders', 'customers'], 'id', 'id'), pipeline('p', 'both', 'clean')],
  ],
  [
    'merge-segment-given',
    'nodes/m/merge/segmentVersion',
    [orders, customers, merge('m', ['orders', 'customers'], { how: 'CUSTOM' }), pipeline('p', 'm', 'clean')],
  ],
  ['pipeline-needed', 'nodes', [orders, sink('out', 'orders')]],
  ['acyclic', 'nodes/a', [orders, join('j', ['orders', 'a'], 'id'), pipeline('a', 'j', 'clean'), pipeline('end', 'a', 'again')]],
  ['acyclic', 'nodes/j', [orders, join('j', ['j', 'orders'], 'id'), pipeline('end', 'j', 'again')]],
  ['nothing-dangles', 'nodes/customers', [...cleaned, customers]],
  ['nothing-dangles', 'nodes/both', [...joined, pipeline('p', 'orders', 'clean')]],
  ['one-end', 'nodes', [...cleaned, pipeline('other', 'orders', 'clean')]],
  ['sink-receives-end', 'nodes/raw/inputs/orders', [...cleaned, sink('raw', 'orders')]],
  ['sink-receives-end', 'nodes/early/inputs/clean', [...cleaned, pipeline('end', 'clean', 'again'), sink('early', 'clean')]],
  ['sink-is-last', 'nodes/copy/inputs/out', [...cleaned, sink('out', 'clean'), sink('copy', 'out')]],
  ['estimation-last', 'nodes/train', [orders, pipeline('train', 'orders', 'churn'), pipeline('end', 'train', 'again')]],
  ['known-pipeline', 'nodes/p/pipelineVersion', [orders, pipeline('p', 'orders', 'unheard of')]],
  [
    'known-pipeline',
    'nodes/p/pipelineVersion',
    [orders, pipeline('p', 'orders', 'clean', { pipelineVersion: entityId('PIPELINE', 'default', 'clean') })],
  ],
  ['published-pipeline', 'nodes/p/pipelineVersion', [orders, pipeline('p', 'orders', 'draft')]],
  [
    'known-merge-segment',
    'nodes/m/merge/segmentVersion',
    [orders, customers, merge('m', ['orders', 'customers'], { how: 'CUSTOM', segmentVersion: 'dedup' }), pipeline('p', 'm', 'clean')],
  ],
  [
    'known-merge-segment',
    'nodes/m/merge/segmentVersion',
    [orders, customers, merge('m', ['orders', 'customers'], { how: 'CUSTOM', segmentVersion: FOREST }), pipeline('p', 'm', 'clean')],
  ],
  [
    'published-merge-segment',
    'nodes/m/merge/segmentVersion',
    [orders, customers, merge('m', ['orders', 'customers'], { how: 'CUSTOM', segmentVersion: DRAFT_SEGMENT }), pipeline('p', 'm', 'clean')],
  ],
  ['fitted-bound', 'nodes/i/fitted', [orders, pipeline('i', 'orders', 'index'), pipeline('end', 'i', 'again')]],
  ['fitted-id', 'nodes/i/fitted', [orders, pipeline('i', 'orders', 'index', { fitted: 'indexer' })]],
  ['fitted-where-needed', 'nodes/clean/fitted', [orders, pipeline('clean', 'orders', 'clean', { fitted: FITTED })]],
  ['fitted-where-needed', 'nodes/t/fitted', [orders, pipeline('t', 'orders', 'churn', { fitted: FITTED })]],
  [
    'source-columns-exist',
    'nodes/orders/columns/price',
    [source('orders', ORDERS, { columns: schemaOf('id:bigint price:double') }), cleaned[1]!],
  ],
  [
    'join-keys-on-every-side',
    'nodes/both/merge/on/name',
    [orders, customers, join('both', ['orders', 'customers'], 'id', 'name'), pipeline('p', 'both', 'clean')],
  ],
  [
    'join-key-types',
    'nodes/both/merge/on/id',
    [orders, listed('texts', 'id:string'), join('both', ['orders', 'texts'], 'id'), pipeline('p', 'both', 'clean')],
  ],
  [
    'merged-columns-distinct',
    'nodes/both/inputs/more',
    [orders, source('more', ORDERS), join('both', ['orders', 'more'], 'id'), pipeline('p', 'both', 'clean')],
  ],
  [
    'union-columns-equal',
    'nodes/u/inputs/customers',
    [orders, customers, merge('u', ['orders', 'customers'], { how: 'UNION' }), pipeline('p', 'u', 'clean')],
  ],
  [
    'union-columns-equal',
    'nodes/u/inputs/b',
    [listed('a', 'id:int x:string'), listed('b', 'id:int x:int'), merge('u', ['a', 'b'], { how: 'UNION' }), pipeline('p', 'u', 'clean')],
  ],
  ['pipeline-needs', 'nodes/p/pipelineVersion/steps/0/params', [orders, pipeline('p', 'orders', 'picky')]],
  ['sink-columns', 'nodes/out/columns', [...cleaned, sink('out', 'clean', { columns: schemaOf('id:bigint absent:int') })]],
  ['sink-columns', 'nodes/out/columns/id', [...cleaned, sink('out', 'clean', { columns: schemaOf('id:int') })]],
];

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
});
