import type { Database } from '../../neo4j/database.js';
import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import type { Time } from '../time.js';
import { type DeploymentRow, type DeploymentState, shape } from './deployment.js';
import { type ReleaseRow, shape as releaseShape } from './release.js';

export interface DeploymentFilter extends EntityFilter {
  readonly environment?: string | null;
  /** The id of what it serves, or of what that is a version or a training of. */
  readonly what?: string | null;
  readonly status?: DeploymentState | null;
  readonly retired?: boolean | null;
}

const listed = listOfKind<DeploymentFilter, DeploymentRow>(
  {
    prefix: 'deployment:',
    shape,
    conditions: `($p.status IS NULL OR e.status = $p.status)
  AND ($p.retired IS NULL OR (coalesce(e.serving, '[]') = '[]') = $p.retired)
  AND ($p.what IS NULL OR EXISTS { (e)<-[:SERVES]-()-[:INSTANCE_OF|VERSION_OF*0..1]->(:Entity {id: $p.what}) })`,
  },
  ({ retired, status, what }) => ({ retired: retired ?? null, status: status ?? null, what: what ?? null }),
);

/** An environment is what others call a namespace. */
export const listDeployments: typeof listed = (database, { environment, ...filter }, request) =>
  listed(database, { ...filter, namespace: environment ?? filter.namespace ?? null }, request);

const OF_SERVED = `
UNWIND $p.of AS of
MATCH (o:Entity {id: of})
CALL (o) {
  MATCH (o)<-[:INSTANCE_OF|VERSION_OF*0..1]-()-[:SERVES]->(e:Deployment)
  WHERE e.removedAt IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH DISTINCT e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

/** What serves a thing now, or a version or a training of it. */
export const deploymentsOfServed: PagedRelation<DeploymentRow> = relation<DeploymentRow>({
  cypher: OF_SERVED,
  row: (raw) => rowOf(shape, raw),
  cursor: byId,
});

const RELEASES = `
UNWIND $p.of AS of
MATCH (d:Entity {id: of})
CALL (d) {
  MATCH (d)<-[:RELEASE_OF]-(e:Release)
  WHERE e.removedAt IS NULL AND ($p.sort IS NULL OR e.number < $p.sort)
  WITH e ORDER BY e.number DESC LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(releaseShape)}) AS rows
}
RETURN of, rows`;

/** Newest first. */
export const releasesOfDeployments: PagedRelation<ReleaseRow> = relation<ReleaseRow>({
  cypher: RELEASES,
  row: (raw) => rowOf(releaseShape, raw),
  cursor: ({ number, id }) => [number ?? 0, id],
});

/** A deployment, by its key, at a moment. */
export interface DeploymentMoment {
  readonly key: number;
  readonly at: Time;
}

const RELEASE_AT = `
UNWIND $p.moments AS moment
CALL (moment) {
  MATCH (:Entity {key: moment.key})<-[:RELEASE_OF]-(e:Release)
  WHERE e.at <= moment.at
  RETURN e ORDER BY e.number DESC LIMIT 1
}
RETURN moment.key AS key, moment.at AS at, ${rowMap(releaseShape)} AS row`;

/** The release that counted then; null: none had been made. In the order asked. */
export async function findReleasesAt(database: Database, moments: readonly DeploymentMoment[]): Promise<(ReleaseRow | null)[]> {
  const rows = await database.read<DeploymentMoment & { row: RawRow }>(RELEASE_AT, { p: { moments } });
  const found = new Map(rows.map(({ at, key, row }) => [`${key} ${at}`, rowOf<ReleaseRow>(releaseShape, row)]));
  return moments.map(({ at, key }) => found.get(`${key} ${at}`) ?? null);
}

const ARTIFACTS = `
UNWIND $p.keys AS key
MATCH (:Entity {key: key})-[:HAS_ARTIFACT]->(a:Artifact)
WHERE a.removedAt IS NULL
WITH key, a ORDER BY a.id
RETURN key, collect(a.id) AS ids`;

/** Ids of the artifacts that came out of trainings, those removed left out, by key. */
export async function findArtifactsOf(database: Database, keys: readonly number[]): Promise<Map<number, readonly string[]>> {
  const rows = await database.read<{ key: number; ids: string[] }>(ARTIFACTS, { p: { keys } });
  return new Map(rows.map(({ key, ids }) => [key, ids]));
}

const PROBED = `
MATCH (e:Deployment)
WHERE e.key > $p.after AND e.url IS NOT NULL AND e.removedAt IS NULL AND e.serving <> '[]'
WITH e ORDER BY e.key LIMIT toInteger($p.limit)
RETURN ${rowMap(shape)} AS row`;

/** Those that have an address and serve something, in the order of keys. */
export async function findProbed(database: Database, after: number, limit: number): Promise<DeploymentRow[]> {
  const rows = await database.read<{ row: RawRow }>(PROBED, { p: { after, limit } });
  return rows.map(({ row }) => rowOf<DeploymentRow>(shape, row));
}
