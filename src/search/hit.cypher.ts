import { REACHED_ANYWHERE, type Reach } from '../access/reach.js';
import { GLOSSARY_CONDITIONS } from '../catalog/entity/filter.js';
import { millisOf } from '../catalog/time.js';
import { MAX_HITS, type SearchFilter } from './search.js';

// Parts of the statements in search.repository.ts, about `e`: an entity, or a column.

const DATASET_OF = '(e)<-[:HAS_COLUMN]-(of:Dataset)';

/** Namespace and name as an id spells them; null where it has not both. */
const wholeOf = (id: string): string => `reduce(whole = null, parts IN [split(substring(${id}, size(split(${id}, ':')[0]) + 1), '/')] |
    CASE WHEN size(parts) > 1 THEN parts[0] + '/' + parts[1] END)`;

/** See Reach. Under which of its names a dataset is seen is not told by a column. */
const IN_REACH = `($p.reach IS NULL OR coalesce(e.kind, 'COLUMN') IN $p.reach.kinds OR e.namespace IN $p.reach.namespaces
    OR (e:Job AND e.namespace IN $p.reach.jobNamespaces) OR ${wholeOf('e.id')} IN $p.reach.wholes
    OR (e:Column AND EXISTS { ${DATASET_OF}
      WHERE of.canonical IS NOT NULL OR of.namespace IN $p.reach.namespaces OR ${wholeOf('of.id')} IN $p.reach.wholes }))`;

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
  AND ${IN_REACH}
  AND ($p.updatedSince IS NULL OR coalesce(e.updatedAt >= $p.updatedSince,
    CASE WHEN e:Column THEN e.createdAt >= $p.updatedSinceMillis ELSE e.createdAt >= $p.updatedSince END))
  AND ($p.writtenSince IS NULL OR EXISTS { (e)-[:HAS_VERSION]->(version) WHERE version.writtenAt >= $p.writtenSince })`;

/** `use`: how much of the catalog reads it or carries it. `dataset`: of a column, whose own id is made of it. */
export const HIT_FIELDS = `
  key: e.key, id: e.id, name: e.name, dataset: CASE WHEN e:Column THEN head([${DATASET_OF} | coalesce(of.canonical, of.id)]) END,
  use: COUNT { (e)-[:FEEDS|PRODUCES|CARRIES|DERIVES|INFORMS|TRAINS|PREDICTS|SERVES|INCLUDED_IN]->() }
    + COUNT { (e)<-[:TAGGED|OWNED_BY|IN_SOURCE]-() }`;

/** Without a reach: anywhere. */
export function filterParameters(filter: SearchFilter, reach: Reach | null | undefined): Record<string, unknown> {
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
    reach: reach ? { ...reach, kinds: REACHED_ANYWHERE } : null,
    limit: MAX_HITS + 1,
  };
}
