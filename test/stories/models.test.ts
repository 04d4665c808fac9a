import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entityId, featureOf } from '../../src/catalog/id.js';
import { warmUpReads } from '../../src/graphql/warm-up.js';
import { CatalogWorld } from '../support/catalog-world.js';
import {
  FindIncidentsDocument,
  type FindIncidentsQuery,
  FindModelsDocument,
  type FindModelsQuery,
  FindTrainedModelsDocument,
  type FindTrainedModelsQuery,
  ModelCodeDocument,
  ModelDataDocument,
  ModelDescriptionDocument,
  type ModelDescriptionQuery,
  ModelFeaturesDocument,
  ModelJobsDocument,
  ModelLearningDocument,
  ModelOwnersDocument,
  ModelPerformanceDocument,
  type ModelPerformanceQuery,
  ModelsOfColumnDocument,
  type ModelsOfColumnQuery,
  PublishSegmentDocument,
  RecordEvaluationDocument,
  type RecordEvaluationMutation,
  RecordPredictionSetDocument,
  type RecordPredictionSetMutation,
  RecordTrainedModelDocument,
  type RecordTrainedModelMutation,
  RegisterFeatureTableDocument,
  RegisterModelDocument,
  type RegisterModelMutation,
  SetModelAliasDocument,
  type SetModelAliasMutation,
  SetModelStageDocument,
  UpdateIncidentDocument,
  type UpdateIncidentMutation,
} from '../support/generated/operations.js';
import { outcomeOf, problemsOf } from '../support/receipt.js';

/** A model from registering it to what it predicted, as a company would have it. */
let world: CatalogWorld;
let warmed: ReadonlySet<string>;

const model = (name = 'churn'): string => entityId('MODEL', world.ns, name);
const trained = (number: number, name = 'churn'): string => entityId('TRAINED_MODEL', world.ns, name, String(number));
const feature = (name: string): string => featureOf(entityId('FEATURE_TABLE', world.ns, 'customers'), name);
const version = (dataset: string, name: string): string => entityId('DATASET_VERSION', world.ns, dataset, name);

const ask = <Answer>(document: { toString(): string }, variables: object): Promise<Answer> =>
  world.ask<Answer>(document.toString(), { ...variables });
const register = async (input: object) =>
  (await ask<RegisterModelMutation>(RegisterModelDocument, { input: { namespace: world.ns, ...input } })).registerModel;
const train = async (input: object) =>
  (await ask<RecordTrainedModelMutation>(RecordTrainedModelDocument, { input: { model: model(), ...input } })).recordTrainedModel;
const evaluate = async (input: object) =>
  (await ask<RecordEvaluationMutation>(RecordEvaluationDocument, { input: { trainedModel: trained(1), ...input } })).recordEvaluation;
const predict = async (input: object) =>
  (await ask<RecordPredictionSetMutation>(RecordPredictionSetDocument, { input: { namespace: world.ns, ...input } })).recordPredictionSet;
const update = async (input: object) => (await ask<UpdateIncidentMutation>(UpdateIncidentDocument, { input })).updateIncident;
const models = async (filter: object) =>
  (await ask<FindModelsQuery>(FindModelsDocument, { filter: { namespace: world.ns, ...filter } })).models.nodes.map(({ name }) => name);
const trainings = async (filter: object) =>
  (await ask<FindTrainedModelsQuery>(FindTrainedModelsDocument, { filter: { namespace: world.ns, ...filter } })).trainedModels.nodes.map(
    ({ id }) => id,
  );
const performance = async (variables: object) =>
  (await ask<ModelPerformanceQuery>(ModelPerformanceDocument, { namespace: world.ns, name: 'churn', criterion: 'auc', ...variables }))
    .model!;
const reached = async (id: string): Promise<string[]> =>
  (await ask<ModelsOfColumnQuery>(ModelsOfColumnDocument, { id })).lineage.nodes.map(
    ({ distance, entity }) => `${distance} ${entity.id.replace(`${world.ns}/`, '')}`,
  );

