import { kindOf } from './id.js';
import { KINDS, type Kind } from './kind.js';

/** Types of lineage edges between entities (columns have their own): each follows from the kinds of its ends. */
export const FLOW_TYPES = ['FEEDS', 'PRODUCES', 'CARRIES', 'INCLUDED_IN', 'DEFINES', 'INFORMS', 'TRAINS', 'PREDICTS', 'SERVES'] as const;
export type FlowType = (typeof FLOW_TYPES)[number];

/** Data, and definitions, flow from left to right. */
const FLOWS: readonly (readonly [from: readonly Kind[], type: FlowType, to: readonly Kind[]])[] = [
  [['DATASET'], 'FEEDS', ['JOB', 'WORKFLOW_VERSION']],
  [['FEATURE_TABLE'], 'FEEDS', ['JOB', 'WORKFLOW_VERSION']],
  [['JOB', 'WORKFLOW_VERSION'], 'PRODUCES', ['DATASET']],
  [['JOB', 'PIPELINE', 'PIPELINE_VERSION', 'WORKFLOW', 'WORKFLOW_VERSION'], 'PRODUCES', ['FEATURE_TABLE']],
  [['DATASET'], 'CARRIES', ['FEATURE_TABLE']],
  [['COLUMN'], 'CARRIES', ['FEATURE']],
  [['SEGMENT_VERSION'], 'INCLUDED_IN', ['PIPELINE_VERSION', 'WORKFLOW_VERSION']],
  [['PIPELINE_VERSION'], 'INCLUDED_IN', ['WORKFLOW_VERSION']],
  [['SEGMENT'], 'DEFINES', ['SEGMENT_VERSION']],
  [['PIPELINE'], 'DEFINES', ['PIPELINE_VERSION']],
  [['WORKFLOW'], 'DEFINES', ['WORKFLOW_VERSION']],
  [['FEATURE', 'FEATURE_TABLE'], 'INFORMS', ['MODEL']],
  [['SEGMENT_VERSION', 'PIPELINE_VERSION', 'WORKFLOW_VERSION'], 'INCLUDED_IN', ['MODEL']],
  [['MODEL'], 'DEFINES', ['TRAINED_MODEL']],
  [['DATASET'], 'TRAINS', ['TRAINED_MODEL']],
  [['JOB'], 'PRODUCES', ['TRAINED_MODEL']],
  [['TRAINED_MODEL'], 'PREDICTS', ['PREDICTION_SET']],
  [['DATASET'], 'FEEDS', ['PREDICTION_SET']],
  [['PREDICTION_SET'], 'PRODUCES', ['DATASET']],
  [['TRAINED_MODEL', 'PIPELINE_VERSION', 'WORKFLOW_VERSION', 'FEATURE_TABLE', 'FEATURE'], 'SERVES', ['DEPLOYMENT']],
];

const TYPE_OF: ReadonlyMap<Kind | undefined, ReadonlyMap<Kind | undefined, FlowType>> = new Map(
  KINDS.map((from) => [
    from,
    new Map(FLOWS.flatMap(([froms, type, tos]) => (froms.includes(from) ? tos.map((to) => [to, type] as const) : []))),
  ]),
);

/** The edge from one kind of entity to another; undefined where nothing flows between them. */
export function flowOf(from: Kind | undefined, to: Kind | undefined): FlowType | undefined {
  return TYPE_OF.get(from)?.get(to);
}

/** The same by ids. */
export function flowBetween(from: string, to: string): FlowType | undefined {
  return flowOf(kindOf(from), kindOf(to));
}

/** Kinds that stand in the lineage of assets. */
export const FLOWING_KINDS: ReadonlySet<Kind> = new Set(
  FLOWS.flatMap(([from, , to]) => [...from, ...to]).filter((kind) => kind !== 'COLUMN' && kind !== 'FEATURE'),
);
