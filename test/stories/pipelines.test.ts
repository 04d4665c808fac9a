import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registerStockStages } from '../../src/catalog/segment/stock-stages.mutation.js';
import type { Json } from '../../src/write/fact.js';
import { CatalogWorld } from '../support/catalog-world.js';
import {
  FindPipelinesDocument,
  type FindPipelinesQuery,
  FindSegmentsDocument,
  type FindSegmentsQuery,
  PipelineDocument,
  type PipelineQuery,
  PipelineSchemaDocument,
  type PipelineSchemaQuery,
  PublishPipelineDocument,
  type PublishPipelineMutation,
  PublishSegmentDocument,
  type PublishSegmentMutation,
  RemoveDocument,
  SegmentDocument,
  type SegmentQuery,
} from '../support/generated/operations.js';
import { problemsOf } from '../support/receipt.js';

/** A data scientist publishes segments and pipelines, and asks what they do to her data. */
let world: CatalogWorld;

beforeAll(async () => {
  world = await CatalogWorld.open();
  await registerStockStages(world.counting, world.writer.submit);
}, 300_000);
afterAll(() => world.close());

async function publishSegment(input: Record<string, unknown>) {
  const variables = { input: { namespace: world.ns, ...input } };
  const { publishSegment: done } = await world.ask<PublishSegmentMutation>(PublishSegmentDocument.toString(), variables);
  return { receipts: done.receipts, version: done.segmentVersion };
}

type Step = { namespace?: string; segment: string; number?: number; params?: Record<string, Json> };

async function publishPipeline(name: string, steps: readonly Step[], more: Record<string, unknown> = {}) {
  const variables = { input: { namespace: world.ns, name, steps, ...more } };
  const { publishPipeline: done } = await world.ask<PublishPipelineMutation>(PublishPipelineDocument.toString(), variables);
  return { receipts: done.receipts, version: done.pipelineVersion };
}

const spark = (segment: string, params: Record<string, Json> = {}): Step => ({ namespace: 'spark.ml', segment, params });

const INDEX = spark('StringIndexer', { inputCol: 'plan', outputCol: 'planIndex' });
const ASSEMBLE = spark('VectorAssembler', { inputCols: ['planIndex', 'age'], outputCol: 'features' });
const FOREST = spark('RandomForestClassifier', { labelCol: 'churned' });

const CLEAN = {
  name: 'clean',
  description: 'Takes what is no letter out of a text',
  definition: {
    language: 'Python',
    code: { repository: 'https://example.org/ml.git', path: 'clean.py', commit: 'abc', entryPoint: 'clean' },
    params: [
      { name: 'to', type: 'string', default: 'clean' },
      { name: 'from', type: 'string', required: true },
    ],
    schema: { needs: [{ param: 'from', types: ['string'] }], adds: [{ param: 'to', like: 'from', nullable: 'INPUT' }] },
  },
};

describe('stock stages of Spark ML', () => {
  test('are segments, with links instead of sentences, params and column rules', async () => {
    const { segment } = await world.ask<{ segment: { currentVersion: { definition: { params: { name: string }[] } } } }>(
      `{ segment(namespace: "spark.ml", name: "StringIndexer") {
        id description currentVersion { number label fits task definition segment { name } }
      } }`,
    );
    expect(segment).toMatchObject({
      id: 'segment:spark.ml/StringIndexer',
      description: expect.stringContaining('https://spark.apache.org/docs/'),
      currentVersion: { number: 1, label: expect.stringMatching(/^Spark 3\.5\./), fits: 'TRANSFORMATION', task: null },
    });
    expect(segment.currentVersion.definition.params.map(({ name }) => name)).toEqual([
      'handleInvalid',
      'inputCol',
      'inputCols',
      'outputCol',
      'outputCols',
      'stringOrderType',
    ]);
  });

  test('are there once, however often a server starts', async () => {
    expect(await registerStockStages(world.counting, world.writer.submit)).toBe(0);
    const { segments } = await world.ask<{ segments: { nodes: object[] } }>(
      '{ segments(filter: {namespace: "spark.ml"}, first: 100) { nodes { versions { nodes { number } } } } }',
    );
    expect(segments.nodes).toHaveLength(59);
    expect(new Set(segments.nodes.map((node) => JSON.stringify(node)))).toEqual(new Set(['{"versions":{"nodes":[{"number":1}]}}']));
  });

  const found = async (filter: object): Promise<string[]> => {
    const { segments } = await world.ask<FindSegmentsQuery>(FindSegmentsDocument.toString(), {
      filter: { namespace: 'spark.ml', ...filter },
      first: 100,
    });
    return segments.nodes.map(({ name }) => name);
  };

  test('what turns a string column into a vector', async () => {
    expect(await found({ accepts: 'string', produces: 'vector' })).toEqual(['FeatureHasher']);
    expect(await found({ accepts: 'array<string>', produces: 'vector', fits: 'NONE' })).toEqual(['HashingTF']);
    expect(await found({ accepts: 'INTEGER', produces: 'double', fits: 'TRANSFORMATION' })).toEqual(
      expect.arrayContaining(['QuantileDiscretizer', 'StringIndexer']),
    );
  });

  test('by task, and by words of the description', async () => {
    expect(await found({ task: 'clustering' })).toEqual(['BisectingKMeans', 'GaussianMixture', 'KMeans', 'LDA']);
    expect(await found({ text: 'classifier MULTILAYER' })).toEqual(['MultilayerPerceptronClassifier']);
  });
});

