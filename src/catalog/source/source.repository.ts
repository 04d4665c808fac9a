import { type DatasetRow, shape as datasetShape } from '../dataset/dataset.js';
import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { rowMap, rowOf } from '../entity/row.js';
import { type DataSourceRow, type DataSourceType, shape } from './source.js';

const DATASETS_OF_SOURCES = `
UNWIND $p.of AS of
MATCH (s:Entity {id: of})
CALL (s) {
  MATCH (s)<-[:IN_SOURCE]-(e:Dataset)
  WHERE e.removedAt IS NULL AND e.canonical IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(datasetShape)}) AS rows
}
RETURN of, rows`;

export interface DataSourceFilter extends EntityFilter {
  readonly type?: DataSourceType | null;
}

export const listSources = listOfKind<DataSourceFilter, DataSourceRow>(
  {
    prefix: 'source:',
    shape,
    namespaced: false,
    conditions: '($p.type IS NULL OR e.type = $p.type) AND ($p.namespace IS NULL OR e.namespace = $p.namespace)',
  },
  (filter) => ({ type: filter.type ?? null }),
);

export const datasetsOfSources: PagedRelation<DatasetRow> = relation<DatasetRow>({
  cypher: DATASETS_OF_SOURCES,
  row: (raw) => rowOf(datasetShape, raw),
  cursor: byId,
});