const churn = (): Record<string, unknown> => ({
  name: 'churn',
  description: 'Tells who is about to leave',
  owner: `team:${world.ns}/growth`,
  tags: ['gold'],
  task: 'CLASSIFICATION',
  learning: 'SUPERVISED',
  label: { name: 'churned', dataType: 'BOOLEAN', column: world.column('customers.churned'), origin: 'Left within 30 days' },
  features: [feature('spend'), feature('plan')],
  framework: 'scikit-learn',
  train: entityId('SEGMENT_VERSION', world.ns, 'forest', '1'),
  hyperparameters: [
    { name: 'trees', type: 'int', default: 100, min: 1, max: 1000 },
    { name: 'criterion', type: 'string', values: ['gini', 'entropy'], default: 'gini' },
    { name: 'seed', type: 'int', required: true },
  ],
  criteria: [
    { name: 'auc', direction: 'HIGHER_IS_BETTER', threshold: 0.7, required: true, description: 'Area under the ROC curve' },
    { name: 'loss', direction: 'LOWER_IS_BETTER' },
  ],
  intendedUse: 'To offer a discount',
  limits: 'Knows nothing of new customers',
});

beforeAll(async () => {
  world = await CatalogWorld.open();
  await warmUpReads(world.counting);
  warmed = new Set(world.counting.all);
  await world.ran({
    job: 'prepare',
    run: 'prepare-1',
    reads: ['orders', 'customers'],
    writes: ['churn_lake'],
    columns: { 'churn_lake.spend': 'orders.total', 'churn_lake.plan': 'customers.plan' },
  });
  await world.ran({ job: 'train-churn', run: 'train-1', reads: ['churn_lake'] });
  await world.ran({ job: 'score-churn', run: 'score-1', reads: ['churn_lake'], writes: ['scores'] });
  await world.ran({ job: 'judge-churn', run: 'judge-1', reads: ['scores'], writes: [] });
  await world.ran({ job: 'use-scores', run: 'use-1', reads: ['scores'], writes: ['calls'], columns: { 'calls.urgency': 'scores.score' } });
  await world.said([
    { id: world.dataset('customers'), attributes: { schema: [{ path: 'plan' }, { path: 'churned', type: 'boolean' }] } },
    { id: world.dataset('scores'), attributes: { schema: [{ path: 'customer' }, { path: 'score', type: 'double' }] } },
  ]);
  const table = {
    namespace: world.ns,
    name: 'customers',
    features: ['spend', 'plan', 'mood'].map((name) => ({ name, dataType: 'DOUBLE', semanticKind: 'NUMERIC' })),
    materialisations: [{ name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: world.dataset('churn_lake') }],
  };
  await ask(RegisterFeatureTableDocument, { input: table });
  const code = { repository: 'https://git.example.org/churn', path: 'train.py', commit: 'abc123' };
  const definition = { fits: 'PREDICTOR', estimator: { task: 'CLASSIFICATION' }, code };
  await ask(PublishSegmentDocument, { input: { namespace: world.ns, name: 'forest', definition } });
});
afterAll(() => world.close());

