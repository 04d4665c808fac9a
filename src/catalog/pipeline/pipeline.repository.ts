import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { type PipelineRow, shape } from './pipeline.js';
import type { PipelineKind } from './schema.js';

/** What is asked of what is in a pipeline holds of its newest published version. */
export interface PipelineFilter extends EntityFilter {
  /** Words, each anywhere in name or description, upper or lower case. */
  readonly text?: string | null;
  /** The id of a Segment or of one of its versions. */
  readonly segment?: string | null;
  readonly pipelineKind?: PipelineKind | null;
  readonly needsFitting?: boolean | null;
}

const CONDITIONS = `
  all(word IN $p.words WHERE toLower(e.name + ' ' + coalesce(e.description, '')) CONTAINS word)
  AND (NOT $p.byContent OR EXISTS {
    MATCH (e)<-[:VERSION_OF]-(v:PipelineVersion)
    WHERE v.removedAt IS NULL AND NOT v.draft
      AND ($p.pipelineKind IS NULL OR v.pipelineKind = $p.pipelineKind)
      AND ($p.needsFitting IS NULL OR v.needsFitting = $p.needsFitting)
      AND ($p.segment IS NULL OR EXISTS {
        MATCH (v)<-[:INCLUDED_IN]-(s:SegmentVersion)
        WHERE s.id = $p.segment OR EXISTS { (s)-[:VERSION_OF]->(:Entity {id: $p.segment}) }
      })
      AND NOT EXISTS {
        MATCH (e)<-[:VERSION_OF]-(later:PipelineVersion)
        WHERE later.number > v.number AND later.removedAt IS NULL AND NOT later.draft
      }
  })`;

const MAX_WORDS = 20;

export const listPipelines = listOfKind<PipelineFilter, PipelineRow>(
  { prefix: 'pipeline:', shape, conditions: CONDITIONS },
  ({ text, segment = null, pipelineKind = null, needsFitting = null }) => ({
    words: (text ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, MAX_WORDS),
    byContent: [segment, pipelineKind, needsFitting].some((given) => given !== null),
    segment,
    pipelineKind,
    needsFitting,
  }),
);
