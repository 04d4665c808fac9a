import { type DefinitionFilter, listOfDefinitions, turning } from '../entity/definition-list.repository.js';
import type { WorkflowKind } from './definition.js';
import { shape, type WorkflowRow } from './workflow.js';

export interface WorkflowFilter extends DefinitionFilter {
  readonly workflowKind?: WorkflowKind | null;
  /** The id of a Pipeline or of one of its versions. */
  readonly pipeline?: string | null;
  /** The id of a Segment or of one of its versions, in a pipeline or a merge. */
  readonly segment?: string | null;
  /** The id of a Dataset or FeatureTable that it reads or writes. */
  readonly dataset?: string | null;
}

/** Whether `x` is what the parameter names, or a version of it. */
const is = (parameter: string): string => `(x.id = ${parameter} OR EXISTS { (x)-[:VERSION_OF]->(:Entity {id: ${parameter}}) })`;

const CONTENT = `($p.workflowKind IS NULL OR v.workflowKind = $p.workflowKind)
      AND ($p.pipeline IS NULL OR EXISTS { MATCH (v)<-[:INCLUDED_IN]-(x:PipelineVersion) WHERE ${is('$p.pipeline')} })
      AND ($p.segment IS NULL OR EXISTS { MATCH (v)<-[:INCLUDED_IN*1..2]-(x:SegmentVersion) WHERE ${is('$p.segment')} })
      AND ($p.turns IS NULL OR EXISTS { MATCH (v)<-[:INCLUDED_IN]-(x) WHERE ${turning('x')} })
      AND ($p.dataset IS NULL OR EXISTS { MATCH (v)<-[:FEEDS]-(x:Entity {id: $p.dataset}) }
        OR EXISTS { MATCH (v)-[:PRODUCES]->(x:Entity {id: $p.dataset}) })`;

export const listWorkflows = listOfDefinitions<WorkflowFilter, WorkflowRow>(
  { prefix: 'workflow:', shape, version: 'WorkflowVersion', content: CONTENT },
  ({ workflowKind = null, pipeline = null, segment = null, dataset = null }) => ({ workflowKind, pipeline, segment, dataset }),
);