describe('a model', () => {
  test('is registered, changed and left as it is', async () => {
    const first = await register(churn());
    expect(first).toMatchObject({ model: { id: model(), revision: 1 }, receipts: [{ outcome: 'APPLIED', problems: [] }] });
    expect(outcomeOf(await register({ ...churn(), features: [feature('plan'), feature('spend')] }))).toBe('UNCHANGED');
    const second = await register({ ...churn(), framework: 'scikit-learn 1.7' });
    expect(second.model).toMatchObject({ revision: 2 });
    await expect(register({ ...churn(), expectedPosition: first.model!.lastPosition })).rejects.toThrow('was changed meanwhile');
    expect((await register(churn())).model).toMatchObject({ revision: 3 });
  });

  test.each([
    ['learns from labels and names none', { label: null }, ['supervised-has-label input.label']],
    ['uses what is not there', { features: ['feature:none/none/none'] }, ['known-id input.features.0']],
    [
      'uses what is no feature, and what is not there',
      { features: ['job:a/b', 'feature:none/none/none'] },
      ['feature-id input.features.0', 'known-id input.features.1'],
    ],
    ['is trained by what trains nothing', { train: 'dataset:a/b' }, ['function-kind input.train']],
    ['is trained by what is not there', { train: 'segment-version:none/none/1' }, ['known-id input.train']],
    [
      'has hyperparameters that cannot be',
      {
        hyperparameters: [
          { name: 'x', type: 'int', min: 3, max: 1 },
          { name: 'x', type: 'int', default: 'much' },
        ],
      },
      [
        'param-bounds input.hyperparameters.0.min',
        'param-type input.hyperparameters.1.default',
        'param-unique input.hyperparameters.1.name',
      ],
    ],
    [
      'has a criterion twice',
      { criteria: [1, 2].map(() => ({ name: 'auc', direction: 'HIGHER_IS_BETTER' })) },
      ['unique-name input.criteria.1.name'],
    ],
    ['is owned by nobody', { owner: 'dataset:a/b' }, ['owner-id input.owner']],
  ])('is refused when it %s', async (_, change, expected) => {
    const payload = await register({ ...churn(), name: 'wrong', ...change });
    expect(payload.model).toBeNull();
    expect(problemsOf(payload)).toEqual(expected);
  });
});

