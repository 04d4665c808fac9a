import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { type Page, pageOf } from '../entity/page.js';
import { byId, type PagedRelation, type Relation, relation } from '../entity/relation.repository.js';
import { type RawRow, rowMap, rowOf } from '../entity/row.js';
import { type FeatureRow, shape as featureShape } from '../feature/feature.js';
import { type JobRow, shape as jobShape } from '../job/job.js';
import { type Learning, PURPOSES, type Purpose, type Task } from './definition.js';
import { type ModelRow, shape } from './model.js';

/** A criterion and the values that are looked for. */
export interface MetricBounds {
  readonly criterion: string;
  readonly atLeast?: number | null;
  readonly atMost?: number | null;
}

export interface ModelFilter extends EntityFilter {
  readonly task?: Task | null;
  readonly learning?: Learning | null;
  /** In upper or lower case. */
  readonly framework?: string | null;
  /** The id of a feature that it uses. */
  readonly feature?: string | null;
  /** The id of a feature table of which it uses a feature. */
  readonly table?: string | null;
  /** The last value of one of its trained models. */
  readonly metric?: MetricBounds | null;
}

/** Conditions on `s`, a trained model's last value by a criterion. */
export const METRIC_CONDITIONS = `s.role = $p.criterion
    AND ($p.atLeast IS NULL OR s.value >= $p.atLeast) AND ($p.atMost IS NULL OR s.value <= $p.atMost)`;

/** What goes with them. */
export const metricParameters = (metric: MetricBounds | null | undefined): Record<string, unknown> => ({
  criterion: metric?.criterion ?? null,
  atLeast: metric?.atLeast ?? null,
  atMost: metric?.atMost ?? null,
});

export const listModels = listOfKind<ModelFilter, ModelRow>(
  {
    prefix: 'model:',
    shape,
    starts: {
      feature: 'MATCH (:Entity {id: $p.feature})<-[:USES]-(e:Model)',
      table: 'MATCH (:Entity {id: $p.table})<-[:PART_OF]-(:Feature)<-[:USES]-(e:Model) WITH DISTINCT e',
    },
    conditions: `($p.task IS NULL OR e.task = $p.task)
  AND ($p.learning IS NULL OR e.learning = $p.learning)
  AND ($p.framework IS NULL OR toLower(e.framework) = $p.framework)
  AND ($p.feature IS NULL OR EXISTS { (e)-[:USES]->(:Entity {id: $p.feature}) })
  AND ($p.table IS NULL OR EXISTS { (e)-[:USES]->()-[:PART_OF]->(:Entity {id: $p.table}) })
  AND ($p.criterion IS NULL OR EXISTS {
    MATCH (e)<-[:INSTANCE_OF]-(t:TrainedModel)-[s:SCORED]->(e)
    WHERE t.removedAt IS NULL AND ${METRIC_CONDITIONS}
  })`,
  },
  ({ feature, framework, learning, metric, table, task }) => ({
    feature: feature ?? null,
    framework: framework?.toLowerCase() ?? null,
    learning: learning ?? null,
    table: table ?? null,
    task: task ?? null,
    ...metricParameters(metric),
  }),
);

const FEATURES = `
UNWIND $p.of AS of
MATCH (m:Entity {id: of})
CALL (m) {
  MATCH (m)-[:USES]->(e:Feature)
  WHERE $p.id IS NULL OR e.id > $p.id
  WITH e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(featureShape)}) AS rows
}
RETURN of, rows`;

export const featuresOfModels: PagedRelation<FeatureRow> = relation<FeatureRow>({
  cypher: FEATURES,
  row: (raw) => rowOf(featureShape, raw),
  cursor: byId,
});

const MODELS_OF_FEATURES = `
UNWIND $p.of AS of
MATCH (f:Entity {id: of})
CALL (f) {
  MATCH (f)<-[:USES]-(e:Model)
  WHERE e.removedAt IS NULL AND ($p.id IS NULL OR e.id > $p.id)
  WITH e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(shape)}) AS rows
}
RETURN of, rows`;

/** Models that use a feature. */
export const modelsOfFeatures: PagedRelation<ModelRow> = relation<ModelRow>({
  cypher: MODELS_OF_FEATURES,
  row: (raw) => rowOf(shape, raw),
  cursor: byId,
});

/** How the runs `r` go on from a model's trained models `t`: those that trained them, made predictions with them, evaluated them. */
const RUNS: Readonly<Record<Purpose, string>> = {
  TRAIN: '(t)-[:TRAINED_BY]->(r:Run)',
  PREDICT: '(t)<-[:PREDICTED_BY]-(:PredictionSet)-[:MADE_BY]->(r:Run)',
  EVALUATE: '(t)<-[:EVALUATES]-(:Evaluation)-[:MADE_BY]->(r:Run)',
};

const jobsBy = (purpose: Purpose): string => `
CALL (m) {
  MATCH (m)<-[:INSTANCE_OF]-(t:TrainedModel)
  MATCH ${RUNS[purpose]}
  WITH DISTINCT r
  MATCH (r)-[:RUN_OF]->(e:Job)
  WHERE $p.id IS NULL OR e.id > $p.id
  WITH DISTINCT e ORDER BY e.id LIMIT toInteger($p.limit)
  RETURN collect(${rowMap(jobShape)}) AS ${purpose}
}`;

const JOBS = `
UNWIND $p.of AS of
MATCH (m:Entity {id: of})${PURPOSES.map(jobsBy).join('')}
RETURN of, ${PURPOSES.join(', ')}`;

/** Pages of jobs by what they do with a model, and of all of them. */
export type JobsOfModel = Readonly<Record<Purpose | 'ANY', Page<JobRow>>>;

/** For all purposes at once, because whoever asks for one usually asks for the others. */
export const jobsOfModels: Relation<JobsOfModel> = async (database, of, request) => {
  const p = { of: of.map(({ id }) => id), id: request.after?.[1] ?? null, limit: request.first + 1 };
  const rows = await database.read<{ of: string } & Record<Purpose, RawRow[]>>(JOBS, { p });
  const found = new Map(rows.map((each) => [each.of, each]));
  return of.map(({ id }) => {
    const jobs = PURPOSES.map((purpose) => (found.get(id)?.[purpose] ?? []).map((raw) => rowOf<JobRow>(jobShape, raw)));
    const each = new Map(jobs.flat().map((job) => [job.id, job]));
    const any = [...each.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const pages = [any, ...jobs].map((rowsOf) => pageOf(rowsOf.slice(0, request.first + 1), request, byId));
    const [ANY, TRAIN, PREDICT, EVALUATE] = pages as [Page<JobRow>, Page<JobRow>, Page<JobRow>, Page<JobRow>];
    return { answer: { ANY, TRAIN, PREDICT, EVALUATE }, there: found.has(id) };
  });
};
