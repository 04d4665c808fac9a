import { GLOSSARY_CONDITIONS } from '../catalog/entity/filter.js';
import { millisOf } from '../catalog/time.js';
import { MAX_HITS, type SearchFilter } from './search.js';

// Parts of the statements in search.repository.ts, about `e`: an entity, or a column.

const DATASET_OF = '(e)<-[:HAS_COLUMN]-(of:Dataset)';

/** Go with `filterParameters`. An absent filter is a null, so that there is one plan. */
export const HIT_CONDITIONS = `
  ($p.kinds IS NULL OR coalesce(e.kind, 'COLUMN') IN $p.kinds)
  AND (e.removedAt IS NOT NULL OR (e:Column AND EXISTS { ${DATASET_OF} WHERE of.removedAt IS NOT NULL })) = $p.removed
  AND ($p.described IS NULL OR coalesce(e.described, false) = $p.described)
  AND ($p.namespace IS NULL OR e.namespace = $p.namespace OR (e:Column AND EXISTS { ${DATASET_OF} WHERE of.namespace = $p.namespace }))
  AND ($p.source IS NULL OR EXISTS { (e)-[:IN_SOURCE]->(:Entity {id: $p.source}) }
    OR (e:Column AND EXISTS { ${DATASET_OF}-[:IN_SOURCE]->(:Entity {id: $p.source}) }))
  AND ($p.owner IS NULL OR EXISTS { (e)-[:OWNED_BY]->(:Entity {id: $p.owner}) })
  AND ($p.tag IS NULL OR EXISTS { (e)-[:TAGGED]->(:Entity {id: $p.tag}) })
  AND ${GLOSSARY_CONDITIONS}
  AND ($p.updatedSince IS NULL OR coalesce(e.updatedAt >= $p.updatedSince,
    CASE WHEN e:Column THEN e.createdAt >= $p.updatedSinceMillis ELSE e.createdAt >= $p.updatedSince END))
  AND ($p.writtenSince IS NULL OR EXISTS { (e)-[:HAS_VERSION]->(version) WHERE version.writtenAt >= $p.writtenSince })`;

/** `use`: how much of the catalog reads it or carries it. `dataset`: of a column, whose own id is made of it. */
export const HIT_FIELDS = `
  key: e.key, id: e.id, name: e.name, dataset: CASE WHEN e:Column THEN head([${DATASET_OF} | coalesce(of.canonical, of.id)]) END,
  use: COUNT { (e)-[:FEEDS|PRODUCES|CARRIES|DERIVES|INFORMS|TRAINS|PREDICTS|SERVES|INCLUDED_IN]->() }
    + COUNT { (e)<-[:TAGGED|OWNED_BY|IN_SOURCE]-() }`;

export function filterParameters(filter: SearchFilter): Record<string, unknown> {
  const { updatedSince } = filter;
  return {
    kinds: filter.kinds ?? null,
    removed: filter.removed ?? false,
    described: filter.described ?? null,
    namespace: filter.namespace ?? null,
    source: filter.source ?? null,
    owner: filter.owner ?? null,
    tag: filter.tag ?? null,
    term: filter.term ?? null,
    domain: filter.domain ?? null,
    updatedSince: updatedSince ?? null,
    updatedSinceMillis: updatedSince ? millisOf(updatedSince) : null,
    writtenSince: filter.writtenSince ?? null,
    limit: MAX_HITS + 1,
  };
}