describe('a training', () => {
  test('is recorded with its number, values and defaults', async () => {
    const first = await train({
      hyperparameters: { seed: 7, trees: 50 },
      run: world.run('train-1'),
      trainedOn: [version('churn_lake', 'prepare-1')],
      trainedAt: '2026-01-02T00:00:00Z',
      metrics: [{ criterion: 'auc', value: 0.81 }],
      signature: { inputs: [{ name: 'spend', type: 'double' }], outputs: [{ name: 'score', type: 'double' }] },
      aliases: ['champion'],
      stage: 'STAGING',
    });
    expect(first.receipts).toEqual([{ outcome: 'APPLIED', problems: [] }]);
    expect(first.trainedModel).toEqual({ id: trained(1), number: 1, stage: 'STAGING', modelAliases: ['champion'] });
    const { node } = await world.ask<{ node: object }>(
      `query ($id: ID!) { node(id: $id) { ... on TrainedModel {
        name hyperparameters framework modelRevision trainingMetrics { criterion value } scores { criterion value }
        trainedOn { id } run { id job { id } } model { id } signature { inputs { name } outputs { name } }
      } } }`,
      { id: trained(1) },
    );
    expect(node).toEqual({
      name: 'churn',
      hyperparameters: { seed: 7, trees: 50, criterion: 'gini' },
      framework: 'scikit-learn',
      modelRevision: 3,
      trainingMetrics: [{ criterion: 'auc', value: 0.81 }],
      scores: [{ criterion: 'auc', value: 0.81 }],
      trainedOn: [{ id: version('churn_lake', 'prepare-1') }],
      run: { id: world.run('train-1'), job: { id: world.job('train-churn') } },
      model: { id: model() },
      signature: { inputs: [{ name: 'spend' }], outputs: [{ name: 'score' }] },
    });
  });

  test('takes the next number, also when several come at once; a number is given once', async () => {
    const numbers = await Promise.all([1, 2, 3].map((seed) => train({ hyperparameters: { seed } })));
    expect(numbers.map(({ trainedModel }) => trainedModel!.number).sort()).toEqual([2, 3, 4]);
    const said = { number: 9, hyperparameters: { seed: 9 } };
    expect(outcomeOf(await train(said))).toBe('APPLIED');
    expect(outcomeOf(await train(said))).toBe('UNCHANGED');
    expect(problemsOf(await train({ ...said, hyperparameters: { seed: 10 } }))).toEqual(['number-once input.number']);
    const key = { idempotencyKey: `${world.ns}-train`, hyperparameters: { seed: 11 } };
    const [once, again] = [await train(key), await train(key)];
    expect(again.trainedModel!.id).toBe(once.trainedModel!.id);
  });

  test.each([
    [
      'hyperparameters that the model does not have',
      { hyperparameters: { seed: 1, leaves: 3 } },
      ['known-hyperparameter input.hyperparameters.leaves'],
    ],
    ['a value out of bounds', { hyperparameters: { seed: 1, trees: 0 } }, ['param-bounds input.hyperparameters.trees']],
    ['a value that is no choice', { hyperparameters: { seed: 1, criterion: 'luck' } }, ['param-bounds input.hyperparameters.criterion']],
    ['no value where there must be one', {}, ['required-hyperparameter input.hyperparameters.seed']],
    ['a model that is not there', { model: 'model:none/none' }, ['known-entity input.model']],
    [
      'an artifact that is not there',
      { hyperparameters: { seed: 1 }, artifacts: [`artifact:${'0'.repeat(64)}`] },
      ['known-id input.artifacts.0'],
    ],
    [
      'data that is none, and data that is not there',
      { hyperparameters: { seed: 1 }, trainedOn: ['job:a/b', 'dataset:a/b'] },
      ['reference-kind input.trainedOn.0', 'known-id input.trainedOn.1'],
    ],
  ])('is refused with %s', async (_, input, expected) => {
    const payload = await train(input);
    expect(payload.trainedModel).toBeNull();
    expect(problemsOf(payload)).toEqual(expected);
  });

  test('goes by names, one training at a time, and comes from stage to stage', async () => {
    const name = async (input: object) =>
      (await ask<SetModelAliasMutation>(SetModelAliasDocument, { input: { model: model(), ...input } })).setModelAlias;
    expect((await name({ alias: 'champion', number: 2 })).model!.modelAliases).toEqual([
      { alias: 'champion', trainedModel: { id: trained(2) } },
    ]);
    expect((await name({ alias: 'challenger', number: 1 })).model!.modelAliases.map(({ alias }) => alias)).toEqual([
      'challenger',
      'champion',
    ]);
    expect(problemsOf(await name({ alias: 'champion', number: 77 }))).toEqual(['known-entity input.number']);
    expect((await name({ alias: 'challenger' })).model!.modelAliases).toHaveLength(1);
    expect((await name({ alias: 'champion', number: 1 })).model!.modelAliases).toEqual([
      { alias: 'champion', trainedModel: { id: trained(1) } },
    ]);
    expect(await ask(SetModelStageDocument, { input: { id: trained(1), stage: 'PRODUCTION' } })).toMatchObject({
      setModelStage: { trainedModel: { stage: 'PRODUCTION' } },
    });
  });
});

