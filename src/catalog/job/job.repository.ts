import { type DatasetRow, shape as datasetShape } from '../dataset/dataset.js';
import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import { type JobRow, type JobTrigger, shape } from './job.js';

/** Datasets beside a job along current edges, each under its canonical name. */
const datasetsBeside = (pattern: string): string => `
UNWIND $p.of AS of
MATCH (j:Entity {id: of})
CALL (j) {
  MATCH ${pattern}
  OPTIONAL MATCH (canonical:Entity {id: d.canonical})
  WITH DISTINCT coalesce(canonical, d) AS e
  WHERE $p.id IS NULL OR e.id > $p.id
  WITH e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(datasetShape)}) AS rows
}
RETURN of, rows`;

const INPUTS = datasetsBeside('(j)<-[:FEEDS]-(d:Dataset)');
const OUTPUTS = datasetsBeside('(j)-[:PRODUCES]->(d:Dataset)');

const jobsBeside = (pattern: string): string => `
UNWIND $p.of AS of
MATCH (j:Entity {id: of})
CALL (j) {
  MATCH ${pattern}
  WHERE e <> j AND ($p.id IS NULL OR e.id > $p.id)
  WITH DISTINCT e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

const DEPENDS_ON = jobsBeside('(j)<-[:FEEDS]-(:Dataset)-[:SAME_AS*0..]-(:Dataset)<-[:PRODUCES]-(e:Job)');
const PARENT = jobsBeside('(j)-[:PART_OF]->(e:Job)');
const PARTS = jobsBeside('(j)<-[:PART_OF]-(e:Job)');

export interface JobFilter extends EntityFilter {
  readonly trigger?: JobTrigger | null;
  /** SPARK, DBT, AIRFLOW, ... in upper or lower case. */
  readonly integration?: string | null;
}

export const listJobs = listOfKind<JobFilter, JobRow>(
  {
    prefix: 'job:',
    shape,
    conditions: '($p.trigger IS NULL OR e.trigger = $p.trigger) AND ($p.integration IS NULL OR toLower(e.integration) = $p.integration)',
  },
  (filter) => ({ trigger: filter.trigger ?? null, integration: filter.integration?.toLowerCase() ?? null }),
);

const jobRow = (raw: RawRow): JobRow => rowOf(shape, raw);
const datasetRow = (raw: RawRow): DatasetRow => rowOf(datasetShape, raw);

export const inputsOfJobs: PagedRelation<DatasetRow> = relation<DatasetRow>({ cypher: INPUTS, row: datasetRow, cursor: byId });
export const outputsOfJobs: PagedRelation<DatasetRow> = relation<DatasetRow>({ cypher: OUTPUTS, row: datasetRow, cursor: byId });
/** Jobs that produce what a job reads. */
export const jobsDependedOn: PagedRelation<JobRow> = relation<JobRow>({ cypher: DEPENDS_ON, row: jobRow, cursor: byId });
export const partsOfJobs: PagedRelation<JobRow> = relation<JobRow>({ cypher: PARTS, row: jobRow, cursor: byId });
export const parentOfJobs: PagedRelation<JobRow> = relation<JobRow>({ cypher: PARENT, row: jobRow, cursor: byId });