describe('a segment of one’s own', () => {
  test('is published in versions, which never change and can be compared', async () => {
    const first = await publishSegment({ ...CLEAN, label: '1.0' });
    expect(first).toMatchObject({ version: { number: 1, label: '1.0', draft: false, fits: 'NONE', language: 'Python' } });
    expect(await publishSegment({ ...CLEAN, label: '1.0' })).toMatchObject({
      receipts: [{ outcome: 'UNCHANGED' }],
      version: { number: 1 },
    });
    const { definition } = CLEAN;
    const params = [
      { name: 'from', type: 'string', required: true },
      { name: 'to', type: 'string', default: 'cleaned' },
    ];
    await publishSegment({ ...CLEAN, definition: { ...definition, params, code: { ...definition.code, commit: 'def' } } });
    const { segment } = await world.ask<SegmentQuery>(SegmentDocument.toString(), { namespace: world.ns, name: 'clean' });
    expect(segment).toMatchObject({
      description: CLEAN.description,
      currentVersion: { number: 2 },
      versions: {
        nodes: [
          {
            number: 2,
            diff: [
              { path: ['code', 'commit'], change: 'CHANGED', before: 'abc', after: 'def' },
              { path: ['params', 'to', 'default'], change: 'CHANGED', before: 'clean', after: 'cleaned' },
            ],
          },
          { number: 1 },
        ],
      },
    });
  });

  test('the same logic registered under another name is found', async () => {
    await publishSegment({ ...CLEAN, name: 'tidy' });
    // Written differently, and the same.
    const definition = { ...CLEAN.definition, code: { ...CLEAN.definition.code, repository: 'https://example.org/ml/' } };
    await publishSegment({ ...CLEAN, name: 'scrub', definition: { ...definition, params: [...definition.params].reverse() } });
    const { segment } = await world.ask<SegmentQuery>(SegmentDocument.toString(), { namespace: world.ns, name: 'tidy' });
    expect(segment!.currentVersion!.sameLogic.nodes.map(({ name }) => name)).toContain('scrub');
  });

  test('what is wrong with a definition comes all at once', async () => {
    const definition = {
      fits: 'PREDICTOR',
      params: [
        { name: 'k', type: 'int', default: 0, min: 1 },
        { name: 'k', type: 'int' },
      ],
      schema: { needs: [{ param: 'nowhere', types: ['text'] }, { param: 'k' }], adds: [{ name: 'x', like: 'y' }, {}] },
    };
    const refused = await publishSegment({ name: 'wrong', definition });
    expect(refused.version).toBeNull();
    expect(problemsOf(refused)).toEqual([
      'param-bounds input.definition.params.0.default',
      'param-unique input.definition.params.1.name',
      'param-known input.definition.schema.needs.0.param',
      'column-type-known input.definition.schema.needs.0.types.0',
      'column-param input.definition.schema.needs.1.param',
      'result-like input.definition.schema.adds.0.like',
      'column-reference input.definition.schema.adds.1',
      'result-type input.definition.schema.adds.1',
      'predictor-task input.definition.estimator.task',
    ]);
  });
});