describe('an evaluation', () => {
  const month = (number: number): string => `2026-${String(number).padStart(2, '0')}-01T00:00:00Z`;

  test('is a place in a series over time, by slice, and over trainings', async () => {
    for (const [at, auc] of [
      [2, 0.82],
      [3, 0.81],
      [4, 0.83],
    ] as const)
      expect(
        outcomeOf(
          await evaluate({
            at: month(at),
            dataset: version('churn_lake', 'prepare-1'),
            run: world.run('judge-1'),
            metrics: [
              { criterion: 'auc', value: auc },
              { criterion: 'auc', value: auc - 0.01, slice: 'plan=basic' },
              { criterion: 'loss', value: 0.5, step: 1 },
              { criterion: 'loss', value: 0.4, step: 2 },
            ],
          }),
        ),
      ).toBe('APPLIED');
    await evaluate({ trainedModel: trained(2), at: month(5), metrics: [{ criterion: 'auc', value: 0.9 }] });
    const { metrics } = await performance({});
    expect(metrics.nodes.map(({ value, evaluation }) => [value, evaluation.at, evaluation.trainedModel.number])).toEqual([
      [0.9, '2026-05-01T00:00:00Z', 2],
      [0.83, '2026-04-01T00:00:00Z', 1],
      [0.81, '2026-03-01T00:00:00Z', 1],
      [0.82, '2026-02-01T00:00:00Z', 1],
    ]);
    const sliced = await performance({ slice: 'plan=basic', since: month(3), until: month(4) });
    expect(sliced.metrics.nodes.map(({ value }) => value)).toEqual([0.8]);
    const pages: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: ModelPerformanceQuery['model'] = await performance({ criterion: 'loss', first: 2, after });
      pages.push(...page!.metrics.nodes.map(({ step }) => step!));
      ({ endCursor: after, hasNextPage: more } = page!.metrics.pageInfo as { endCursor: string | null; hasNextPage: boolean });
    }
    expect(pages).toEqual([2, 1, 2, 1, 2, 1]);
    const { run } = await world.ask<{ run: { metrics: { nodes: unknown[] } } }>(
      'query ($ns: String!) { run(namespace: $ns, externalId: "judge-1") { metrics(first: 100) { nodes { criterion } } } }',
      { ns: world.ns },
    );
    expect(run.metrics.nodes).toHaveLength(12);
  });

  test('again is UNCHANGED, with another value it takes the place of the one before', async () => {
    const said = { at: month(4), dataset: version('churn_lake', 'prepare-1'), run: world.run('judge-1') };
    const metrics = [{ criterion: 'auc', value: 0.84 }];
    expect(outcomeOf(await evaluate({ ...said, metrics }))).toBe('APPLIED');
    expect(outcomeOf(await evaluate({ ...said, metrics }))).toBe('UNCHANGED');
    expect((await performance({ since: month(4), until: month(5) })).metrics.nodes.map(({ value }) => value)).toEqual([0.84]);
  });

  test('counts as the last score only if it is the newest', async () => {
    await evaluate({ trainedModel: trained(2), at: month(1), metrics: [{ criterion: 'auc', value: 0.1 }] });
    expect(await trainings({ metric: { criterion: 'auc', atLeast: 0.85 } })).toEqual([trained(2)]);
    expect(await trainings({ metric: { criterion: 'auc', atMost: 0.2 } })).toEqual([]);
    expect(await models({ metric: { criterion: 'auc', atLeast: 0.85 } })).toEqual(['churn']);
    expect(await models({ metric: { criterion: 'auc', atLeast: 0.95 } })).toEqual([]);
  });

  test('that crosses the threshold opens one incident, which is worked on until it is resolved', async () => {
    const crossing = await evaluate({ at: month(6), metrics: [{ criterion: 'auc', value: 0.65 }] });
    expect(crossing.incidents).toMatchObject([{ rule: 'THRESHOLD', criterion: 'auc', value: 0.65, limit: 0.7 }]);
    expect((await evaluate({ at: month(7), metrics: [{ criterion: 'auc', value: 0.6 }] })).incidents).toEqual([]);
    const found = async () =>
      (
        await ask<FindIncidentsQuery>(FindIncidentsDocument, {
          filter: { namespace: world.ns, model: model(), states: ['OPEN', 'ACKNOWLEDGED'] },
        })
      ).incidents.nodes;
    const [incident] = await found();
    expect(incident).toMatchObject({ about: { id: trained(1) }, owners: [{ role: 'OWNER', owner: { id: `team:${world.ns}/growth` } }] });
    const { id } = incident!;
    expect((await update({ id, state: 'ACKNOWLEDGED', note: 'I look at it' })).incident).toMatchObject({
      state: 'ACKNOWLEDGED',
      notes: [{ by: 'ana', text: 'I look at it' }],
    });
    expect(problemsOf(await update({ id, state: 'RESOLVED' }))).toEqual(['resolved-has-cause input.cause']);
    expect((await update({ id, state: 'RESOLVED', cause: 'The plans were renamed' })).incident).toMatchObject({ state: 'RESOLVED' });
    expect(await found()).toEqual([]);
    expect((await evaluate({ at: month(8), metrics: [{ criterion: 'auc', value: 0.6 }] })).incidents).toHaveLength(1);
    const { changes } = await world.ask<{ changes: { nodes: { entityId: string }[] } }>(
      'query ($ids: [ID!]) { changes(ids: $ids, first: 100) { nodes { entityId change } } }',
      { ids: [id] },
    );
    expect(changes.nodes.length).toBeGreaterThanOrEqual(3);
  });

  test('after which three in a row are worse than the ten before opens an incident too', async () => {
    const at = (day: number): string => `2026-09-${String(day).padStart(2, '0')}T00:00:00Z`;
    const loss = async (day: number, value: number) =>
      (await evaluate({ trainedModel: trained(3), at: at(day), metrics: [{ criterion: 'loss', value }] })).incidents.map(
        ({ rule }) => rule,
      );
    for (let day = 1; day <= 10; day++) expect(await loss(day, 0.3 + day / 100)).toEqual([]);
    expect(await loss(11, 0.5)).toEqual([]);
    expect(await loss(12, 0.5)).toEqual([]);
    expect(await loss(13, 0.5)).toEqual(['TREND']);
  });

  test('goes by the rule that the model says for a criterion', async () => {
    const criterion = (name: string, trend: object) => ({ name, direction: 'LOWER_IS_BETTER', trend });
    const [namespace, name] = [`${world.ns}-trends`, 'churn'];
    const other = entityId('MODEL', namespace, name);
    await register({
      ...churn(),
      namespace,
      features: [],
      label: { name: 'churned', dataType: 'BOOLEAN' },
      criteria: [criterion('soon', { last: 1, before: 2 }), criterion('never', { last: 0 })],
    });
    const { model: registered } = await ask<ModelDescriptionQuery>(ModelDescriptionDocument, { namespace, name });
    expect(registered!.criteria.map(({ trend }) => trend)).toEqual([
      { last: 1, before: 2 },
      { last: 0, before: 10 },
    ]);
    await train({ model: other, hyperparameters: { seed: 1 } });
    const opened = async (month: number, value: number) =>
      (
        await evaluate({
          trainedModel: entityId('TRAINED_MODEL', namespace, name, '1'),
          at: `2026-${String(month).padStart(2, '0')}-01T00:00:00Z`,
          metrics: ['soon', 'never'].map((criterion) => ({ criterion, value })),
        })
      ).incidents.map(({ criterion, rule }) => `${criterion} ${rule}`);
    expect(await opened(1, 0.3)).toEqual([]);
    expect(await opened(2, 0.3)).toEqual([]);
    expect(await opened(3, 0.4)).toEqual(['soon TREND']);
    for (let later = 4; later <= 12; later++) expect(await opened(later, 0.3)).toEqual([]);
    await expect(register({ ...churn(), namespace, criteria: [criterion('soon', { last: 21 })] })).rejects.toThrow(/at most 20/);
  });

  test.each([
    ['of nothing', { trainedModel: 'trained-model:none/none/1' }, ['known-id input.trainedModel']],
    ['of what is no trained model', { trainedModel: 'model:none/none' }, ['reference-kind input.trainedModel']],
    ['on what is no data', { dataset: 'job:none/none' }, ['reference-kind input.dataset']],
  ])('is refused %s', async (_, change, expected) => {
    expect(problemsOf(await evaluate({ metrics: [{ criterion: 'auc', value: 1 }], ...change }))).toEqual(expected);
  });

  test('of a thousand values is taken in one call, several at once lose nothing', async () => {
    const metrics = Array.from({ length: 1000 }, (_, step) => ({ criterion: 'epoch-loss', value: 1 / (step + 1), step }));
    expect(outcomeOf(await evaluate({ trainedModel: trained(4), at: month(9), metrics }))).toBe('APPLIED');
    const several = Array.from({ length: 8 }, (_, i) => ({
      trainedModel: trained(4),
      at: month(10 + (i % 2)),
      metrics: [{ criterion: `c${i}`, value: i }],
    }));
    await Promise.all(
      several.map((input, i) =>
        evaluate({ ...input, dataset: i < 2 ? null : version('churn_lake', 'prepare-1'), at: `2026-10-0${i + 1}T00:00:00Z` }),
      ),
    );
    expect(await trainings({ metric: { criterion: 'c7', atLeast: 7 } })).toEqual([trained(4)]);
    expect(await trainings({ metric: { criterion: 'c0', atMost: 0 } })).toEqual([trained(4)]);
  });
});

