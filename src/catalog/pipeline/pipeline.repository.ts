import { type DefinitionFilter, listOfDefinitions, turning } from '../entity/definition-list.repository.js';
import { type PipelineRow, shape } from './pipeline.js';
import type { PipelineKind } from './schema.js';

export interface PipelineFilter extends DefinitionFilter {
  /** The id of a Segment or of one of its versions. */
  readonly segment?: string | null;
  readonly pipelineKind?: PipelineKind | null;
  readonly needsFitting?: boolean | null;
}

const CONTENT = `($p.pipelineKind IS NULL OR v.pipelineKind = $p.pipelineKind)
      AND ($p.needsFitting IS NULL OR v.needsFitting = $p.needsFitting)
      AND ($p.turns IS NULL OR ${turning('v')})
      AND ($p.segment IS NULL OR EXISTS {
        MATCH (v)<-[:INCLUDED_IN]-(s:SegmentVersion)
        WHERE s.id = $p.segment OR EXISTS { (s)-[:VERSION_OF]->(:Entity {id: $p.segment}) }
      })`;

export const listPipelines = listOfDefinitions<PipelineFilter, PipelineRow>(
  { prefix: 'pipeline:', shape, version: 'PipelineVersion', content: CONTENT },
  ({ segment = null, pipelineKind = null, needsFitting = null }) => ({ segment, pipelineKind, needsFitting }),
);
