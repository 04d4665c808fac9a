import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import type { WorkflowKind } from './definition.js';
import { shape, type WorkflowRow } from './workflow.js';

/** What is asked of what is in a workflow holds of its newest published version. */
export interface WorkflowFilter extends EntityFilter {
  /** Words, each anywhere in name or description, upper or lower case. */
  readonly text?: string | null;
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

const NEWEST = `v.removedAt IS NULL AND NOT v.draft AND NOT EXISTS {
    MATCH (e)<-[:VERSION_OF]-(later:WorkflowVersion)
    WHERE later.number > v.number AND later.removedAt IS NULL AND NOT later.draft
  }`;

const CONDITIONS = `
  all(word IN $p.words WHERE toLower(e.name + ' ' + coalesce(e.description, '')) CONTAINS word)
  AND (NOT $p.byContent OR EXISTS {
    MATCH (e)<-[:VERSION_OF]-(v:WorkflowVersion)
    WHERE ${NEWEST}
      AND ($p.workflowKind IS NULL OR v.workflowKind = $p.workflowKind)
      AND ($p.pipeline IS NULL OR EXISTS { MATCH (v)<-[:INCLUDED_IN]-(x:PipelineVersion) WHERE ${is('$p.pipeline')} })
      AND ($p.segment IS NULL OR EXISTS { MATCH (v)<-[:INCLUDED_IN*1..2]-(x:SegmentVersion) WHERE ${is('$p.segment')} })
      AND ($p.dataset IS NULL OR EXISTS { MATCH (v)<-[:FEEDS]-(x:Entity {id: $p.dataset}) }
        OR EXISTS { MATCH (v)-[:PRODUCES]->(x:Entity {id: $p.dataset}) })
  })`;

export const listWorkflows = listOfKind<WorkflowFilter, WorkflowRow>(
  { prefix: 'workflow:', shape, conditions: CONDITIONS },
  ({ text, workflowKind = null, pipeline = null, segment = null, dataset = null }) => ({
    words: wordsOf(text ?? ''),
    byContent: [workflowKind, pipeline, segment, dataset].some((given) => given !== null),
    workflowKind,
    pipeline,
    segment,
    dataset,
  }),
);

const MAX_WORDS = 20;

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().split(/\s+/);
  return words.filter((word) => word !== '').slice(0, MAX_WORDS);
}