describe('a pipeline', () => {
  test('has its kind and its signature computed', async () => {
    const done = await publishPipeline('churn', [INDEX, ASSEMBLE, FOREST], {
      description: 'Who leaves',
      idempotencyKey: `${world.ns}-churn`,
    });
    expect(done).toMatchObject({
      receipts: [{ outcome: 'APPLIED' }],
      version: { id: `pipeline-version:${world.ns}/churn/1`, number: 1, pipelineKind: 'ESTIMATION', needsFitting: true, missing: [] },
    });
    const { pipeline } = await world.ask<PipelineQuery>(PipelineDocument.toString(), { namespace: world.ns, name: 'churn' });
    expect(pipeline).toMatchObject({
      description: 'Who leaves',
      currentVersion: {
        steps: [
          { index: 0, params: INDEX.params, segmentVersion: { id: 'segment-version:spark.ml/StringIndexer/1', fits: 'TRANSFORMATION' } },
          { index: 1, segmentVersion: { id: 'segment-version:spark.ml/VectorAssembler/1' } },
          { index: 2, segmentVersion: { fits: 'PREDICTOR' } },
        ],
        signature: {
          complete: true,
          needs: [{ name: 'plan' }, { name: 'age' }, { name: 'churned', types: ['numeric'] }],
          adds: [
            { name: 'planIndex', type: 'double' },
            { name: 'features', type: 'vector' },
            { name: 'prediction', type: 'double' },
            { name: 'rawPrediction', type: 'vector' },
            { name: 'probability', type: 'vector' },
          ],
          drops: [],
        },
      },
    });
  });

  test('the same again changes nothing; the same key with other steps is refused', async () => {
    const steps = [INDEX];
    const first = await publishPipeline('again', steps, { idempotencyKey: `${world.ns}-again` });
    expect(await publishPipeline('again', steps, { idempotencyKey: `${world.ns}-again` })).toMatchObject({
      receipts: [{ outcome: 'UNCHANGED' }],
      version: first.version,
    });
    await expect(publishPipeline('again', [INDEX, ASSEMBLE], { idempotencyKey: `${world.ns}-again` })).rejects.toThrow('idempotency key');
    expect(await publishPipeline('again', steps)).toMatchObject({ receipts: [{ outcome: 'UNCHANGED' }], version: { number: 1 } });
    expect(await publishPipeline('again', [INDEX, ASSEMBLE])).toMatchObject({ version: { number: 2 } });
  });

  test.each<[string, Step[], string[]]>([
    ['a segment that there is not', [spark('Indexer')], ['segment-known input.steps.0.segment']],
    ['a version that there is not', [{ ...INDEX, number: 7 }], ['segment-known input.steps.0.number']],
    ['two predictors, not last', [INDEX, FOREST, ASSEMBLE, FOREST], ['one-predictor input.steps.3.segment']],
    ['a predictor in the middle', [INDEX, FOREST, ASSEMBLE], ['predictor-last input.steps.1.segment']],
    ['a predictor alone', [FOREST], ['transformers-before-predictor input.steps.0.segment']],
    ['an unknown param', [spark('Tokenizer', { inputCol: 'a', pattern: 'x' })], ['param-known input.steps.0.params.pattern']],
    ['a param of the wrong type', [spark('NGram', { inputCol: 'a', n: 'two' })], ['param-type input.steps.0.params.n']],
    ['a param out of its bounds', [spark('NGram', { inputCol: 'a', n: 0 })], ['param-bounds input.steps.0.params.n']],
    [
      'a word that is none of those',
      [spark('Imputer', { inputCol: 'a', strategy: 'best' })],
      ['param-bounds input.steps.0.params.strategy'],
    ],
    ['no column given', [spark('Tokenizer')], ['column-bound input.steps.0.params.inputCol']],
    ['what it can’t do without', [spark('PCA', { inputCol: 'a' })], ['param-required input.steps.0.params.k']],
    [
      'single and plural',
      [spark('StringIndexer', { inputCol: 'a', inputCols: ['b'], outputCols: ['c'] })],
      ['single-or-plural input.steps.0.params.inputCols'],
    ],
  ])('is refused with %s', async (_, steps, problems) => {
    const refused = await publishPipeline('refused', steps);
    expect(problemsOf(refused)).toEqual(problems);
    expect(refused).toMatchObject({ receipts: [{ outcome: 'REFUSED' }], version: null });
  });

  test('is not built on a segment that was taken away', async () => {
    await publishSegment({ ...CLEAN, name: 'gone' });
    const steps = [{ namespace: world.ns, segment: 'gone' }];
    await world.ask(RemoveDocument.toString(), { input: { id: `segment:${world.ns}/gone` } });
    expect(problemsOf(await publishPipeline('on-gone', steps))).toEqual(['segment-known input.steps.0.segment']);
    expect(problemsOf(await publishPipeline('on-gone', [{ ...steps[0]!, number: 1 }]))).toEqual(['segment-known input.steps.0.number']);
  });

  test('a draft may lack things, and says which', async () => {
    const draft = await publishPipeline('draft', [FOREST, spark('PCA')], { draft: true });
    expect(problemsOf(draft)).toEqual(['predictor-last input.steps.0.segment']);
    expect(await publishPipeline('draft', [spark('PCA')], { draft: true })).toMatchObject({
      version: { draft: true, missing: [{ rule: 'param-required' }, { rule: 'column-bound' }] },
    });
  });

  test('is found by the segments in it, and by the types of columns it makes which of', async () => {
    const found = async (filter: object): Promise<string[]> => {
      const variables = { filter: { namespace: world.ns, ...filter } };
      const { pipelines } = await world.ask<FindPipelinesQuery>(FindPipelinesDocument.toString(), variables);
      return pipelines.nodes.map(({ name }) => name);
    };
    await publishPipeline('words', [spark('Tokenizer', { inputCol: 'text', outputCol: 'words' })]);
    expect(await found({ segment: 'segment:spark.ml/Tokenizer' })).toEqual(['words']);
    expect(await found({ segment: 'segment-version:spark.ml/Tokenizer/1', needsFitting: true })).toEqual([]);
    expect(await found({ pipelineKind: 'ESTIMATION', text: 'LEAVES' })).toEqual(['churn']);
    await publishPipeline('counted', [
      spark('Tokenizer', { inputCol: 'text', outputCol: 'words' }),
      spark('HashingTF', { inputCol: 'words', outputCol: 'counts' }),
    ]);
    expect(await found({ accepts: 'string', produces: 'vector', needsFitting: false })).toEqual(['counted']);
    expect(await found({ accepts: 'string', produces: 'array<string>' })).toEqual(['counted', 'words']);
    expect(await found({ accepts: 'array<string>' })).toEqual([]);
    await expect(found({ accepts: 'words' })).rejects.toThrow('is no type of columns');
  });

  test('stands in lineage: segments are included in it', async () => {
    const { lineage } = await world.ask<{ lineage: { nodes: { entity: { id: string } }[]; edges: { kind: string }[] } }>(
      `query ($id: ID!) { lineage(id: $id, direction: UPSTREAM) { nodes { entity { id } } edges { kind } } }`,
      { id: `pipeline-version:${world.ns}/churn/1` },
    );
    expect(lineage.nodes.map(({ entity }) => entity.id)).toEqual(
      expect.arrayContaining([`pipeline:${world.ns}/churn`, 'segment-version:spark.ml/StringIndexer/1', 'segment:spark.ml/StringIndexer']),
    );
    expect(new Set(lineage.edges.map(({ kind }) => kind))).toEqual(new Set(['INCLUDED_IN', 'DEFINES']));
  });
});

