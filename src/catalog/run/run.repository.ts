import type { Database } from '../../neo4j/database.js';
import { type PackedText, unpackText } from '../../neo4j/packed-text.js';
import type { RunState } from '../attributes.js';
import { type DatasetVersionRow, shape as versionShape } from '../dataset/version.js';
import { type DatasetRead, findVersionsRead } from '../dataset/version.repository.js';
import { COMMON_CONDITIONS, commonParameters, type EntityFilter } from '../entity/filter.js';
import { type CursorParts, type Page, type PageRequest, pageOf } from '../entity/page.js';
import { byId, type Origin, type PagedRelation, relation } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import { parseSaid } from '../entity/said.js';
import type { Time } from '../time.js';
import { type RunRow, setsRead, shape, versionsSaid } from './run.js';

/** Newest first, by what was heard last. */
const runsOf = (pattern: string): string => `
UNWIND $p.of AS of
MATCH (o:Entity {id: of})
CALL (o) {
  MATCH ${pattern}
  WITH coalesce(e.sortKey, '') AS sort, e
  WHERE $p.id IS NULL OR sort < $p.sort OR (sort = $p.sort AND e.id > $p.id)
  WITH sort, e ORDER BY sort DESC, e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

const RUNS_OF_JOBS = runsOf('(o)<-[:RUN_OF]-(e:Run)');
const CHILDREN = runsOf('(o)<-[:CHILD_OF]-(e:Run)');

const beside = (type: 'RUN_OF' | 'CHILD_OF' | 'ROOT'): string => `
UNWIND $p.keys AS key
MATCH (:Entity {key: key})-[:${type}]->(o:Entity)
RETURN key, o.id AS id`;

const JOBS = beside('RUN_OF');
const PARENTS = beside('CHILD_OF');
const ROOTS = beside('ROOT');

const RUN_CONDITIONS = `
  ($p.states IS NULL OR e.state IN $p.states)
  AND ($p.id IS NULL OR e.sortKey < $p.sort OR e.id > $p.id)
  AND ($p.namespace IS NULL OR e.namespace = $p.namespace)
  AND ($p.within IS NULL OR e.namespace IN $p.within)
  AND ${COMMON_CONDITIONS}`;

/** \`sort\` bounds the newest, \`since\` the oldest: a range of the index on sortKey where no job or parent narrows it further. */
const listOf = (pattern: string): string => `
MATCH ${pattern}
WHERE e.sortKey <= $p.sort AND e.sortKey >= $p.since AND ${RUN_CONDITIONS}
WITH e ORDER BY e.sortKey DESC, e.id LIMIT toInteger($p.limit)
RETURN ${rowMap(shape)} AS row`;

const LIST_RUNS = listOf('(e:Run)');
const LIST_RUNS_OF_JOB = listOf('(:Entity {id: $p.job})<-[:RUN_OF]-(e:Run)');
const LIST_RUNS_OF_PARENT = listOf('(:Entity {id: $p.parent})<-[:CHILD_OF]-(e:Run)');

const FIND_BY_EXTERNAL_ID = `
MATCH (e:Run {externalId: $p.externalId})
RETURN ${rowMap(shape)} AS row ORDER BY e.sortKey DESC LIMIT 1`;

const FIND_SETS = `
UNWIND $p.of AS of
MATCH (e:Entity {id: of})
RETURN of, coalesce(e.startedAt, e.nominalTime, e.latestAt) AS at, e.sets AS sets, e.said AS said, e.saidAt AS saidAt`;

const FIND_CONTENTS = `
UNWIND $p.hashes AS hash
MATCH (content:Content {hash: hash})
RETURN hash, content.body AS body, content.packed AS packed`;

const VERSIONS_WRITTEN = `
UNWIND $p.of AS of
MATCH (r:Entity {id: of})
CALL (r) {
  MATCH (r)-[:WROTE]->(e:DatasetVersion)
  WHERE $p.id IS NULL OR e.id > $p.id
  WITH e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(versionShape)}) AS rows
}
RETURN of, rows`;

export const runRow = (raw: RawRow): RunRow => rowOf(shape, raw);
const newestFirst = (run: RunRow): CursorParts => [run.sortKey ?? '', run.id];

export const runsOfJobs: PagedRelation<RunRow> = relation<RunRow>({ cypher: RUNS_OF_JOBS, row: runRow, cursor: newestFirst });
export const childrenOfRuns: PagedRelation<RunRow> = relation<RunRow>({ cypher: CHILDREN, row: runRow, cursor: newestFirst });
export const versionsWritten: PagedRelation<DatasetVersionRow> = relation<DatasetVersionRow>({
  cypher: VERSIONS_WRITTEN,
  row: (raw) => rowOf(versionShape, raw),
  cursor: byId,
});

export interface RunFilter extends EntityFilter {
  /** The id of a job. */
  readonly job?: string | null;
  /** The id of a run. */
  readonly parent?: string | null;
  readonly states?: readonly RunState[] | null;
  /** Heard of at or after, before. */
  readonly since?: Time | null;
  readonly until?: Time | null;
  /** Namespaces; null: any. */
  readonly within?: readonly string[] | null;
}

/** Newest first, by what was heard last. */
export async function listRuns(database: Database, filter: RunFilter, request: PageRequest): Promise<Page<RunRow>> {
  const [sort, id] = request.after ?? [null, null];
  const p = {
    ...commonParameters(filter),
    job: filter.job ?? null,
    parent: filter.parent ?? null,
    states: filter.states ?? null,
    within: filter.within ?? null,
    since: filter.since ?? '',
    // Sort keys begin with a time: what follows the latest of them.
    sort: sort ?? filter.until ?? '~',
    id,
    limit: request.first + 1,
  };
  const rows = await database.read<{ row: RawRow }>(filter.job ? LIST_RUNS_OF_JOB : filter.parent ? LIST_RUNS_OF_PARENT : LIST_RUNS, { p });
  return pageOf(
    rows.map(({ row }) => runRow(row)),
    request,
    newestFirst,
  );
}

/** By the producer's id alone, whatever the namespace: the latest of those that have it. */
export async function findRunByExternalId(database: Database, externalId: string): Promise<RunRow | null> {
  const [found] = await database.read<{ row: RawRow }>(FIND_BY_EXTERNAL_ID, { p: { externalId } });
  return found ? runRow(found.row) : null;
}

/** The ids that runs point at, in the order asked. */
const idsBeside =
  (cypher: string) =>
  async (database: Database, keys: readonly number[]): Promise<(string | null)[]> => {
    const rows = await database.read<{ key: number; id: string }>(cypher, { p: { keys } });
    const found = new Map(rows.map(({ key, id }) => [key, id]));
    return keys.map((key) => found.get(key) ?? null);
  };

export const findJobIds = idsBeside(JOBS);
export const findParentIds = idsBeside(PARENTS);
export const findRootIds = idsBeside(ROOTS);

/**
 * What runs read, as versions: the version that was said, else the newest written at or before the run's start. A dataset
 * of which no such version is known is not among them; the job's inputs have it all the same.
 */
export const versionsRead: PagedRelation<DatasetVersionRow> = async (database, of, request) => {
  const runs = await findRunReads(database, of);
  const reads = runs.flatMap((run) => run ?? []);
  const versions = await findVersionsRead(database, reads);
  const versionOf = new Map(reads.map((read, at) => [read, versions[at]]));
  return runs.map((run) => {
    const found = (run ?? []).flatMap((read) => versionOf.get(read) ?? []);
    return { answer: pageOf(afterCursor(found, request), request, byId), there: run !== undefined };
  });
};

function afterCursor(versions: readonly DatasetVersionRow[], { first, after }: PageRequest): DatasetVersionRow[] {
  const distinct = new Map(versions.map((version) => [version.id, version]));
  const sorted = [...distinct.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.filter(({ id }) => after === null || id > after[1]).slice(0, first + 1);
}

interface RunMemory {
  readonly of: string;
  readonly at: Time | null;
  readonly sets: string | null;
  readonly said: string | null;
  readonly saidAt: string | null;
}

async function findRunReads(database: Database, of: readonly Origin[]): Promise<(DatasetRead[] | undefined)[]> {
  const rows = await database.read<RunMemory>(FIND_SETS, { p: { of: of.map(({ id }) => id) } });
  const hashes = [...new Set(rows.flatMap(({ sets }) => setsRead(sets)))];
  const contents = await database.read<{ hash: string } & PackedText>(FIND_CONTENTS, { p: { hashes } });
  const bodies = new Map(contents.map(({ hash, ...text }) => [hash, unpackText(text)]));
  const reads = new Map(rows.map((row) => [row.of, readsOf(row, bodies)]));
  return of.map(({ id }) => reads.get(id));
}

function readsOf({ at, sets, said, saidAt }: RunMemory, bodies: ReadonlyMap<string, string>): DatasetRead[] {
  const versions = versionsSaid(parseSaid(said, saidAt));
  const datasets = new Set(setsRead(sets).flatMap((hash) => JSON.parse(bodies.get(hash) ?? '[]') as string[]));
  return [...datasets].map((dataset) => ({ dataset, version: versions.get(dataset) ?? null, at: at ?? '' }));
}
