import { datasetId } from '../../src/catalog/id.js';
import type { WorkflowNode, WorkflowNodeKind } from '../../src/catalog/workflow/definition.js';
import type { WorkflowRule } from '../../src/catalog/workflow/findings.js';
import type { BoundPipeline, Known } from '../../src/catalog/workflow/known.js';
import { pipelineVersionId, plainPipeline, schemaOf } from './plain-pipelines.js';
import type { Random } from './random.js';
import type { RandomWorkflow } from './random-workflow.js';

type Broken = Pick<RandomWorkflow, 'definition' | 'known'>;

export interface Mutation {
  readonly rule: WorkflowRule;
  /** undefined: this workflow has nothing that could be broken so. */
  change(workflow: RandomWorkflow, random: Random): Broken | undefined;
}

/** A random workflow that is changed in one place. */
class Draft {
  readonly nodes: WorkflowNode[];

  constructor(
    readonly workflow: RandomWorkflow,
    private readonly random: Random,
  ) {
    this.nodes = [...workflow.definition.nodes];
  }

  any(kind: WorkflowNodeKind, fits: (node: WorkflowNode) => boolean = () => true): WorkflowNode | undefined {
    const candidates = this.nodes.filter((node) => node.kind === kind && fits(node));
    return candidates[this.random.below(candidates.length)];
  }

  isRead({ id }: WorkflowNode): boolean {
    return this.nodes.some(({ kind, inputs }) => kind !== 'SINK' && inputs.includes(id));
  }

  with(...added: WorkflowNode[]): Broken {
    return { ...this.workflow, definition: { nodes: [...this.nodes, ...added] } };
  }

  replacing(node: WorkflowNode | undefined, change: (node: WorkflowNode) => Partial<WorkflowNode>): Broken | undefined {
    if (!node) return undefined;
    const nodes = this.nodes.map((each) => (each === node ? { ...each, ...change(each) } : each));
    return { ...this.workflow, definition: { nodes } };
  }

  knowing(pipeline: BoundPipeline | undefined, change: Partial<BoundPipeline>): Broken | undefined {
    if (!pipeline) return undefined;
    const pipelines = new Map(this.workflow.known.pipelines).set(pipeline.id, { ...pipeline, ...change });
    return { ...this.workflow, known: { ...this.workflow.known, pipelines } };
  }

  pipelineOf(node: WorkflowNode | undefined): BoundPipeline | undefined {
    return this.workflow.known.pipelines.get(node?.pipelineVersion ?? '');
  }
}

const isJoin = ({ merge }: WorkflowNode): boolean => merge?.on !== undefined;
const isUnion = ({ merge }: WorkflowNode): boolean => merge?.how === 'UNION';
const extraSource = (columns = 'id:int'): WorkflowNode => ({ id: 'extra', kind: 'SOURCE', inputs: [], columns: schemaOf(columns) });
const extraPipeline = (input: string): WorkflowNode => ({
  id: 'extra',
  kind: 'PIPELINE',
  inputs: [input],
  pipelineVersion: pipelineVersionId('add-0'),
});
const extraSink = (input: string): WorkflowNode => ({ id: 'extra', kind: 'SINK', inputs: [input], dataset: datasetId('x', 'y') });

const mutation = (rule: WorkflowRule, change: (draft: Draft) => Broken | undefined): Mutation => ({
  rule,
  change: (workflow, random) => change(new Draft(workflow, random)),
});

/** A join reads one more source, with these columns. */
const joining = (draft: Draft, columns: string): Broken | undefined => {
  const join = draft.any('MERGE', isJoin);
  const broken = draft.replacing(join, ({ inputs }) => ({ inputs: [...inputs, 'extra'] }));
  return broken && { ...broken, definition: { nodes: [...broken.definition.nodes, extraSource(columns)] } };
};

const without = (known: Known, id: string): Known => {
  const pipelines = new Map(known.pipelines);
  pipelines.delete(id);
  return { ...known, pipelines };
};

