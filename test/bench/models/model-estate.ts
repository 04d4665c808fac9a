import { entityId, featureOf, sourceId } from '../../../src/catalog/id.js';
import type {
  RecordEvaluationMutationVariables,
  RecordPredictionSetMutationVariables,
  RecordTrainedModelMutationVariables,
  RegisterFeatureTableMutationVariables,
  RegisterModelMutationVariables,
} from '../../support/generated/operations.js';
import { Random, Zipf } from '../estate/random.js';
import { TEAMS } from '../stores/feature-estate.js';

/** A company's models, the same for a seed every time: a few features are used by very many models, a few models are looked at every month. */
export interface ModelEstate {
  /** OpenLineage events: of jobs that compute what features are carried by, then of runs that train. */
  readonly events: readonly object[];
  readonly tables: readonly RegisterFeatureTableMutationVariables['input'][];
  readonly models: readonly RegisterModelMutationVariables['input'][];
  readonly trainings: readonly RecordTrainedModelMutationVariables['input'][];
  readonly evaluations: readonly RecordEvaluationMutationVariables['input'][];
  /** Of the newest training of each model, one. */
  readonly predictions: readonly RecordPredictionSetMutationVariables['input'][];
}

export const TRAININGS_PER_MODEL = 10;
/** Of each training: values in one evaluation. Of the newest also one a month, of a few criteria. */
const VALUES_OF_TRAINING = 38;
const MONTHS = 12;
const VALUES_OF_MONTH = 10;
const TABLES = 100;
const FEATURES_PER_TABLE = 20;
const FEATURES_PER_MODEL = 10;
const LAKE = 's3://lake';
export const LAKE_SOURCE = sourceId(LAKE);
export const TASKS = ['CLASSIFICATION', 'REGRESSION', 'CLUSTERING', 'RANKING', 'FORECASTING'] as const;
const HYPERPARAMETERS = [
  { name: 'trees', type: 'int', default: 100, min: 1 },
  { name: 'rate', type: 'double', default: 0.1 },
];

const tableName = (at: number): string => `table_${String(at).padStart(3, '0')}`;
const featureName = (at: number): string => `feature_${at}`;
export const featureId = (at: number): string =>
  featureOf(entityId('FEATURE_TABLE', 'default', tableName(Math.floor(at / FEATURES_PER_TABLE))), featureName(at % FEATURES_PER_TABLE));
export const modelName = (at: number): string => `model_${String(at).padStart(5, '0')}`;
export const modelId = (at: number): string => entityId('MODEL', 'default', modelName(at));
export const lakeId = (table: number): string => entityId('DATASET', LAKE, tableName(table));
export const rawColumnId = (table: number, feature: number): string =>
  `${entityId('DATASET', LAKE, `raw_${tableName(table)}`)}#${featureName(feature)}`;
const trainedModelId = (model: number, number: number): string => entityId('TRAINED_MODEL', 'default', modelName(model), String(number));

/** How many values are recorded for so many models. */
export const valuesOf = (models: number): number => models * (TRAININGS_PER_MODEL * VALUES_OF_TRAINING + MONTHS * VALUES_OF_MONTH);

