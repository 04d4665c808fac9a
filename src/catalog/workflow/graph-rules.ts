import type { WorkflowKind, WorkflowNode } from './definition.js';
import { type Findings, named } from './findings.js';
import type { WorkflowGraph } from './graph.js';
import type { Known } from './known.js';

const isPipeline = ({ kind }: WorkflowNode): boolean => kind === 'PIPELINE';
const isSink = ({ kind }: WorkflowNode): boolean => kind === 'SINK';

/** The pipelines that nothing but sinks reads: a finished workflow has one. */
export function endsOf(graph: WorkflowGraph): WorkflowNode[] {
  return graph.nodes.filter((node) => isPipeline(node) && graph.readersOf(node).every(isSink));
}

/** From the last pipeline; null while there is no single one or it is not known. */
export function workflowKind(graph: WorkflowGraph, { pipelines }: Known): WorkflowKind | null {
  const [end, another] = endsOf(graph);
  const pipeline = end && !another ? pipelines.get(end.pipelineVersion ?? '') : undefined;
  return pipeline ? (pipeline.kind === 'ESTIMATION' ? 'TRAINING' : 'TRANSFORMATION') : null;
}

/** How the nodes hang together. */
export function checkGraph(graph: WorkflowGraph, known: Known, findings: Findings): void {
  checkNeeded(graph, findings);
  for (const circle of graph.circles)
    findings.breaks(
      'acyclic',
      ['nodes', circle[0]!],
      `Data goes round in a circle: ${[...circle, circle[0]!].map((id) => `"${id}"`).join(' to ')}.`,
      'Take one of these inputs away.',
    );
  const ends = endsOf(graph);
  checkEnds(graph, ends, findings);
  for (const node of graph.nodes) {
    if (isSink(node)) checkSink(graph, node, ends, findings);
    else checkEstimation(graph, node, known, findings);
  }
}

function checkNeeded({ nodes }: WorkflowGraph, findings: Findings): void {
  if (!nodes.some(({ kind }) => kind === 'SOURCE'))
    findings.lacks('source-needed', ['nodes'], 'There is no source.', 'Add a node of kind SOURCE for each dataset that is read.');
  if (!nodes.some(isPipeline))
    findings.lacks('pipeline-needed', ['nodes'], 'There is no pipeline.', 'Add a node of kind PIPELINE as the end.');
}

function checkEnds(graph: WorkflowGraph, ends: readonly WorkflowNode[], findings: Findings): void {
  for (const node of graph.nodes)
    if (!isPipeline(node) && !isSink(node) && graph.readersOf(node).length === 0)
      findings.lacks(
        'nothing-dangles',
        ['nodes', node.id],
        `Nothing reads this ${node.kind}.`,
        'Name it in the inputs of a node, or take it away.',
      );
  if (ends.length > 1)
    findings.lacks(
      'one-end',
      ['nodes'],
      `It ends in ${ends.length} pipelines: ${named(ends.map(({ id }) => id))}.`,
      'Merge what they give and end in one pipeline, or make a workflow of each.',
    );
}

/** With no end, or a sink without its one input, other rules say what is wrong. */
function checkSink(graph: WorkflowGraph, sink: WorkflowNode, ends: readonly WorkflowNode[], findings: Findings): void {
  for (const reader of graph.readersOf(sink))
    findings.breaks(
      'sink-is-last',
      ['nodes', reader.id, 'inputs', sink.id],
      `It reads the sink "${sink.id}".`,
      'Read what the sink reads, or add a source for its dataset in another workflow.',
    );
  const [input] = graph.inputsOf(sink);
  if (!input || sink.inputs.length !== 1 || isSink(input) || ends.length === 0 || ends.includes(input)) return;
  findings.breaks(
    'sink-receives-end',
    ['nodes', sink.id, 'inputs', input.id],
    `It receives what "${input.id}" gives, which is not the last pipeline.`,
    `Let it receive what ${named(ends.map(({ id }) => id))} gives.`,
  );
}

function checkEstimation(graph: WorkflowGraph, node: WorkflowNode, { pipelines }: Known, findings: Findings): void {
  if (!isPipeline(node) || pipelines.get(node.pipelineVersion ?? '')?.kind !== 'ESTIMATION') return;
  const readers = graph.readersOf(node).filter((reader) => !isSink(reader));
  if (readers.length > 0)
    findings.breaks(
      'estimation-last',
      ['nodes', node.id],
      `It is an estimation pipeline, and ${named(readers.map(({ id }) => id))} still reads what it gives.`,
      'Let it be the last pipeline: train in this workflow, apply the trained model in another.',
    );
}
