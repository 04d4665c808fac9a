import type { Database } from '../../neo4j/database.js';
import { type DatasetRow, shape as datasetShape } from '../dataset/dataset.js';
import { type EntityFilter, wordsIn } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { rowMap, rowOf } from '../entity/row.js';
import { type JobRow, shape as jobShape } from '../job/job.js';
import { type FeatureTableRow, shape } from './feature-table.js';
import { isStale } from './stale.cypher.js';

export interface FeatureTableFilter extends EntityFilter {
  /** Words, each anywhere in name or description, in upper or lower case. */
  readonly text?: string | null;
  /** The id of a data source in which a materialisation lies. */
  readonly source?: string | null;
  /** The id of a dataset that holds it. */
  readonly dataset?: string | null;
  /** The id of what computes it. */
  readonly computedBy?: string | null;
  /** Whether it is older than its expectedFreshness allows. */
  readonly stale?: boolean | null;
}

export const listFeatureTables = listOfKind<FeatureTableFilter, FeatureTableRow>(
  {
    prefix: 'feature-table:',
    shape,
    conditions: `all(word IN $p.words WHERE e.text CONTAINS word)
  AND ($p.stale IS NULL OR $p.stale = ${isStale('e')})
  AND ($p.computedBy IS NULL OR e.computedBy = $p.computedBy)
  AND ($p.dataset IS NULL OR EXISTS { (e)-[:MATERIALISED_IN]->(:Entity {id: $p.dataset}) })
  AND ($p.source IS NULL OR EXISTS { (e)-[:MATERIALISED_IN]->()-[:IN_SOURCE]->(:Entity {id: $p.source}) })`,
  },
  ({ computedBy, dataset, source, stale, text }) => ({
    now: Date.now(),
    stale: stale ?? null,
    computedBy: computedBy ?? null,
    dataset: dataset ?? null,
    source: source ?? null,
    words: wordsIn(text),
  }),
);

// Jobs that write the datasets that hold it, now or earlier, under any of their names.
const WRITERS = `
  MATCH (t)-[:MATERIALISED_IN]->(d:Dataset)
  MATCH (d)-[:SAME_AS*0..]-(:Dataset)<-[:PRODUCES|PRODUCED]-(e:Job)
  RETURN e`;

const JOBS = `
UNWIND $p.of AS of
MATCH (t:Entity {id: of})
CALL (t) {
  MATCH (e:Entity {id: t.computedBy})
  WHERE e:Job
  RETURN e
  UNION ${WRITERS}
}
WITH of, e ORDER BY e.id
WHERE $p.id IS NULL OR e.id > $p.id
WITH of, collect(${rowMap(jobShape)})[..toInteger($p.limit)] AS rows
RETURN of, rows`;

// A pipeline by itself reads no data: what applies it are the jobs that write the table.
const INPUTS = `
UNWIND $p.of AS of
MATCH (t:Entity {id: of})
OPTIONAL MATCH (computing:Entity {id: t.computedBy})
WHERE computing:Job OR computing:Workflow OR computing:WorkflowVersion
CALL (t, computing) {
  RETURN computing AS e
  UNION
  // What data flows into are the versions of a workflow.
  MATCH (computing)<-[:VERSION_OF]-(e:WorkflowVersion)
  WHERE e.removedAt IS NULL AND NOT e.draft
  WITH e ORDER BY e.number DESC LIMIT 1
  RETURN e
  UNION
  WITH t WHERE computing IS NULL ${WRITERS}
}
// Data flows through a workflow's newest version only; what an older one reads, if that is what computes the table, never changes.
MATCH (e)<-[reading:FEEDS|FED]-(named:Dataset)
WHERE (e:WorkflowVersion OR reading:FEEDS) AND NOT (t)-[:MATERIALISED_IN]->(named)
OPTIONAL MATCH (canonical:Entity {id: named.canonical})
WITH DISTINCT of, coalesce(canonical, named) AS e ORDER BY e.id
WHERE $p.id IS NULL OR e.id > $p.id
WITH of, collect(${rowMap(datasetShape)})[..toInteger($p.limit)] AS rows
RETURN of, rows`;

export const jobsOfFeatureTables: PagedRelation<JobRow> = relation<JobRow>({
  cypher: JOBS,
  row: (raw) => rowOf(jobShape, raw),
  cursor: byId,
});

/** What is read now by the job or workflow that is said to compute it, else by the jobs that write it; save the table itself. */
export const inputsOfFeatureTables: PagedRelation<DatasetRow> = relation<DatasetRow>({
  cypher: INPUTS,
  row: (raw) => rowOf(datasetShape, raw),
  cursor: byId,
});

const STALE = `
UNWIND $p.keys AS key
MATCH (t:Entity {key: key})
RETURN key, ${isStale('t')} AS stale`;

/** Whether feature tables are older than they may be, by key. In the order asked. */
export async function findStale(database: Database, keys: readonly number[]): Promise<boolean[]> {
  const rows = await database.read<{ key: number; stale: boolean }>(STALE, { p: { keys, now: Date.now() } });
  const found = new Map(rows.map(({ key, stale }) => [key, stale]));
  return keys.map((key) => found.get(key) ?? false);
}
