import { type DefinitionFilter, listOfDefinitions, turning } from '../entity/definition-list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { rowMap, rowOf } from '../entity/row.js';
import type { Fits } from './definition.js';
import { type SegmentRow, shape } from './segment.js';
import { type SegmentVersionRow, shape as versionShape } from './version.js';

export interface SegmentFilter extends DefinitionFilter {
  readonly fits?: Fits | null;
  readonly task?: string | null;
}

const CONTENT = `($p.fits IS NULL OR v.fits = $p.fits)
      AND ($p.task IS NULL OR toUpper(v.task) = $p.task)
      AND ($p.turns IS NULL OR ${turning('v')})`;

export const listSegments = listOfDefinitions<SegmentFilter, SegmentRow>(
  { prefix: 'segment:', shape, version: 'SegmentVersion', content: CONTENT },
  ({ fits = null, task = null }) => ({ fits, task: task?.toUpperCase() ?? null }),
);

// By the index on contentHash.
const SAME_LOGIC = `
UNWIND $p.of AS of
MATCH (v:Entity {id: of})
CALL (v) {
  MATCH (e:SegmentVersion {contentHash: v.contentHash})
  WHERE e <> v AND e.removedAt IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(versionShape)}) AS rows
}
RETURN of, rows`;

/** Other versions, of any segment, that say the same. */
export const sameLogic: PagedRelation<SegmentVersionRow> = relation<SegmentVersionRow>({
  cypher: SAME_LOGIC,
  row: (raw) => rowOf<SegmentVersionRow>(versionShape, raw),
  cursor: byId,
});
