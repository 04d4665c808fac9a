import type { Database } from '../../neo4j/database.js';
import { type PagedRelation, relation } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import type { Time } from '../time.js';
import { type DatasetVersionRow, shape } from './version.js';

const VERSIONS_OF_DATASETS = `
UNWIND $p.of AS of
MATCH (d:Entity {id: of})
CALL (d) {
  MATCH (d)-[:SAME_AS*0..]-(m:Dataset)
  WITH DISTINCT m
  MATCH (m)-[:HAS_VERSION]->(e:DatasetVersion)
  WITH coalesce(e.writtenAt, '') AS sort, e
  WHERE $p.id IS NULL OR sort < $p.sort OR (sort = $p.sort AND e.id > $p.id)
  WITH sort, e ORDER BY sort DESC, e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

const VERSIONS_READ = `
UNWIND $p.reads AS read
MATCH (d:Entity {id: read.dataset})
CALL (d, read) {
  MATCH (d)-[:SAME_AS*0..]-(m:Dataset)
  WITH DISTINCT m, read
  MATCH (m)-[:HAS_VERSION]->(e:DatasetVersion)
  WHERE CASE WHEN read.version IS NULL THEN e.writtenAt <= read.at ELSE e.version = read.version END
  WITH e ORDER BY e.writtenAt DESC, e.id LIMIT 1
  RETURN ${rowMap(shape)} AS row
}
RETURN read.at AS at, read.dataset AS dataset, read.version AS version, row`;

/** Newest first; versions that were only read so far come last. */
export const versionsOfDatasets: PagedRelation<DatasetVersionRow> = relation<DatasetVersionRow>({
  cypher: VERSIONS_OF_DATASETS,
  row: (raw) => rowOf(shape, raw),
  cursor: (version) => [version.writtenAt ?? '', version.id],
});

/** That a dataset was read: `at`: when the reading began. */
export interface DatasetRead {
  readonly dataset: string;
  /** As it was said; null: nobody said it. */
  readonly version: string | null;
  readonly at: Time;
}

/** The version that was read: the one that was said, else the newest written at or before; null when none is known. */
export async function findVersionsRead(database: Database, reads: readonly DatasetRead[]): Promise<(DatasetVersionRow | null)[]> {
  if (reads.length === 0) return [];
  const rows = await database.read<DatasetRead & { row: RawRow }>(VERSIONS_READ, { p: { reads } });
  const found = new Map(rows.map((each) => [readKey(each), rowOf<DatasetVersionRow>(shape, each.row)]));
  return reads.map((read) => found.get(readKey(read)) ?? null);
}

const readKey = (read: DatasetRead): string => JSON.stringify([read.dataset, read.version, read.at]);
