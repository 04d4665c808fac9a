import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { rowMap, rowOf } from '../entity/row.js';
import { type JobRow, shape as jobShape } from '../job/job.js';
import { type DatasetRow, shape } from './dataset.js';

/** Jobs beside any name of the dataset, along current edges. */
const jobsBeside = (pattern: string): string => `
UNWIND $p.of AS of
MATCH (d:Entity {id: of})
CALL (d) {
  MATCH (d)-[:SAME_AS*0..]-(m:Dataset)
  WITH DISTINCT m
  MATCH ${pattern}
  WHERE $p.id IS NULL OR e.id > $p.id
  WITH DISTINCT e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(jobShape)}) AS rows
}
RETURN of, rows`;

const PRODUCED_BY = jobsBeside('(m)<-[:PRODUCES]-(e:Job)');
const CONSUMED_BY = jobsBeside('(m)-[:FEEDS]->(e:Job)');

export interface DatasetFilter extends EntityFilter {
  /** The id of a DataSource. */
  readonly source?: string | null;
}

export const listDatasets = listOfKind<DatasetFilter, DatasetRow>(
  { prefix: 'dataset:', shape, conditions: '($p.source IS NULL OR EXISTS { (e)-[:IN_SOURCE]->(:Entity {id: $p.source}) })' },
  (filter) => ({ source: filter.source ?? null }),
);

const jobRow = (raw: Parameters<typeof rowOf>[1]): JobRow => rowOf(jobShape, raw);

export const jobsProducing: PagedRelation<JobRow> = relation<JobRow>({ cypher: PRODUCED_BY, row: jobRow, cursor: byId });
export const jobsConsuming: PagedRelation<JobRow> = relation<JobRow>({ cypher: CONSUMED_BY, row: jobRow, cursor: byId });
