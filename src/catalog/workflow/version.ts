import type { Json, Port } from '../../write/fact.js';
import { type Chosen, field, type Projection } from '../entity/projection.js';
import { type Flows, projectVersion } from '../entity/version.js';
import { canonicalDefinition, WORKFLOW_KINDS, type WorkflowDefinition, type WorkflowKind, type WorkflowNode } from './definition.js';

export { versionShape as shape } from '../entity/version.js';

/** With its kind as a property, so that lists can be narrowed by it. */
export function project(id: string, chosen: Chosen): Projection {
  const { properties, ...rest } = projectVersion(id, chosen);
  return { ...rest, properties: { ...properties, workflowKind: kindIn(chosen.definition) } };
}

/** What a version keeps: its definition, and its kind, which never changes since what it names never does. */
export function storedDefinition(definition: WorkflowDefinition, kind: WorkflowKind | null): Json {
  return { ...(kind && { kind }), ...canonicalDefinition(definition) };
}

export function definitionIn(stored: object | null): WorkflowDefinition {
  return { nodes: (stored as WorkflowDefinition | null)?.nodes ?? [] };
}

/** The kind of a stored definition; null: a draft of which it can't be said yet. */
export function kindIn(stored: Json | undefined): WorkflowKind | null {
  return WORKFLOW_KINDS.find((kind) => kind === field(stored, 'kind')) ?? null;
}

/** What flows into a version and out of it: data of its sources and to its sinks, pipelines and merging segments as parts. */
export function flowsOf({ nodes }: WorkflowDefinition): Flows {
  const datasets = (wanted: WorkflowNode['kind']) => portsOf(nodes.map(({ kind, dataset }) => (kind === wanted ? dataset : undefined)));
  return {
    parts: portsOf(nodes.flatMap(({ pipelineVersion, merge }) => [pipelineVersion, merge?.segmentVersion])),
    inputs: datasets('SOURCE'),
    outputs: datasets('SINK'),
  };
}

function portsOf(ids: readonly (string | undefined)[]): Port[] {
  const given = new Set(ids.filter((id) => id !== undefined));
  return [...given].sort().map((dataset) => ({ dataset }));
}
