import type { Database } from '../../neo4j/database.js';
import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import { METRIC_CONDITIONS, type MetricBounds, metricParameters } from '../model/model.repository.js';
import type { Score, Stage } from './definition.js';
import { type ModelAlias, shape, type TrainedModelRow } from './trained-model.js';

export interface TrainedModelFilter extends EntityFilter {
  /** The id of a model. */
  readonly model?: string | null;
  readonly stage?: Stage | null;
  /** The id of a dataset or of a version of one. */
  readonly trainedOn?: string | null;
  /** The id of a feature that its model uses. */
  readonly feature?: string | null;
  /** Its last value by a criterion. */
  readonly metric?: MetricBounds | null;
}

export const listTrainedModels = listOfKind<TrainedModelFilter, TrainedModelRow>(
  {
    prefix: 'trained-model:',
    shape,
    conditions: `($p.stage IS NULL OR e.stage = $p.stage)
  AND ($p.model IS NULL OR EXISTS { (e)-[:INSTANCE_OF]->(:Entity {id: $p.model}) })
  AND ($p.feature IS NULL OR EXISTS { (e)-[:INSTANCE_OF]->()-[:USES]->(:Entity {id: $p.feature}) })
  AND ($p.trainedOn IS NULL OR EXISTS { (e)-[:TRAINED_ON]->(:Entity {id: $p.trainedOn}) }
    OR EXISTS { (e)-[:TRAINED_ON]->(:DatasetVersion)<-[:HAS_VERSION]-(:Entity {id: $p.trainedOn}) })
  AND ($p.criterion IS NULL OR EXISTS { MATCH (e)-[s:SCORED]->() WHERE ${METRIC_CONDITIONS} })`,
  },
  ({ feature, metric, model, stage, trainedOn }) => ({
    feature: feature ?? null,
    model: model ?? null,
    stage: stage ?? null,
    trainedOn: trainedOn ?? null,
    ...metricParameters(metric),
  }),
);

const LAST_NUMBER = `
MATCH (:Entity {key: $p.model})<-[:INSTANCE_OF]-(t:TrainedModel)
RETURN coalesce(max(t.number), 0) AS number`;

/** The highest number that a training of this model has; 0: none has. By the model's key. */
export async function findLastNumber(database: Database, model: number): Promise<number> {
  const [row] = await database.read<{ number: number }>(LAST_NUMBER, { p: { model } });
  return row?.number ?? 0;
}

const OF_MODELS = `
UNWIND $p.keys AS key
MATCH (m:Entity {key: key})
CALL (m) {
  MATCH (m)<-[:INSTANCE_OF]-(e:TrainedModel)
  WHERE e.removedAt IS NULL AND ($p.sort IS NULL OR e.number < $p.sort)
  WITH e ORDER BY e.number DESC LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN key, rows`;

/** Newest first. */
export const trainedModelsOfModels: PagedRelation<TrainedModelRow> = relation<TrainedModelRow>({
  cypher: OF_MODELS,
  row: (raw) => rowOf(shape, raw),
  cursor: ({ number, id }) => [number ?? 0, id],
});

const ALIASES_OF_MODELS = `
UNWIND $p.keys AS key
MATCH (:Entity {key: key})-[r:KNOWN_AS]->(e:TrainedModel)
RETURN key, collect({alias: r.role, row: ${rowMap(shape)}}) AS rows`;

/** By key of the model, in the order of names. In the order asked. */
export async function findAliasesOfModels(database: Database, keys: readonly number[]): Promise<ModelAlias[][]> {
  const rows = await database.read<{ key: number; rows: { alias: string; row: RawRow }[] }>(ALIASES_OF_MODELS, { p: { keys } });
  const found = new Map(
    rows.map(({ key, rows: of }) => [
      key,
      of
        .map(({ alias, row }) => ({ alias, trainedModel: rowOf<TrainedModelRow>(shape, row) }))
        .sort((a, b) => (a.alias < b.alias ? -1 : 1)),
    ]),
  );
  return keys.map((key) => found.get(key) ?? []);
}

const NAMES = `
UNWIND $p.keys AS key
MATCH (:Entity {key: key})<-[r:KNOWN_AS]-(:Model)
WITH key, r ORDER BY r.role
RETURN key, collect(r.role) AS names`;

/** The names that trained models go by, by key. In the order asked. */
export async function findModelAliases(database: Database, keys: readonly number[]): Promise<string[][]> {
  const rows = await database.read<{ key: number; names: string[] }>(NAMES, { p: { keys } });
  const found = new Map(rows.map(({ key, names }) => [key, names]));
  return keys.map((key) => found.get(key) ?? []);
}

const SCORES = `
UNWIND $p.keys AS key
MATCH (:Entity {key: key})-[r:SCORED]->()
WITH key, r ORDER BY r.role
RETURN key, collect({criterion: r.role, value: r.value}) AS scores`;

/** The last value by each criterion, by key of the trained model. In the order asked. */
export async function findScores(database: Database, keys: readonly number[]): Promise<Score[][]> {
  const rows = await database.read<{ key: number; scores: Score[] }>(SCORES, { p: { keys } });
  const found = new Map(rows.map(({ key, scores }) => [key, scores]));
  return keys.map((key) => found.get(key) ?? []);
}

const OF_DATASETS = `
UNWIND $p.keys AS key
MATCH (d:Entity {key: key})
CALL (d) {
  MATCH (d)-[:SAME_AS*0..]-(m)
  WITH DISTINCT m
  MATCH (m)-[:TRAINS]->(e:TrainedModel)
  WHERE e.removedAt IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH DISTINCT e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN key, rows`;

/** What was trained on datasets. */
export const trainedModelsOfDatasets: PagedRelation<TrainedModelRow> = relation<TrainedModelRow>({
  cypher: OF_DATASETS,
  row: (raw) => rowOf(shape, raw),
  cursor: byId,
});
