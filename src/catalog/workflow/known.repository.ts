import { type Seen, seenAmong } from '../../access/seen.js';
import { columnId, featureOf } from '../id.js';
import { findKnownPipelines, findKnownSegments } from '../pipeline/known.repository.js';
import type { Schema } from '../pipeline/schema.js';
import { type StoredColumn, schemaOfColumns } from './dataset-schema.js';
import type { WorkflowDefinition } from './definition.js';
import { type StoredFeature, schemaOfFeatureTable } from './feature-table-schema.js';
import type { Known } from './known.js';

/** A dataset that has more is taken for one whose columns are not known. */
const MAX_COLUMNS = 2000;

// Under all names of a dataset, as its columns are listed (column.repository.ts).
const SCHEMAS = `
UNWIND $p.ids AS id
MATCH (named:Entity {id: id})
WHERE named:Dataset
OPTIONAL MATCH (canonical:Entity {id: named.canonical})
WITH id, coalesce(canonical, named) AS d
CALL (d) {
  MATCH (d)-[:SAME_AS*0..]-(m:Dataset)
  WITH DISTINCT d, m ORDER BY m <> d, m.id
  MATCH (m)-[:HAS_COLUMN]->(c:Column)
  WHERE c.removedAt IS NULL AND c.ordinal IS NOT NULL
  WITH c.name AS path, head(collect(c)) AS c
  WITH c ORDER BY c.ordinal, c.name LIMIT toInteger($p.limit)
  RETURN collect({path: c.name, type: c.type}) AS columns
}
RETURN id, columns`;

const FEATURE_TABLES = `
UNWIND $p.ids AS id
MATCH (t:Entity {id: id})
WHERE t:FeatureTable AND t.removedAt IS NULL
CALL (t) {
  MATCH (t)<-[:PART_OF]-(f:Feature)
  WHERE f.removedAt IS NULL
  WITH f ORDER BY f.id LIMIT toInteger($p.limit)
  RETURN collect({name: f.name, dataType: f.dataType, engineType: f.engineType}) AS features
}
RETURN id, t.keys AS keys, t.eventTime AS eventTime, features`;

/** Everything that the rules need to know of what a workflow names; the number of queries does not grow with it. */
export async function findKnown(seen: Seen, { nodes }: WorkflowDefinition): Promise<Known> {
  const sources = idsOf(nodes.map(({ kind, dataset }) => (kind === 'SOURCE' ? dataset : undefined)));
  const [pipelines, schemas, tables, segments] = await Promise.all([
    findKnownPipelines(seen, idsOf(nodes.map(({ pipelineVersion }) => pipelineVersion)), 'TO_BUILD_ON'),
    findSchemas(seen, sources),
    findFeatureTableSchemas(seen, sources),
    findKnownSegments(seen, idsOf(nodes.map(({ merge }) => merge?.segmentVersion)), 'TO_BUILD_ON'),
  ]);
  return { pipelines, schemas: new Map([...schemas, ...tables]), segments };
}

const idsOf = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))];

/** Of datasets, by the id that was asked for; without those whose columns are not known. */
export async function findSchemas({ database, sight }: Seen, ids: readonly string[]): Promise<Map<string, Schema>> {
  const rows = await database.read<{ id: string; columns: StoredColumn[] }>(SCHEMAS, { p: { ids, limit: MAX_COLUMNS + 1 } });
  const schemas = new Map<string, Schema>();
  for (const { id, columns } of rows) {
    const seen = await seenAmong(sight, columns, ({ path }) => columnId(id, path));
    const schema = columns.length > MAX_COLUMNS ? undefined : schemaOfColumns(seen);
    if (schema) schemas.set(id, schema);
  }
  return schemas;
}

/** Of feature tables, as their definitions say; without those whose columns are not known. */
export async function findFeatureTableSchemas({ database, sight }: Seen, ids: readonly string[]): Promise<Map<string, Schema>> {
  const rows = await database.read<StoredTable>(FEATURE_TABLES, { p: { ids, limit: MAX_COLUMNS + 1 } });
  const schemas = new Map<string, Schema>();
  for (const { id, keys, eventTime, features } of rows) {
    const seen = await seenAmong(sight, features, ({ name }) => featureOf(id, name));
    const table = { keys: JSON.parse(keys ?? '[]'), eventTime: JSON.parse(eventTime ?? 'null'), features: seen };
    const schema = features.length > MAX_COLUMNS ? undefined : schemaOfFeatureTable(table);
    if (schema) schemas.set(id, schema);
  }
  return schemas;
}

/** `keys` and `eventTime` are JSON texts. */
interface StoredTable {
  readonly id: string;
  readonly keys: string | null;
  readonly eventTime: string | null;
  readonly features: readonly StoredFeature[];
}
