import type { Database } from '../../neo4j/database.js';
import { type PagedRelation, relation } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import type { Time } from '../time.js';
import { type FieldStatistics, type StatisticsRow, shape } from './statistics.js';

const STATISTICS_OF_DATASETS = `
UNWIND $p.of AS of
MATCH (d:Entity {id: of})
CALL (d) {
  MATCH (d)-[:SAME_AS*0..]-(m:Dataset)
  WITH DISTINCT m
  MATCH (m)<-[:MEASURES]-(e:Statistics)
  WHERE e.removedAt IS NULL AND ($p.id IS NULL OR e.at < $p.sort OR (e.at = $p.sort AND e.id > $p.id))
  WITH e ORDER BY e.at DESC, e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

const STATISTICS_AT = `
UNWIND $p.moments AS moment
MATCH (d:Entity {key: moment.key})
CALL (d, moment) {
  MATCH (d)-[:SAME_AS*0..]-(m:Dataset)
  WITH DISTINCT m, moment
  MATCH (m)<-[:MEASURES]-(e:Statistics)
  WHERE e.removedAt IS NULL AND e.at <= moment.at
  WITH e ORDER BY e.at DESC, e.id LIMIT 1
  RETURN ${rowMap(shape)} AS row
}
RETURN moment.key AS key, moment.at AS at, row`;

const FIELDS = `
UNWIND $p.keys AS key
MATCH (e:Entity {key: key})
RETURN key, e.fields AS fields`;

/** Newest first. */
export const statisticsOfDatasets: PagedRelation<StatisticsRow> = relation<StatisticsRow>({
  cypher: STATISTICS_OF_DATASETS,
  row: (raw) => rowOf(shape, raw),
  cursor: ({ at, id }) => [at, id],
});

/** A dataset, by key, at a moment. */
export interface DatasetMoment {
  readonly key: number;
  readonly at: Time;
}

/** The last statistics at or before each moment; null where there are none. In the order asked. */
export async function findStatisticsAt(database: Database, moments: readonly DatasetMoment[]): Promise<(StatisticsRow | null)[]> {
  const rows = await database.read<DatasetMoment & { row: RawRow }>(STATISTICS_AT, { p: { moments } });
  const found = new Map(rows.map(({ key, at, row }) => [`${key} ${at}`, rowOf<StatisticsRow>(shape, row)]));
  return moments.map(({ key, at }) => found.get(`${key} ${at}`) ?? null);
}

/** What was measured, by key of the statistics. In the order asked. */
export async function findFieldStatistics(database: Database, keys: readonly number[]): Promise<FieldStatistics[][]> {
  const rows = await database.read<{ key: number; fields: string | null }>(FIELDS, { p: { keys } });
  const found = new Map(rows.map(({ key, fields }) => [key, JSON.parse(fields ?? '[]') as FieldStatistics[]]));
  return keys.map((key) => found.get(key) ?? []);
}
