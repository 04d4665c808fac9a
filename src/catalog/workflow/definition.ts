import type { Json } from '../../write/fact.js';
import type { Schema } from '../pipeline/schema.js';

export const WORKFLOW_NODE_KINDS = ['SOURCE', 'MERGE', 'PIPELINE', 'SINK'] as const;
export type WorkflowNodeKind = (typeof WORKFLOW_NODE_KINDS)[number];

/** The first four are joins, in SQL's words. */
export const MERGE_KINDS = ['INNER', 'LEFT', 'RIGHT', 'FULL', 'UNION', 'CUSTOM'] as const;
export type MergeKind = (typeof MERGE_KINDS)[number];

/** TRAINING: it ends in an estimation pipeline. */
export const WORKFLOW_KINDS = ['TRANSFORMATION', 'TRAINING'] as const;
export type WorkflowKind = (typeof WORKFLOW_KINDS)[number];

/** A directed acyclic graph: each node names the nodes that it reads. The order of nodes means nothing, that of inputs does. */
export interface WorkflowDefinition {
  readonly nodes: readonly WorkflowNode[];
}

/** Which fields a kind of node has is a rule (`node-rules.ts`), so that all that is wrong can be said at once. */
export interface WorkflowNode {
  readonly id: string;
  readonly kind: WorkflowNodeKind;
  readonly inputs: readonly string[];
  /** Of a source or sink: the id of a Dataset (each materialisation of a feature table is one) or of a FeatureTable. */
  readonly dataset?: string;
  /** Of a source: what it gives; of a custom merge: what comes out; of a sink: what it needs. */
  readonly columns?: Schema;
  /** Of a pipeline: the id of a PipelineVersion. */
  readonly pipelineVersion?: string;
  /** Of a pipeline that needs fitting: the id of the TrainedModel that it is applied with. */
  readonly fitted?: string;
  readonly merge?: Merge;
}

export interface Merge {
  readonly how: MergeKind;
  /** Of a join: names of the key columns, the same on every side. */
  readonly on?: readonly string[];
  /** Of a custom merge: the id of a SegmentVersion. */
  readonly segmentVersion?: string;
}

/** Equal definitions give equal JSON: nodes in the order of their ids, keys in alphabetical order, nothing that is absent. */
export function canonicalDefinition({ nodes }: WorkflowDefinition): { nodes: Json[] } {
  return { nodes: [...nodes].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(canonicalNode) };
}

function canonicalNode({ id, kind, inputs, dataset, columns, pipelineVersion, fitted, merge }: WorkflowNode): Json {
  return {
    ...(columns && { columns: columns.map(({ name, type, nullable }) => ({ name, ...(nullable !== undefined && { nullable }), type })) }),
    ...(dataset !== undefined && { dataset }),
    ...(fitted !== undefined && { fitted }),
    id,
    inputs,
    kind,
    ...(merge && { merge: canonicalMerge(merge) }),
    ...(pipelineVersion !== undefined && { pipelineVersion }),
  };
}

function canonicalMerge({ how, on, segmentVersion }: Merge): Json {
  return { how, ...(on && { on }), ...(segmentVersion !== undefined && { segmentVersion }) };
}
