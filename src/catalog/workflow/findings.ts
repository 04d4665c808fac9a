import type { Problem } from '../../write/fact.js';
import type { Schema } from '../pipeline/schema.js';

/**
 * Every rule of a workflow by its name, which is what clients see in `Problem.rule`, with what it asks for. The order is the
 * one they are written down in: names and numbers, fields of nodes, the graph, what is bound, schemas.
 */
export const WORKFLOW_RULES = {
  'at-most-1000-nodes': 'A workflow has at most 1,000 nodes.',
  'at-most-100-inputs': 'A node has at most 100 inputs.',
  'node-id-given': 'Every node has an id.',
  'node-id-once': 'No two nodes have the same id.',
  'known-input': 'An input is the id of a node of the same workflow.',
  'input-once': 'A node names each of its inputs once.',

  'source-without-inputs': 'A source has no inputs.',
  'merge-of-two-or-more': 'A merge has two or more inputs.',
  'pipeline-of-one': 'A pipeline has exactly one input.',
  'sink-of-one': 'A sink has exactly one input.',
  'field-of-kind': 'A node has only the fields that its kind has.',
  'source-of-something': 'A source names a dataset, or at least the columns it gives.',
  'dataset-id': 'A dataset is named by the id of a Dataset or a FeatureTable.',
  'column-once': 'No two columns of a node have the same name.',
  'column-type': 'Columns have types of Spark.',
  'pipeline-given': 'A pipeline node names a pipeline version.',
  'merge-given': 'A merge says how it merges.',
  'join-keys-given': 'A join names its keys.',
  'join-key-once': 'A join names each key once.',
  'merge-segment-given': 'A custom merge names a segment version.',

  'source-needed': 'A workflow has at least one source.',
  'pipeline-needed': 'A workflow has at least one pipeline.',
  acyclic: 'No node reads, directly or through others, what it gives.',
  'nothing-dangles': 'Some node reads each source and each merge.',
  'one-end': 'A workflow ends in a single pipeline.',
  'sink-receives-end': 'A sink receives what the last pipeline gives.',
  'sink-is-last': 'No node reads a sink.',
  'estimation-last': 'An estimation pipeline stands only as the last pipeline.',

  'known-pipeline': 'A pipeline node names a pipeline version that exists.',
  'published-pipeline': 'A published workflow names no draft of a pipeline.',
  'known-merge-segment': 'A custom merge names a segment version that exists and is no predictor.',
  'published-merge-segment': 'A published workflow names no draft of a segment.',
  'fitted-bound': 'A transformation workflow binds each pipeline that needs fitting to a fitted instance.',
  'fitted-id': 'A fitted instance is named by the id of a TrainedModel.',
  'fitted-where-needed': 'Only a transformation pipeline that needs fitting is bound to a fitted instance.',

  'source-columns-exist': 'The columns a source is said to give are columns of its dataset.',
  'join-keys-on-every-side': 'The keys of a join are columns of each of its inputs.',
  'join-key-types': 'A key of a join has compatible types on all sides.',
  'merged-columns-distinct': 'Columns that are no keys come from one side of a join only.',
  'union-columns-equal': 'All sides of a union have the same columns, of compatible types.',
  'pipeline-needs': 'A pipeline gets the columns that it needs.',
  'sink-columns': 'A sink gets the columns that it says it needs.',
} as const;

export type WorkflowRule = keyof typeof WORKFLOW_RULES;

/** What can't be checked, or is allowed and worth knowing. */
export type WorkflowNote = 'schema-unknown' | 'not-in-lineage';

type Path = readonly string[];

/** Of each sort; more would help nobody. */
export const MAX_FINDINGS = 1000;

/** Collects what is found. Paths begin at the definition and name nodes by their ids: `nodes/join/inputs`. */
export class Findings {
  /** Rules that are broken, whatever is added later. */
  readonly problems: Problem[] = [];
  /** What is not there yet: a draft may lack it. */
  readonly missing: Problem[] = [];
  readonly notes: Problem[] = [];

  breaks(rule: WorkflowRule, path: Path, message: string, remedy: string): void {
    add(this.problems, { rule, path, message, remedy });
  }

  lacks(rule: WorkflowRule, path: Path, message: string, remedy: string): void {
    add(this.missing, { rule, path, message, remedy });
  }

  remarks(note: WorkflowNote, path: Path, message: string, remedy: string): void {
    add(this.notes, { rule: note, path, message, remedy });
  }
}

/** The message begins with the node it is about, so that it can be read alone. */
function add(list: Problem[], { message, ...problem }: Problem): void {
  const [, node] = problem.path;
  if (list.length < MAX_FINDINGS) list.push({ ...problem, message: node === undefined ? message : `Node "${node}": ${message}` });
}

const SHOWN = 10;

/** Names in a sentence: `"a", "b" and 7 more`. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

export function columnNames(schema: Schema): string {
  return schema.length === 0 ? 'it has no columns' : `its columns are ${named(schema.map(({ name }) => name))}`;
}
