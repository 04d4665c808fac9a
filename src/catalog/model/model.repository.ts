import type { EntityFilter } from '../entity/filter.js';
import { listOfKind } from '../entity/list.repository.js';
import { byId, type PagedRelation, relation } from '../entity/relation.repository.js';
import { rowMap, rowOf } from '../entity/row.js';
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
      feature: '(:Entity {id: $p.feature})<-[:USES]-(e:Model)',
      table: '(:Entity {id: $p.table})<-[:PART_OF]-(:Feature)<-[:USES]-(e:Model)',
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
MATCH (m:Entity {id: of})-[:USES]->(e:Feature)
WHERE $p.id IS NULL OR e.id > $p.id
WITH of, e ORDER BY e.id
WITH of, collect(${rowMap(featureShape)})[..toInteger($p.limit)] AS rows
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

/** The runs `r` of the trained models `t` that trained, made predictions, or evaluated. */
const RUNS: Readonly<Record<Purpose, string>> = {
  TRAIN: 'MATCH (t)-[:TRAINED_BY]->(r:Run) RETURN r',
  PREDICT: 'MATCH (t)<-[:PREDICTED_BY]-(:PredictionSet)-[:MADE_BY]->(r:Run) RETURN r',
  EVALUATE: 'MATCH (t)<-[:EVALUATES]-(:Evaluation)-[:MADE_BY]->(r:Run) RETURN r',
};

const jobsBy = (...purposes: readonly Purpose[]): string => `
UNWIND $p.of AS of
MATCH (m:Entity {id: of})<-[:INSTANCE_OF]-(t:TrainedModel)
CALL (t) { ${purposes.map((purpose) => RUNS[purpose]).join(' UNION ')} }
WITH DISTINCT of, r
MATCH (r)-[:RUN_OF]->(e:Job)
WHERE $p.id IS NULL OR e.id > $p.id
WITH DISTINCT of, e ORDER BY e.id
WITH of, collect(${rowMap(jobShape)})[..toInteger($p.limit)] AS rows
RETURN of, rows`;

const jobs = (...purposes: readonly Purpose[]): PagedRelation<JobRow> =>
  relation<JobRow>({ cypher: jobsBy(...purposes), row: (raw) => rowOf(jobShape, raw), cursor: byId });

/** Jobs that have worked with a model for a purpose. */
export const jobsOfModels: Readonly<Record<Purpose, PagedRelation<JobRow>>> = {
  TRAIN: jobs('TRAIN'),
  PREDICT: jobs('PREDICT'),
  EVALUATE: jobs('EVALUATE'),
};
/** For any. */
export const allJobsOfModels = jobs(...PURPOSES);
