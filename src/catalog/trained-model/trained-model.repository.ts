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
    starts: {
      model: 'MATCH (:Entity {id: $p.model})<-[:INSTANCE_OF]-(e:TrainedModel)',
      trainedOn: 'MATCH (:Entity {id: $p.trainedOn})-[:HAS_VERSION*0..1]->()<-[:TRAINED_ON]-(e:TrainedModel) WITH DISTINCT e',
      feature: 'MATCH (:Entity {id: $p.feature})<-[:USES]-(:Model)<-[:INSTANCE_OF]-(e:TrainedModel)',
    },
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
UNWIND $p.of AS of
MATCH (m:Entity {id: of})
CALL (m) {
  MATCH (m)<-[:INSTANCE_OF]-(e:TrainedModel)
  WHERE e.removedAt IS NULL AND ($p.sort IS NULL OR e.number < $p.sort)
  WITH e ORDER BY e.number DESC LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

/** Newest first. */
export const trainedModelsOfModels: PagedRelation<TrainedModelRow> = relation<TrainedModelRow>({
  cypher: OF_MODELS,
  row: (raw) => rowOf(shape, raw),
  cursor: ({ number, id }) => [number ?? 0, id],
});

const SCORES_OF = '[(e)-[s:SCORED]->() | [s.role, s.value]]';

// Whoever asks which one is the champion usually asks how good it is.
const ALIASES_OF_MODELS = `
UNWIND $p.of AS of
MATCH (:Entity {id: of})-[r:KNOWN_AS]->(e:TrainedModel)
RETURN of, collect({alias: r.role, row: ${rowMap(shape)}, scores: ${SCORES_OF}}) AS rows`;

/** By id of the model, in the order of names; with their scores. In the order asked. */
export async function findAliasesOfModels(database: Database, models: readonly string[]): Promise<(ModelAlias & Scored)[][]> {
  const rows = await database.read<{ of: string; rows: Named[] }>(ALIASES_OF_MODELS, { p: { of: models } });
  const found = new Map(rows.map((each) => [each.of, each.rows.map(namedModel).sort((a, b) => (a.alias < b.alias ? -1 : 1))]));
  return models.map((model) => found.get(model) ?? []);
}

interface Scored {
  readonly scores: Score[];
}

type Pair = readonly [criterion: string, value: number];

interface Named {
  readonly alias: string;
  readonly row: RawRow;
  readonly scores: readonly Pair[];
}

const namedModel = ({ alias, row, scores }: Named): ModelAlias & Scored => ({
  alias,
  trainedModel: rowOf<TrainedModelRow>(shape, row),
  scores: scoresIn(scores),
});

const scoresIn = (pairs: readonly Pair[]): Score[] =>
  pairs.map(([criterion, value]) => ({ criterion, value })).sort((a, b) => (a.criterion < b.criterion ? -1 : 1));

const NAMES = `
UNWIND $p.of AS of
MATCH (:Entity {id: of})<-[r:KNOWN_AS]-(:Model)
WITH of, r ORDER BY r.role
RETURN of, collect(r.role) AS names`;

/** The names that trained models go by, by id. In the order asked. */
export async function findModelAliases(database: Database, trainedModels: readonly string[]): Promise<string[][]> {
  const rows = await database.read<{ of: string; names: string[] }>(NAMES, { p: { of: trainedModels } });
  const found = new Map(rows.map((each) => [each.of, each.names]));
  return trainedModels.map((id) => found.get(id) ?? []);
}

const SCORES = `
UNWIND $p.of AS of
MATCH (e:Entity {id: of})
RETURN of, ${SCORES_OF} AS scores`;

/** The last value by each criterion, by id of the trained model. In the order asked. */
export async function findScores(database: Database, trainedModels: readonly string[]): Promise<Score[][]> {
  const rows = await database.read<{ of: string; scores: Pair[] }>(SCORES, { p: { of: trainedModels } });
  const found = new Map(rows.map((each) => [each.of, scoresIn(each.scores)]));
  return trainedModels.map((id) => found.get(id) ?? []);
}

const OF_DATASETS = `
UNWIND $p.of AS of
MATCH (d:Entity {id: of})
CALL (d) {
  MATCH (d)-[:SAME_AS*0..]-(m)
  WITH DISTINCT m
  MATCH (m)-[:TRAINS]->(e:TrainedModel)
  WHERE e.removedAt IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH DISTINCT e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

/** What was trained on datasets. */
export const trainedModelsOfDatasets: PagedRelation<TrainedModelRow> = relation<TrainedModelRow>({
  cypher: OF_DATASETS,
  row: (raw) => rowOf(shape, raw),
  cursor: byId,
});
