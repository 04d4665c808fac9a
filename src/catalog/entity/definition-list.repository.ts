import { wantedTurns } from '../segment/turns.js';
import { type EntityFilter, wordsIn } from './filter.js';
import { type List, type ListQuery, listOfKind } from './list.repository.js';
import type { EntityRow } from './row.js';

/** What lists of things with versions can be narrowed by; what is asked of their content holds of the newest published version. */
export interface DefinitionFilter extends EntityFilter {
  /** Words, each anywhere in name or description, upper or lower case. */
  readonly text?: string | null;
  /** A type of columns that it takes, and one that it makes (of that), as `columnType` writes them. */
  readonly accepts?: string | null;
  readonly produces?: string | null;
}

export interface DefinitionQuery extends Pick<ListQuery, 'prefix' | 'shape'> {
  /** The label of the versions. */
  readonly version: 'SegmentVersion' | 'PipelineVersion' | 'WorkflowVersion';
  /** Cypher conditions on such a version, `v`; parameters in `$p`, with `turns`: null, or for `turning`. */
  readonly content: string;
}

/** Of a version that keeps which types of columns it makes which of (segment/turns.ts): any of those that are asked for. */
export const turning = (version: 'v' | 'x'): string => `any(turn IN $p.turns WHERE ${version}.turns CONTAINS turn)`;

const MAX_WORDS = 20;

/** `parameters`: those of `content` besides `turns`, null where nothing is asked. */
export function listOfDefinitions<Filter extends DefinitionFilter, Row extends EntityRow>(
  { prefix, shape, version, content }: DefinitionQuery,
  parameters: (filter: Filter) => Readonly<Record<string, unknown>>,
): List<Filter, Row> {
  const conditions = `
  all(word IN $p.words WHERE toLower(e.name + ' ' + coalesce(e.description, '')) CONTAINS word)
  AND (NOT $p.byContent OR EXISTS {
    MATCH (e)<-[:VERSION_OF]-(v:${version})
    WHERE v.removedAt IS NULL AND NOT v.draft
      AND ${content}
      AND NOT EXISTS {
        MATCH (e)<-[:VERSION_OF]-(later:${version})
        WHERE later.number > v.number AND later.removedAt IS NULL AND NOT later.draft
      }
  })`;
  return listOfKind<Filter, Row>({ prefix, shape, conditions }, (filter) => {
    const asked = { ...parameters(filter), turns: wantedTurns(filter.accepts ?? null, filter.produces ?? null) };
    const byContent = Object.values(asked).some((value) => value !== null);
    return { ...asked, byContent, words: wordsIn(filter.text).slice(0, MAX_WORDS) };
  });
}