describe('what it predicted', () => {
  test('is a dataset, and how it is read', async () => {
    const set = {
      name: 'november',
      trainedModel: trained(1),
      dataset: world.dataset('scores'),
      input: world.dataset('churn_lake'),
      run: world.run('score-1'),
    };
    expect(outcomeOf(await predict({ ...set, rowCount: 1000, predictedAt: '2026-11-01T00:00:00Z' }))).toBe('APPLIED');
    expect(outcomeOf(await predict({ ...set, rowCount: 1000, predictedAt: '2026-11-01T00:00:00Z' }))).toBe('UNCHANGED');
    expect(problemsOf(await predict({ ...set, dataset: 'dataset:none/none' }))).toEqual(['known-id input.dataset']);
    expect(await ask(ModelDataDocument, { namespace: world.ns, name: 'churn' })).toMatchObject({
      model: { predictionSets: { nodes: [{ rowCount: 1000, trainedModel: { number: 1 }, dataset: { id: world.dataset('scores') } }] } },
    });
  });
});

describe('people ask', () => {
  const about = async (document: { toString(): string }): Promise<object> =>
    (await ask<{ model: object }>(document, { namespace: world.ns, name: 'churn' })).model;

  test('what it does', async () => {
    expect(await about(ModelDescriptionDocument)).toMatchObject({
      description: 'Tells who is about to leave',
      task: 'CLASSIFICATION',
      limits: 'Knows nothing of new customers',
      criteria: [
        { name: 'auc', required: true },
        { name: 'loss', required: false },
      ],
      hyperparameters: [
        { name: 'trees', min: 1, max: 1000 },
        { name: 'criterion', values: ['gini', 'entropy'] },
        { name: 'seed', required: true },
      ],
    });
  });
  test('who owns it', async () => {
    expect(await about(ModelOwnersDocument)).toMatchObject({ owners: [{ role: 'OWNER', owner: { name: 'growth' } }] });
  });
  test('whether it learns from labels, and which', async () => {
    expect(await about(ModelLearningDocument)).toMatchObject({
      learning: 'SUPERVISED',
      label: { name: 'churned', origin: 'Left within 30 days', column: { id: world.column('customers.churned') } },
    });
  });
  test('which features it uses', async () => {
    expect(await about(ModelFeaturesDocument)).toMatchObject({ features: { nodes: [{ name: 'plan' }, { name: 'spend' }] } });
  });
  test('where the code is, and which version', async () => {
    expect(await about(ModelCodeDocument)).toMatchObject({
      train: { number: 1, code: { path: 'train.py', commit: 'abc123' } },
      predict: null,
    });
  });
  test('which jobs train it, predict with it and evaluate it', async () => {
    expect(await about(ModelJobsDocument)).toMatchObject({
      training: { nodes: [{ id: world.job('train-churn'), latestRun: { state: 'SUCCEEDED' } }] },
      predicting: { nodes: [{ id: world.job('score-churn') }] },
      evaluating: { nodes: [{ id: world.job('judge-churn') }] },
    });
  });
  test('for models by task, feature and the rest', async () => {
    await register({ name: 'plain', task: 'CLUSTERING', learning: 'UNSUPERVISED' });
    expect(await models({ task: 'CLASSIFICATION' })).toEqual(['churn']);
    expect(await models({ learning: 'UNSUPERVISED' })).toEqual(['plain']);
    expect(await models({ feature: feature('spend') })).toEqual(['churn']);
    expect(await models({ feature: feature('mood') })).toEqual([]);
    expect(await models({ table: entityId('FEATURE_TABLE', world.ns, 'customers') })).toEqual(['churn']);
    expect(await models({ framework: 'Scikit-Learn' })).toEqual(['churn']);
    expect(await models({ owner: `team:${world.ns}/growth` })).toEqual(['churn']);
    expect(await trainings({ trainedOn: world.dataset('churn_lake') })).toEqual([trained(1)]);
    expect(await trainings({ trainedOn: version('churn_lake', 'prepare-1') })).toEqual([trained(1)]);
    expect(await trainings({ stage: 'PRODUCTION' })).toEqual([trained(1)]);
    await expect(models({ feature: 'dataset:a/b' })).rejects.toThrow('is not the id of a feature');
  });
  test('what statements answer that have been planned before', () => {
    const fresh = [...world.counting.all].filter((statement) => !warmed.has(statement));
    expect(fresh.filter((statement) => /TrainedModel|:Model|Evaluation|Incident|PredictionSet/.test(statement))).toEqual([]);
  });
});