export const mutations: readonly Mutation[] = [
  mutation('node-id-once', (draft) => draft.with(draft.any('SOURCE')!)),
  mutation('known-input', (draft) => draft.replacing(draft.any('MERGE'), ({ inputs }) => ({ inputs: [...inputs, 'nowhere'] }))),
  mutation('input-once', (draft) => draft.replacing(draft.any('MERGE'), ({ inputs }) => ({ inputs: [...inputs, inputs[0]!] }))),
  mutation('source-without-inputs', (draft) => {
    const broken = draft.replacing(draft.any('SOURCE'), () => ({ inputs: ['extra'] }));
    return broken && { ...broken, definition: { nodes: [...broken.definition.nodes, extraSource()] } };
  }),
  mutation('merge-of-two-or-more', (draft) => {
    const between: WorkflowNode = { id: 'extra', kind: 'MERGE', inputs: [], merge: { how: 'INNER', on: ['id'] } };
    const broken = draft.replacing(draft.any('PIPELINE'), () => ({ inputs: ['extra'] }));
    const reader = broken?.definition.nodes.find(({ inputs }) => inputs.includes('extra'));
    const inputs = draft.nodes.find(({ id }) => id === reader?.id)?.inputs;
    return broken && inputs && { ...broken, definition: { nodes: [...broken.definition.nodes, { ...between, inputs }] } };
  }),
  mutation('pipeline-of-one', (draft) => {
    const source = draft.any('SOURCE')!;
    return draft.replacing(
      draft.any('PIPELINE', ({ inputs }) => inputs[0] !== source.id),
      ({ inputs }) => ({ inputs: [...inputs, source.id] }),
    );
  }),
  mutation('sink-of-one', (draft) =>
    draft.replacing(draft.any('SINK'), ({ inputs }) => ({ inputs: [...inputs, draft.any('SOURCE')!.id] })),
  ),
  mutation('field-of-kind', (draft) => draft.replacing(draft.any('SOURCE'), () => ({ pipelineVersion: pipelineVersionId('last') }))),
  mutation('field-of-kind', (draft) => draft.replacing(draft.any('PIPELINE'), () => ({ columns: schemaOf('id:int') }))),
  mutation('dataset-id', (draft) => draft.replacing(draft.any('SINK'), () => ({ dataset: 'nowhere' }))),
  mutation('pipeline-given', (draft) => draft.replacing(draft.any('PIPELINE'), () => ({ pipelineVersion: undefined }))),
  mutation('merge-given', (draft) => draft.replacing(draft.any('MERGE'), () => ({ merge: undefined }))),
  mutation('join-keys-given', (draft) => draft.replacing(draft.any('MERGE', isJoin), ({ merge }) => ({ merge: { ...merge!, on: [] } }))),
  mutation('acyclic', (draft) => draft.replacing(draft.any('MERGE'), ({ id, inputs }) => ({ inputs: [...inputs, id] }))),
  mutation('acyclic', (draft) => {
    if (draft.workflow.kind === 'TRAINING') return undefined;
    return draft.replacing(draft.any('MERGE'), ({ inputs }) => ({ inputs: [...inputs, draft.workflow.end] }));
  }),
  mutation('nothing-dangles', (draft) => draft.with(extraSource())),
  mutation('one-end', (draft) => draft.with(extraPipeline(draft.any('SOURCE')!.id))),
  mutation('sink-receives-end', (draft) => draft.with(extraSink(draft.any('SOURCE')!.id))),
  mutation('sink-is-last', (draft) => draft.with(extraSink(draft.any('SINK')!.id))),
  mutation('estimation-last', (draft) =>
    draft.knowing(draft.pipelineOf(draft.any('PIPELINE', (node) => draft.isRead(node))), { kind: 'ESTIMATION' }),
  ),
  mutation('known-pipeline', (draft) => ({ ...draft.workflow, known: without(draft.workflow.known, pipelineVersionId('last')) })),
  mutation('published-pipeline', (draft) => draft.knowing(draft.pipelineOf(draft.any('PIPELINE')), { draft: true })),
  mutation('fitted-bound', (draft) =>
    draft.workflow.kind === 'TRAINING' ? undefined : draft.knowing(draft.pipelineOf(draft.any('PIPELINE')), { needsFitting: true }),
  ),
  mutation('source-columns-exist', (draft) => {
    const source = draft.any('SOURCE', ({ columns }) => columns === undefined);
    const stored = draft.workflow.known.schemas.get(source?.dataset ?? '');
    return stored && draft.replacing(source, () => ({ columns: [...stored, { name: 'absent', type: 'int' }] }));
  }),
  mutation('join-keys-on-every-side', (draft) => joining(draft, 'other:int')),
  mutation('join-key-types', (draft) => joining(draft, 'id:string')),
  mutation('merged-columns-distinct', (draft) => {
    const join = draft.any('MERGE', isJoin);
    const broken = draft.replacing(join, ({ inputs }) => ({ inputs: [...inputs, 'extra', 'more'] }));
    const both = [extraSource('id:int same:int'), { ...extraSource('id:int same:int'), id: 'more' }];
    return broken && { ...broken, definition: { nodes: [...broken.definition.nodes, ...both] } };
  }),
  mutation('union-columns-equal', (draft) => {
    const union = draft.any('MERGE', isUnion);
    const broken = draft.replacing(union, ({ inputs }) => ({ inputs: [...inputs, 'extra'] }));
    return broken && { ...broken, definition: { nodes: [...broken.definition.nodes, extraSource()] } };
  }),
  mutation('pipeline-needs', (draft) => {
    const node = draft.any('PIPELINE');
    const { propagate } = plainPipeline({ name: 'picky', needs: ['absent'] });
    return draft.knowing(draft.pipelineOf(node), { propagate });
  }),
  mutation('sink-columns', (draft) => draft.replacing(draft.any('SINK'), () => ({ columns: schemaOf('id:bigint absent:int') }))),
  mutation('sink-columns', (draft) => draft.replacing(draft.any('SINK'), () => ({ columns: schemaOf('id:string') }))),
];