export function makeModelEstate(count: number, seed = 42): ModelEstate {
  const random = new Random(seed);
  const features = new Zipf(TABLES * FEATURES_PER_TABLE);
  const teams = new Zipf(TEAMS.length);
  const numbers = Array.from({ length: count }, (_, at) => at);
  return {
    events: [...Array.from({ length: TABLES }, (_, at) => preparing(at)), ...numbers.map(training)],
    tables: Array.from({ length: TABLES }, (_, at) => tableOf(at)),
    models: numbers.map((at) => ({
      name: modelName(at),
      description: `What model ${at} is for`,
      owner: TEAMS[teams.pick(random)]!,
      task: TASKS[at % TASKS.length]!,
      learning: 'SUPERVISED',
      label: { name: 'label', dataType: 'DOUBLE' },
      framework: 'scikit-learn',
      features: [...new Set(Array.from({ length: FEATURES_PER_MODEL }, () => featureId(features.pick(random))))],
      hyperparameters: HYPERPARAMETERS,
      criteria: [{ name: 'auc', direction: 'HIGHER_IS_BETTER', required: true }],
    })),
    trainings: numbers.flatMap((at) =>
      Array.from({ length: TRAININGS_PER_MODEL }, (_, i) => ({
        model: modelId(at),
        number: i + 1,
        hyperparameters: { trees: 10 * (i + 1), rate: random.random() },
        run: entityId('RUN', 'training', runId(at)),
        trainedOn: [lakeId(at % TABLES)],
        metrics: [{ criterion: 'auc', value: random.random() }],
        ...(i + 1 === TRAININGS_PER_MODEL ? { aliases: ['champion'] } : {}),
      })),
    ),
    // Month by month, as they are recorded: never two of one training at once.
    evaluations: [
      ...Array.from({ length: TRAININGS_PER_MODEL }, (_, i) =>
        numbers.map((at) => evaluation(random, at, i + 1, '2026-01-01T00:00:00Z', VALUES_OF_TRAINING)),
      ).flat(),
      ...Array.from({ length: MONTHS }, (_, month) =>
        numbers.map((at) =>
          evaluation(random, at, TRAININGS_PER_MODEL, new Date(Date.UTC(2026, month + 1, 1)).toISOString(), VALUES_OF_MONTH),
        ),
      ).flat(),
    ],
    predictions: numbers.map((at) => ({
      name: `scores_of_${modelName(at)}`,
      trainedModel: trainedModelId(at, TRAININGS_PER_MODEL),
      dataset: lakeId(at % TABLES),
      run: entityId('RUN', 'training', runId(at)),
      predictedAt: '2026-12-01T00:00:00Z',
      rowCount: 1000,
    })),
  };
}

function evaluation(random: Random, model: number, number: number, at: string, values: number): ModelEstate['evaluations'][number] {
  return {
    trainedModel: trainedModelId(model, number),
    at,
    dataset: lakeId(model % TABLES),
    metrics: Array.from({ length: values }, (_, i) => ({ criterion: i === 0 ? 'auc' : `measure_${i}`, value: random.random() })),
  };
}

function tableOf(at: number): ModelEstate['tables'][number] {
  return {
    name: tableName(at),
    features: Array.from({ length: FEATURES_PER_TABLE }, (_, i) => ({ name: featureName(i), dataType: 'DOUBLE', semanticKind: 'NUMERIC' })),
    materialisations: [{ name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: lakeId(at) }],
  };
}

/** Run ids are UUIDs. */
const runId = (model: number): string => `0193e3f1-0000-7000-8000-${String(model).padStart(12, '0')}`;
const facet = (name: string, content: object): object => ({
  _producer: 'https://example.org/models',
  _schemaURL: `https://openlineage.io/spec/facets/1-1-1/${name}.json`,
  ...content,
});

function event(job: object, run: string, inputs: readonly object[], outputs: readonly object[]): object {
  return {
    producer: 'https://example.org/models',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: run, facets: {} },
    job,
    eventType: 'COMPLETE',
    eventTime: '2026-01-01T00:00:00Z',
    inputs,
    outputs,
  };
}

/** A job that computes each column of a table from one of its raw columns. */
function preparing(at: number): object {
  const name = tableName(at);
  const columns = Array.from({ length: FEATURES_PER_TABLE }, (_, i) => featureName(i));
  const raw = { namespace: LAKE, name: `raw_${name}` };
  const fields = Object.fromEntries(columns.map((column) => [column, { inputFields: [{ ...raw, field: column }] }]));
  const schema = facet('SchemaDatasetFacet', { fields: columns.map((column) => ({ name: column, type: 'double' })) });
  const output = { namespace: LAKE, name, facets: { schema, columnLineage: facet('ColumnLineageDatasetFacet', { fields }) } };
  const run = `0193e3f2-0000-7000-8000-${String(at).padStart(12, '0')}`;
  return event({ namespace: 'preparing', name, facets: {} }, run, [{ ...raw, facets: { schema } }], [output]);
}

function training(at: number): object {
  return event(
    { namespace: 'training', name: modelName(at), facets: {} },
    runId(at),
    [{ namespace: LAKE, name: tableName(at % TABLES) }],
    [],
  );
}
