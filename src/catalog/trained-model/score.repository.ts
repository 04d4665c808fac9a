import type { Database } from '../../neo4j/database.js';
import { seriesLine } from '../evaluation/evaluation.js';
import { METRIC_CONDITIONS, type MetricBounds, metricParameters } from '../model/model.repository.js';
import type { Score } from './definition.js';

/** Of a trained model by one criterion: evaluations that are looked through for one that somebody may see. */
export const MOST_LOOKED_AT = 100;
/** Of one model: trained models by which it is found. */
const MOST_TRAININGS = 100;

const KEPT = `
UNWIND $p.of AS of
MATCH (e:Entity {id: of})
RETURN of, [(e)-[s:SCORED]->() | {criterion: s.role, value: s.value}] AS scores, e.scoredBy AS scoredBy, e.metrics AS training`;

/** The last values of a trained model, and where they are from. */
export interface KeptScores {
  /** In the order of criteria. */
  readonly scores: readonly Score[];
  /** By criterion the id of the evaluation; of training's own values there is none. */
  readonly scoredBy: ReadonlyMap<string, string>;
  /** As training measured. */
  readonly training: readonly Score[];
}

/** By id of the trained model. In the order asked. */
export async function findKeptScores(database: Database, trainedModels: readonly string[]): Promise<KeptScores[]> {
  const rows = await database.read<{ of: string; scores: Score[]; scoredBy: string | null; training: string | null }>(KEPT, {
    p: { of: trainedModels },
  });
  const found = new Map(
    rows.map(({ of, scores, scoredBy, training }): [string, KeptScores] => [
      of,
      {
        scores: scores.toSorted((a, b) => (a.criterion < b.criterion ? -1 : 1)),
        scoredBy: new Map(Object.entries(JSON.parse(scoredBy ?? '{}') as Record<string, string>)),
        training: JSON.parse(training ?? '[]') as Score[],
      },
    ]),
  );
  return trainedModels.map((id) => found.get(id) ?? { scores: [], scoredBy: new Map(), training: [] });
}

// Ids alone: to read what was measured is what takes the time.
const NEWEST_EVALUATIONS = `
UNWIND $p.asked AS asked
MATCH (t:Entity {id: asked.trainedModel})
CALL (t, asked) {
  MATCH (t)<-[:EVALUATES]-(e:Evaluation)
  WHERE e.removedAt IS NULL AND e.series CONTAINS asked.line
  WITH e ORDER BY e.at DESC, e.id LIMIT ${MOST_LOOKED_AT}
  RETURN collect({id: e.id, key: e.key}) AS evaluations
}
RETURN asked.at AS at, evaluations`;

/** A trained model (its id), and a criterion. */
export interface Scored {
  readonly trainedModel: string;
  readonly criterion: string;
}

interface Found {
  readonly id: string;
  readonly key: number;
}

/** Which evaluations have a value by the criterion, of all the data: the newest first, some at most. In the order asked. */
export async function findNewestEvaluations(database: Database, scored: readonly Scored[]): Promise<Found[][]> {
  const asked = scored.map(({ criterion, trainedModel }, at) => ({ at, trainedModel, line: seriesLine(criterion, null) }));
  const rows = await database.read<{ at: number; evaluations: Found[] }>(NEWEST_EVALUATIONS, { p: { asked } });
  const found = new Map(rows.map(({ at, evaluations }) => [at, evaluations]));
  return scored.map((_, at) => found.get(at) ?? []);
}

const SCORED_OF_MODELS = `
UNWIND $p.of AS of
MATCH (m:Entity {id: of})
CALL (m) {
  MATCH (m)<-[:INSTANCE_OF]-(t:TrainedModel)-[s:SCORED]->(m)
  WHERE t.removedAt IS NULL AND s.role = $p.criterion
  WITH t, s ORDER BY ${METRIC_CONDITIONS} DESC, t.number DESC LIMIT ${MOST_TRAININGS}
  RETURN collect(t.id) AS trainedModels
}
RETURN of, trainedModels`;

/**
 * Trained models that have a last value by the criterion, by id of the model: those whose value is within the bounds first, then the newest,
 * some at most. In the order asked.
 */
export async function findScoredOfModels(database: Database, models: readonly string[], metric: MetricBounds): Promise<string[][]> {
  const p = { of: models, ...metricParameters(metric) };
  const rows = await database.read<{ of: string; trainedModels: string[] }>(SCORED_OF_MODELS, { p });
  const found = new Map(rows.map(({ of, trainedModels }) => [of, trainedModels]));
  return models.map((id) => found.get(id) ?? []);
}
