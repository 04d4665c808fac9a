import type { Problem } from '../../write/fact.js';
import type { Schema } from '../pipeline/schema.js';
import { checkBindings } from './binding-rules.js';
import type { WorkflowDefinition, WorkflowKind } from './definition.js';
import { Findings } from './findings.js';
import { graphOf } from './graph.js';
import { checkGraph, workflowKind } from './graph-rules.js';
import type { Known } from './known.js';
import { checkNodes } from './node-rules.js';
import { checkSchemas } from './schema-rules.js';

export interface WorkflowValidation {
  /** null: can't be said yet. */
  readonly kind: WorkflowKind | null;
  /** Rules that are broken. */
  readonly problems: readonly Problem[];
  /** What is not there yet: right for a draft, broken rules for everything else. */
  readonly missing: readonly Problem[];
  /** What could not be checked, or is allowed and worth knowing. */
  readonly notes: readonly Problem[];
  /** What comes out of each node, by its id, as far as it is known. */
  readonly schemas: ReadonlyMap<string, Schema>;
}

export const MAX_NODES = 1000;

/**
 * Everything that is wrong with a workflow, at once. The order of its nodes does not matter; the time it takes grows with
 * nodes, inputs and columns. Paths begin at the definition.
 */
export function validateWorkflow(definition: WorkflowDefinition, known: Known): WorkflowValidation {
  const findings = new Findings();
  if (definition.nodes.length > MAX_NODES) return tooLarge(definition.nodes.length, findings);
  checkNodes(definition, findings);
  const graph = graphOf(definition);
  const kind = workflowKind(graph, known);
  checkGraph(graph, known, findings);
  checkBindings(definition, kind, known, findings);
  const schemas = checkSchemas(graph, known, findings);
  const { problems, missing, notes } = findings;
  return { kind, problems, missing, notes, schemas };
}

/** Nothing else is looked at. */
function tooLarge(nodes: number, findings: Findings): WorkflowValidation {
  findings.breaks(
    'at-most-1000-nodes',
    ['nodes'],
    `It has ${nodes} nodes; at most ${MAX_NODES} are allowed.`,
    'Make several workflows of it.',
  );
  const { problems, missing, notes } = findings;
  return { kind: null, problems, missing, notes, schemas: new Map() };
}

/** Why it can't be published: of a draft, what is missing is no fault. */
export function faultsOf({ problems, missing }: WorkflowValidation, draft: boolean): readonly Problem[] {
  return draft ? problems : [...problems, ...missing];
}