describe('lineage', () => {
  test('goes from a source column through feature, model and training to predictions, and what is made of them', async () => {
    expect(await reached(world.column('orders.total'))).toEqual([
      '3 model:churn',
      ...[1, 10, 2, 3, 4, 9].map((number) => `4 trained-model:churn/${number}`),
      '5 prediction-set:november',
    ]);
  });

  test('and back', async () => {
    const { lineage } = await world.ask<{ lineage: { nodes: { entity: { id: string } }[] } }>(
      'query ($id: ID!) { lineage(id: $id, direction: UPSTREAM, level: COLUMN, first: 1000) { nodes { entity { id } } } }',
      { id: world.column('calls.urgency') },
    );
    const ids = lineage.nodes.map(({ entity }) => entity.id);
    for (const id of [`prediction-set:${world.ns}/november`, trained(1), model(), feature('spend'), world.column('orders.total')])
      expect(ids).toContain(id);
    expect(ids).not.toContain(feature('mood'));
    expect(ids).not.toContain(trained(2));
  });

  test('of what says no features goes by the columns that it was trained on', async () => {
    await train({ model: model('plain'), trainedOn: [world.dataset('churn_lake')] });
    expect(await reached(world.column('churn_lake.plan'))).toContain('1 trained-model:plain/1');
    expect(await reached(world.column('churn_lake.plan'))).not.toContain('1 trained-model:churn/1');
  });

  test('of datasets and jobs has them too, without single features', async () => {
    const { lineage } = await world.ask<{ lineage: { nodes: { entity: { id: string; kind: string } }[] } }>(
      'query ($id: ID!) { lineage(id: $id, direction: DOWNSTREAM, first: 1000) { nodes { entity { id ... on Entity { kind } } } } }',
      { id: world.dataset('orders') },
    );
    const kinds = new Set(lineage.nodes.map(({ entity }) => entity.kind));
    for (const kind of ['FEATURE_TABLE', 'MODEL', 'TRAINED_MODEL', 'PREDICTION_SET']) expect(kinds).toContain(kind);
    expect(kinds).not.toContain('FEATURE');
  });
});
