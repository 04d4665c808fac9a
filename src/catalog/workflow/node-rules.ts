import { columnType } from '../segment/column-type.js';
import type { Merge, WorkflowDefinition, WorkflowNode, WorkflowNodeKind } from './definition.js';
import { type Findings, named, type WorkflowRule } from './findings.js';
import { repeated } from './repeated.js';

/** What can be said of each node by itself: its id, how many inputs it has, the fields of its kind. */
export function checkNodes({ nodes }: WorkflowDefinition, findings: Findings): void {
  checkIds(nodes, findings);
  const ids = [...new Set(nodes.map(({ id }) => id))];
  const known = new Set(ids);
  nodes.forEach((node, index) => {
    checkInputs(node, pathOf(node, index), ids, known, findings);
    checkFields(node, pathOf(node, index), findings);
    NEEDS[node.kind](node, pathOf(node, index), findings);
  });
}

/** A node without an id is named by its place in the list. */
const pathOf = (node: WorkflowNode, index: number): string[] => ['nodes', node.id === '' ? String(index) : node.id];

function checkIds(nodes: readonly WorkflowNode[], findings: Findings): void {
  nodes.forEach(({ id, kind }, index) => {
    if (id === '') findings.breaks('node-id-given', ['nodes', String(index)], `This ${kind} has no id.`, 'Give it an id of its own.');
  });
  for (const id of repeated(nodes.map((node) => node.id)))
    if (id !== '') findings.breaks('node-id-once', ['nodes', id], 'Several nodes have this id.', 'Give each node an id of its own.');
}

export const MAX_INPUTS = 100;

interface Arity {
  readonly rule: WorkflowRule;
  readonly least: number;
  readonly most: number;
  readonly says: string;
}

const ARITIES: Readonly<Record<WorkflowNodeKind, Arity>> = {
  SOURCE: { rule: 'source-without-inputs', least: 0, most: 0, says: 'a source has none' },
  MERGE: { rule: 'merge-of-two-or-more', least: 2, most: MAX_INPUTS, says: 'a merge has two or more' },
  PIPELINE: { rule: 'pipeline-of-one', least: 1, most: 1, says: 'a pipeline has exactly one: merge several before it' },
  SINK: { rule: 'sink-of-one', least: 1, most: 1, says: 'a sink has exactly one, the last pipeline' },
};

function checkInputs(
  { kind, inputs }: WorkflowNode,
  node: readonly string[],
  ids: readonly string[],
  known: ReadonlySet<string>,
  findings: Findings,
): void {
  const path = [...node, 'inputs'];
  const { rule, least, most, says } = ARITIES[kind];
  const count = `It has ${inputs.length} ${inputs.length === 1 ? 'input' : 'inputs'}`;
  if (inputs.length > MAX_INPUTS) findings.breaks('at-most-100-inputs', path, `${count}.`, 'Merge some of them before.');
  else if (inputs.length > most) findings.breaks(rule, path, `${count}; ${says}.`, 'Take inputs away.');
  else if (inputs.length < least) findings.lacks(rule, path, `${count}; ${says}.`, 'Name the nodes that it reads.');
  for (const input of new Set(inputs))
    if (!known.has(input))
      findings.lacks('known-input', [...path, input], `There is no node "${input}".`, `The ids of the nodes are ${named(ids)}.`);
  for (const input of repeated(inputs))
    findings.breaks('input-once', [...path, input], `It names "${input}" more than once.`, 'Name each input once.');
}

type OptionalField = 'dataset' | 'columns' | 'pipelineVersion' | 'fitted' | 'merge';

const FIELDS: Readonly<Record<OptionalField, (node: WorkflowNode) => boolean>> = {
  columns: ({ kind, merge }) => kind === 'SOURCE' || kind === 'SINK' || (kind === 'MERGE' && merge?.how === 'CUSTOM'),
  dataset: ({ kind }) => kind === 'SOURCE' || kind === 'SINK',
  fitted: ({ kind }) => kind === 'PIPELINE',
  merge: ({ kind }) => kind === 'MERGE',
  pipelineVersion: ({ kind }) => kind === 'PIPELINE',
};

const KINDS_WITH: Readonly<Record<OptionalField, string>> = {
  columns: 'a source, a sink and a custom merge',
  dataset: 'a source and a sink',
  fitted: 'a pipeline',
  merge: 'a merge',
  pipelineVersion: 'a pipeline',
};

function checkFields(node: WorkflowNode, path: readonly string[], findings: Findings): void {
  for (const field of Object.keys(FIELDS) as OptionalField[])
    if (node[field] !== undefined && !FIELDS[field](node))
      findings.breaks(
        'field-of-kind',
        [...path, field],
        `A ${node.kind} can't have "${field}"; only ${KINDS_WITH[field]} can.`,
        'Leave it out.',
      );
  for (const { name, type } of node.columns ?? [])
    if (columnType(type) === undefined)
      findings.breaks(
        'column-type',
        [...path, 'columns', name],
        `"${type}" is not a type of Spark.`,
        'Send one of its simple strings: string, bigint, decimal(18,2), array<string>, vector.',
      );
  for (const name of repeated((node.columns ?? []).map((column) => column.name)))
    findings.breaks('column-once', [...path, 'columns', name], `Several columns are named "${name}".`, 'Name each column once.');
}

type Check = (node: WorkflowNode, path: readonly string[], findings: Findings) => void;

const NEEDS: Readonly<Record<WorkflowNodeKind, Check>> = {
  SOURCE: ({ dataset, columns }, path, findings) => {
    if (dataset === undefined && columns === undefined)
      findings.lacks(
        'source-of-something',
        path,
        'It says neither which dataset it reads nor which columns it gives.',
        'Name its dataset by id, or list its columns.',
      );
  },
  MERGE: ({ merge }, path, findings) => {
    if (merge) checkMerge(merge, [...path, 'merge'], findings);
    else findings.lacks('merge-given', [...path, 'merge'], 'It does not say how it merges.', 'Send merge {how, on}.');
  },
  PIPELINE: ({ pipelineVersion }, path, findings) => {
    if (pipelineVersion === undefined)
      findings.lacks('pipeline-given', [...path, 'pipelineVersion'], 'It names no pipeline version.', 'Send the id of one.');
  },
  SINK: () => {},
};

function checkMerge({ how, on, segmentVersion }: Merge, path: readonly string[], findings: Findings): void {
  const join = how !== 'UNION' && how !== 'CUSTOM';
  if (join && !on?.length)
    findings.lacks('join-keys-given', [...path, 'on'], `It joins (${how}) and names no keys.`, 'Name the key columns in "on".');
  if (!join && on?.length)
    findings.breaks('field-of-kind', [...path, 'on'], `A ${how} merge can't have keys; only joins can.`, 'Leave "on" out.');
  if (how === 'CUSTOM' && segmentVersion === undefined)
    findings.lacks('merge-segment-given', [...path, 'segmentVersion'], 'It names no segment version.', 'Send the id of one.');
  if (how !== 'CUSTOM' && segmentVersion !== undefined)
    findings.breaks(
      'field-of-kind',
      [...path, 'segmentVersion'],
      `A ${how} merge can't have a segment; only a CUSTOM one can.`,
      'Leave "segmentVersion" out, or send how: CUSTOM.',
    );
  for (const key of repeated(on ?? []))
    findings.breaks('join-key-once', [...path, 'on', key], `It names the key "${key}" more than once.`, 'Name each key once.');
}