describe('what a pipeline makes of a schema', () => {
  const propagated = async (name: string, input: object[]) => {
    const variables = { pipelineVersion: `pipeline-version:${world.ns}/${name}/1`, input };
    return (await world.ask<PipelineSchemaQuery>(PipelineSchemaDocument.toString(), variables)).pipelineSchema;
  };

  test('step by step', async () => {
    const input = [
      { name: 'plan', type: 'string' },
      { name: 'age', type: 'INTEGER', nullable: false },
      { name: 'churned', type: 'double', nullable: true },
    ];
    expect(await propagated('churn', input)).toMatchObject({
      known: true,
      output: [
        { name: 'plan', type: 'string', nullable: null },
        { name: 'age', type: 'int', nullable: false },
        { name: 'churned', type: 'double', nullable: true },
        { name: 'planIndex', type: 'double', nullable: false },
        { name: 'features', type: 'vector', nullable: true },
        { name: 'prediction', type: 'double', nullable: false },
        { name: 'rawPrediction', type: 'vector' },
        { name: 'probability', type: 'vector' },
      ],
      steps: [
        { index: 0, step: 'spark.ml/StringIndexer', added: [{ name: 'planIndex' }] },
        { step: 'spark.ml/VectorAssembler', added: [{ name: 'features' }] },
        { step: 'spark.ml/RandomForestClassifier' },
      ],
      problems: [],
    });
  });

  test('and where it fails', async () => {
    const input = [
      { name: 'plan', type: 'string' },
      { name: 'age', type: 'string' },
    ];
    expect(await propagated('churn', input)).toMatchObject({
      known: false,
      output: [],
      steps: [{ index: 0 }, { index: 1, output: null }],
      problems: [
        {
          rule: 'column-type',
          path: ['steps', '1', 'params', 'inputCols'],
          message: expect.stringMatching(/Step 2 .*VectorAssembler.*"age"/),
        },
      ],
    });
  });

  test('an unknown type, an unknown version', async () => {
    expect(await propagated('churn', [{ name: 'plan', type: 'text' }])).toMatchObject({ problems: [{ rule: 'column-type-known' }] });
    await expect(propagated('nowhere', [])).rejects.toThrow('There is no version');
  });
});
