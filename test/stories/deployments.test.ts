import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../src/access/viewer.js';
import { entityId, featureOf } from '../../src/catalog/id.js';
import { warmUpReads } from '../../src/graphql/warm-up.js';
import { silentLog } from '../../src/log.js';
import { probeEndpoint } from '../../src/probe/probe-endpoint.js';
import { Prober } from '../../src/probe/prober.js';
import { CatalogWorld } from '../support/catalog-world.js';
import {
  ApproveDeploymentDocument,
  type ApproveDeploymentMutation,
  DeployDocument,
  DeployedInDocument,
  type DeployedInQuery,
  type DeployMutation,
  DeploymentHistoryDocument,
  type DeploymentHistoryQuery,
  EnvironmentsDocument,
  type EnvironmentsQuery,
  FindDeploymentsDocument,
  type FindDeploymentsQuery,
  ModelDeploymentsDocument,
  type ModelDeploymentsQuery,
  ModelsOfColumnDocument,
  type ModelsOfColumnQuery,
  PromoteDocument,
  type PromoteMutation,
  PublishPipelineDocument,
  PublishSegmentDocument,
  RecordEvaluationDocument,
  RecordTrainedModelDocument,
  RegisterFeatureTableDocument,
  RegisterModelDocument,
  ReportDeploymentStatusDocument,
  type ReportDeploymentStatusMutation,
  RetireDocument,
  type RetireMutation,
  RollBackDocument,
  type RollBackMutation,
  ServedAtDocument,
  type ServedAtQuery,
  SetEnvironmentPolicyDocument,
  type SetEnvironmentPolicyMutation,
  SetModelStageDocument,
} from '../support/generated/operations.js';
import { freshNeo4j } from '../support/neo4j.js';
import { outcomeOf, problemsOf } from '../support/receipt.js';

/** What is deployed where, from the first release to the last, as a company would have it. Environments are this test's own. */
let world: CatalogWorld;
let warmed: ReadonlySet<string>;

const env = (name: string): string => `${name}-${world.ns}`;
const model = (): string => entityId('MODEL', world.ns, 'churn');
const trained = (number: number): string => entityId('TRAINED_MODEL', world.ns, 'churn', String(number));
const table = (): string => entityId('FEATURE_TABLE', world.ns, 'customers');
const deployment = (environment: string, name = 'churn'): string => entityId('DEPLOYMENT', env(environment), name);
const artifact = (name: string): string => entityId('ARTIFACT', `${name}-${world.ns}`);
const DIGEST = `sha256:${'0a'.repeat(32)}`;
const image = { image: 'registry.example.org/churn:7', digest: DIGEST };

type Viewer = { name: string; role: Role };
const ANA: Viewer = { name: 'ana', role: 'EDITOR' };
const BEN: Viewer = { name: 'ben', role: 'STEWARD' };

async function ask<Answer>(document: { toString(): string }, variables: object, viewer: Viewer = ANA): Promise<Answer> {
  const { data, errors } = await world.execute(document.toString(), { ...variables }, viewer);
  if (errors) throw errors[0]?.originalError ?? errors[0];
  return JSON.parse(JSON.stringify(data)) as Answer;
}
const deploy = async (input: object, viewer?: Viewer) =>
  (await ask<DeployMutation>(DeployDocument, { input: { environment: env('staging'), name: 'churn', ...input } }, viewer)).deploy;
const promote = async (input: object) => (await ask<PromoteMutation>(PromoteDocument, { input })).promote;
const rollBack = async (input: object) => (await ask<RollBackMutation>(RollBackDocument, { input })).rollBack;
const retire = async (input: object) => (await ask<RetireMutation>(RetireDocument, { input })).retire;
const report = async (input: object, viewer: Viewer = { name: 'churn-endpoint', role: 'CONNECTOR' }) =>
  (await ask<ReportDeploymentStatusMutation>(ReportDeploymentStatusDocument, { input }, viewer)).reportDeploymentStatus;
const approve = async (input: object, viewer = BEN) =>
  (await ask<ApproveDeploymentMutation>(ApproveDeploymentDocument, { input }, viewer)).approveDeployment;
const policy = async (environment: string, input: object, viewer = BEN) =>
  (await ask<SetEnvironmentPolicyMutation>(SetEnvironmentPolicyDocument, { input: { environment: env(environment), ...input } }, viewer))
    .setEnvironmentPolicy;
const found = async (filter: object) =>
  (await ask<FindDeploymentsQuery>(FindDeploymentsDocument, { filter })).deployments.nodes.map(({ id }) => id);
const servedAt = async (environment: string, at: string) =>
  (await ask<ServedAtQuery>(ServedAtDocument, { environment: env(environment), at })).deployments.nodes.map(
    (each) => each.servedAt?.serving.map(({ trafficShare, what }) => `${what.id} ${trafficShare}`) ?? null,
  );
const history = async (environment: string, name = 'churn') =>
  (await ask<DeploymentHistoryQuery>(DeploymentHistoryDocument, { environment: env(environment), name })).deployment!.history.nodes;

const serving = (of: { serving: { what: { id: string }; trafficShare: number }[] } | null | undefined): string[] =>
  of!.serving.map(({ trafficShare, what }) => `${what.id} ${trafficShare}`);

beforeAll(async () => {
  // What production asks for is one for the whole catalog.
  await freshNeo4j();
  world = await CatalogWorld.open();
  await warmUpReads(world.counting);
  warmed = new Set(world.counting.all);
  await world.ran({
    job: 'prepare',
    reads: ['orders'],
    writes: ['churn_lake'],
    columns: { 'churn_lake.spend': 'orders.total' },
  });
  await world.said([{ id: artifact('model'), attributes: { name: 'forest.onnx', stored: true } }]);
  await ask(RegisterFeatureTableDocument, {
    input: {
      namespace: world.ns,
      name: 'customers',
      features: [{ name: 'spend', dataType: 'DOUBLE', semanticKind: 'NUMERIC' }],
      materialisations: [{ name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: world.dataset('churn_lake') }],
    },
  });
  await ask(RegisterModelDocument, {
    input: {
      namespace: world.ns,
      name: 'churn',
      owner: `team:${world.ns}/growth`,
      task: 'CLASSIFICATION',
      learning: 'UNSUPERVISED',
      features: [featureOf(table(), 'spend')],
      criteria: [
        { name: 'auc', direction: 'HIGHER_IS_BETTER', threshold: 0.7, required: true },
        { name: 'bias', direction: 'LOWER_IS_BETTER', required: true },
        { name: 'loss', direction: 'LOWER_IS_BETTER', threshold: 0.1 },
      ],
    },
  });
  for (let number = 1; number <= 6; number++) await ask(RecordTrainedModelDocument, { input: { model: model(), number } });
  await ask(RecordTrainedModelDocument, { input: { model: model(), number: 7, artifacts: [artifact('model')] } });
  const definition = { fits: 'NONE', code: { repository: 'https://git.example.org/churn', path: 'clean.py', commit: 'abc123' } };
  await ask(PublishSegmentDocument, { input: { namespace: world.ns, name: 'clean', definition } });
  await ask(SetModelStageDocument, { input: { id: trained(6), stage: 'RETIRED' } });
});
afterAll(() => world.close());

describe('a scoring endpoint', () => {
  test('is deployed, and left as it is when the same is asked again', async () => {
    const input = { serving: [{ what: trained(1), ...image }], url: 'https://churn.example.org/v1', replicas: 2, idempotencyKey: 'one' };
    const first = await deploy({ ...input, reason: 'The first one' });
    expect(first).toMatchObject({
      receipts: [{ outcome: 'APPLIED', problems: [] }],
      deployment: {
        id: deployment('staging'),
        environment: { name: env('staging') },
        serving: [
          { trafficShare: 100, image: image.image, digest: DIGEST, what: { id: trained(1), kind: 'TRAINED_MODEL' }, artifacts: [] },
        ],
        url: input.url,
        replicas: 2,
        by: 'ana',
        status: null,
      },
    });
    expect(outcomeOf(await deploy({ ...input, reason: 'The first one' }))).toBe('UNCHANGED');
    await expect(deploy({ ...input, replicas: 3 })).rejects.toThrow('idempotency key');
    expect(outcomeOf(await deploy({ ...input, idempotencyKey: null }))).toBe('UNCHANGED');
    expect(await history('staging')).toMatchObject([{ number: 1, action: 'DEPLOY', by: 'ana', reason: 'The first one' }]);
  });

  test('runs the artifacts of the trained model where nothing else is said', async () => {
    const { deployment: made } = await deploy({ name: 'by-artifact', serving: [{ what: trained(7) }] });
    expect(made!.serving[0]!.artifacts).toEqual([artifact('model')]);
  });

  test('shares the traffic, and gives all of it to who proved good', async () => {
    const canary = await deploy({
      serving: [
        { what: trained(1), trafficShare: 90, ...image },
        { what: trained(2), trafficShare: 10, ...image, image: 'registry.example.org/churn:8' },
      ],
      url: 'https://churn.example.org/v1',
    });
    expect(serving(canary.deployment)).toEqual([`${trained(1)} 90`, `${trained(2)} 10`]);
    expect(problemsOf(await promote({ deployment: deployment('staging') }))).toEqual(['what-is-served input.deployment']);
    expect(problemsOf(await promote({ deployment: deployment('staging'), what: trained(3) }))).toEqual(['what-is-served input.what']);
    const promoted = await promote({ deployment: deployment('staging'), what: trained(2) });
    expect(promoted.deployment).toMatchObject({
      url: 'https://churn.example.org/v1',
      serving: [{ image: 'registry.example.org/churn:8' }],
    });
    expect(serving(promoted.deployment)).toEqual([`${trained(2)} 100`]);
    expect(outcomeOf(await promote({ deployment: deployment('staging'), what: trained(2) }))).toBe('UNCHANGED');
  });

  test('goes into another environment as it is', async () => {
    const there = await promote({ deployment: deployment('staging'), environment: env('canary'), url: 'https://churn.example.org/canary' });
    expect(there.deployment).toMatchObject({ id: deployment('canary'), url: 'https://churn.example.org/canary' });
    expect(await history('canary')).toMatchObject([
      { number: 1, action: 'PROMOTE', from: { number: 3 }, serving: [{ what: { id: trained(2) }, digest: DIGEST }] },
    ]);
  });

  test('is rolled back, further with every time, to a named release, and not beyond the first', async () => {
    const back = async (to?: number) => serving((await rollBack({ deployment: deployment('staging'), to })).deployment);
    expect(await back()).toEqual([`${trained(1)} 90`, `${trained(2)} 10`]);
    expect(await back()).toEqual([`${trained(1)} 100`]);
    expect(problemsOf(await rollBack({ deployment: deployment('staging') }))).toEqual(['release-before input.deployment']);
    expect(problemsOf(await rollBack({ deployment: deployment('staging'), to: 99 }))).toEqual(['release-before input.to']);
    expect(await back(3)).toEqual([`${trained(2)} 100`]);
    expect((await history('staging')).map(({ action, from, number }) => `${number} ${action} ${from?.number ?? ''}`)).toEqual([
      '6 ROLL_BACK 3',
      '5 ROLL_BACK 1',
      '4 ROLL_BACK 2',
      '3 PROMOTE 2',
      '2 DEPLOY ',
      '1 DEPLOY ',
    ]);
  });

  test('is retired, keeps its history, and can come back', async () => {
    const { deployment: retired } = await retire({ deployment: deployment('canary'), reason: 'Not needed' });
    expect(retired).toMatchObject({ serving: [], status: 'STOPPED', url: null });
    expect(outcomeOf(await retire({ deployment: deployment('canary') }))).toBe('UNCHANGED');
    expect(await found({ environment: env('canary'), retired: false })).toEqual([]);
    expect(await found({ environment: env('canary'), retired: true })).toEqual([deployment('canary')]);
    const back = await rollBack({ deployment: deployment('canary') });
    expect(serving(back.deployment)).toEqual([`${trained(2)} 100`]);
    expect(back.deployment).toMatchObject({ url: 'https://churn.example.org/canary', status: null });
  });
});

describe('what cannot be is refused, with all that is wrong', () => {
  test.each<[string, () => object, readonly string[]]>([
    ['what is not there', () => ({ serving: [{ what: trained(99), ...image }] }), ['known-id input.serving.0.what']],
    ['what cannot be deployed', () => ({ serving: [{ what: model() }] }), ['reference-kind input.serving.0.what']],
    ['a training that is retired', () => ({ serving: [{ what: trained(6), ...image }] }), ['not-retired input.serving.0.what']],
    ['nothing that could run', () => ({ serving: [{ what: trained(1) }] }), ['image-or-artifact input.serving.0']],
    ['an image without digest', () => ({ serving: [{ what: trained(1), image: 'churn:7' }] }), ['image-digest input.serving.0.digest']],
    ['a digest without image', () => ({ serving: [{ what: trained(7), digest: DIGEST }] }), ['image-digest input.serving.0.image']],
    [
      'an artifact that is not there',
      () => ({ serving: [{ what: trained(1), artifacts: [artifact('nothing'), 'dataset:a/b'] }] }),
      ['known-id input.serving.0.artifacts.0', 'reference-kind input.serving.0.artifacts.1'],
    ],
    [
      'shares that do not come to 100, and more',
      () => ({
        serving: [
          { what: trained(1), trafficShare: 60 },
          { what: trained(6), trafficShare: 60, ...image },
        ],
      }),
      ['traffic-share input.serving', 'image-or-artifact input.serving.0', 'not-retired input.serving.1.what'],
    ],
    [
      'a share that is none',
      () => ({
        serving: [
          { what: trained(1), trafficShare: 110, ...image },
          { what: trained(2), trafficShare: -10, ...image },
        ],
      }),
      ['traffic-share input.serving'],
    ],
    [
      'the same twice',
      () => ({ serving: [1, 1].map((number) => ({ what: trained(number), trafficShare: 50, ...image })) }),
      ['served-once input.serving.1.what'],
    ],
    [
      'different kinds',
      () => ({
        serving: [
          { what: trained(1), trafficShare: 50, ...image },
          { what: table(), trafficShare: 50 },
        ],
      }),
      ['one-kind input.serving.1.what'],
    ],
    [
      'a moment that has not come',
      () => ({ serving: [{ what: trained(1), ...image }], at: '2999-01-01T00:00:00Z' }),
      ['release-time input.at'],
    ],
  ])('%s', async (_, input, expected) => {
    const payload = await deploy({ name: 'wrong', ...input() });
    expect(payload.deployment).toBeNull();
    expect(problemsOf(payload)).toEqual(expected);
  });

  test('what was removed, a draft, a release before the last, and a deployment that is not there', async () => {
    await world.ask('mutation ($id: ID!) { remove(input: { id: $id }) { position } }', { id: trained(5) });
    expect(problemsOf(await deploy({ name: 'wrong', serving: [{ what: trained(5), ...image }] }))).toEqual([
      'not-removed input.serving.0.what',
    ]);
    await ask(PublishPipelineDocument, { input: { namespace: world.ns, name: 'idea', steps: [], draft: true } });
    const draft = entityId('PIPELINE_VERSION', world.ns, 'idea', '1');
    expect(problemsOf(await deploy({ name: 'wrong', serving: [{ what: draft }] }))).toEqual(['published input.serving.0.what']);
    const early = { serving: [{ what: trained(3), ...image }], at: '2020-01-01T00:00:00Z' };
    expect(problemsOf(await deploy(early))).toEqual(['release-time input.at']);
    for (const change of [rollBack, retire, promote, (input: object) => report({ status: 'DOWN', ...input })])
      expect(problemsOf(await change({ deployment: deployment('nowhere') }))).toEqual(['known-entity input.deployment']);
  });

  test.each([
    ['a URL with credentials', { url: 'https://ana:secret@example.org' }, 'without credentials'],
    ['a URL of something else', { url: 'file:///etc/passwd' }, 'http or https'],
    ['a path that leads to another host', { healthPath: '//example.org' }, 'on the same host'],
    ['another such', { healthPath: '/\\example.org' }, 'on the same host'],
    ['nothing', { serving: [] }, 'retire the deployment'],
  ])('%s', async (_, input, message) => {
    await expect(deploy({ name: 'wrong', serving: [{ what: trained(1), ...image }], ...input })).rejects.toThrow(message);
  });

  test('a change of what somebody else has changed', async () => {
    const first = await deploy({ name: 'contested', serving: [{ what: trained(1), ...image }] });
    await deploy({ name: 'contested', serving: [{ what: trained(2), ...image }] });
    const late = { name: 'contested', serving: [{ what: trained(3), ...image }], expectedPosition: first.deployment!.lastPosition };
    await expect(deploy(late)).rejects.toThrow('was changed meanwhile');
  });

  test('who may only read, or only push facts', async () => {
    const input = { serving: [{ what: trained(1), ...image }] };
    await expect(deploy(input, { name: 'rob', role: 'CONNECTOR' })).rejects.toThrow('EDITOR');
    await expect(report({ deployment: deployment('staging'), status: 'HEALTHY' }, { name: 'rob', role: 'READER' })).rejects.toThrow(
      'CONNECTOR',
    );
    await expect(policy('staging', {}, ANA)).rejects.toThrow('STEWARD');
    await expect(approve({ what: trained(1), environment: env('staging') }, ANA)).rejects.toThrow('STEWARD');
  });
});

describe('two at once', () => {
  test('make two releases, one after the other', async () => {
    const both = await Promise.all([1, 2].map((number) => deploy({ name: 'raced', serving: [{ what: trained(number), ...image }] })));
    expect(both.map(outcomeOf)).toEqual(['APPLIED', 'APPLIED']);
    const releases = await history('staging', 'raced');
    expect(releases.map(({ number }) => number)).toEqual([2, 1]);
    expect(releases[0]!.at! > releases[1]!.at!).toBe(true);
    const [now] = (
      await ask<FindDeploymentsQuery>(FindDeploymentsDocument, { filter: { environment: env('staging'), nameContains: 'raced' } })
    ).deployments.nodes;
    expect(serving(now)).toEqual(serving(releases[0]));
  });

  test('on servers whose clocks differ count in the order in which they were made', async () => {
    const ahead = new Date(Date.now() + 30_000).toISOString();
    await deploy({ name: 'clocks', serving: [{ what: trained(1), ...image }], at: ahead });
    const { deployment: now } = await deploy({ name: 'clocks', serving: [{ what: trained(2), ...image }] }, BEN);
    expect(serving(now)).toEqual([`${trained(2)} 100`]);
  });
});

describe('an environment', () => {
  test('asks for nothing until somebody says so, but production for evaluations', async () => {
    const { environments } = await ask<EnvironmentsQuery>(EnvironmentsDocument, { filter: { nameContains: env('staging') } });
    expect(environments.nodes).toMatchObject([{ name: env('staging'), requiresApproval: false, requiresEvaluations: false }]);
    // Production is the name of one environment, whichever test deploys there.
    const payload = await deploy({ environment: 'production', name: world.ns, serving: [{ what: trained(1), ...image }] });
    expect(problemsOf(payload)).toEqual(['required-evaluation input.serving.0.what', 'required-evaluation input.serving.0.what']);
  });

  test('lets in what was evaluated and keeps to what its model requires', async () => {
    expect((await policy('live', { requiresEvaluations: true })).environment).toMatchObject({
      requiresEvaluations: true,
      requiresApproval: false,
    });
    const evaluate = (value: number, at: string) =>
      ask(RecordEvaluationDocument, {
        input: {
          trainedModel: trained(1),
          at,
          metrics: [
            { criterion: 'auc', value },
            { criterion: 'bias', value: 3 },
          ],
        },
      });
    const live = { environment: env('live'), serving: [{ what: trained(1), ...image }] };
    await evaluate(0.6, '2026-02-01T00:00:00Z');
    const below = await deploy(live);
    expect(below.receipts[0]!.problems).toMatchObject([
      { rule: 'required-evaluation', message: expect.stringContaining('has 0.6 by "auc" and not at least 0.7') },
    ]);
    await evaluate(0.8, '2026-02-02T00:00:00Z');
    expect(outcomeOf(await deploy(live))).toBe('APPLIED');
    await evaluate(0.65, '2026-02-03T00:00:00Z');
    expect(problemsOf(await deploy({ ...live, replicas: 4 }))).toEqual(['required-evaluation input.serving.0.what']);
    expect(problemsOf(await promote({ deployment: deployment('staging'), environment: env('live'), name: 'other' }))).toEqual([
      'required-evaluation input.deployment',
      'required-evaluation input.deployment',
    ]);
  });

  test('lets in what somebody else has approved, for exactly this and there', async () => {
    await policy('guarded', { requiresApproval: true });
    const guarded = { environment: env('guarded'), serving: [{ what: trained(1), ...image }] };
    const refused = await deploy(guarded);
    expect(problemsOf(refused)).toEqual(['approval input.serving.0.what']);
    expect(refused.receipts[0]!.problems[0]!.remedy).toContain('growth');
    await approve({ what: trained(2), environment: env('guarded') });
    await approve({ what: trained(1), environment: env('staging') });
    await approve({ what: trained(1), environment: env('guarded'), name: 'another' });
    expect(problemsOf(await deploy(guarded))).toEqual(['approval input.serving.0.what']);
    expect(outcomeOf(await approve({ what: trained(1), environment: env('guarded'), note: 'Looked at it' }))).toBe('APPLIED');
    expect(problemsOf(await deploy(guarded, BEN))).toEqual(['approval input.serving.0.what']);
    expect(outcomeOf(await deploy(guarded))).toBe('APPLIED');
    expect(await history('guarded')).toMatchObject([{ approvedBy: ['ben'], by: 'ana' }]);
    const { node } = await world.ask<{ node: { approvals: object[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on TrainedModel { approvals { place by note } } } }',
      { id: trained(1) },
    );
    expect(node.approvals[0]).toEqual({ place: `environment:${env('guarded')}`, by: 'ben', note: 'Looked at it' });
  });

  test('no longer lets in what is approved no longer, or has changed since', async () => {
    const guarded = { environment: env('guarded'), name: 'customers', serving: [{ what: table() }] };
    await approve({ what: table(), environment: env('guarded') });
    await approve({ what: table(), environment: env('guarded'), approved: false });
    expect(problemsOf(await deploy(guarded))).toEqual(['approval input.serving.0.what']);
    await approve({ what: table(), environment: env('guarded') });
    await ask(RegisterFeatureTableDocument, {
      input: {
        namespace: world.ns,
        name: 'customers',
        features: [{ name: 'spend', dataType: 'DOUBLE', semanticKind: 'NUMERIC', unit: 'EUR' }],
        materialisations: [{ name: 'lake', store: 'OFFLINE', environment: 'prod', dataset: world.dataset('churn_lake') }],
      },
    });
    expect(problemsOf(await deploy(guarded))).toEqual(['approval input.serving.0.what']);
    await approve({ what: table(), environment: env('guarded') });
    expect(outcomeOf(await deploy(guarded))).toBe('APPLIED');
    expect(problemsOf(await approve({ what: trained(99), environment: env('guarded') }))).toEqual(['known-id input.what']);
    expect(problemsOf(await approve({ what: model(), environment: env('guarded') }))).toEqual(['reference-kind input.what']);
  });

  test('lets back at once what went through before', async () => {
    await approve({ what: trained(2), environment: env('guarded') });
    await deploy({ environment: env('guarded'), serving: [{ what: trained(2), ...image }] });
    await approve({ what: trained(1), environment: env('guarded'), approved: false });
    expect(serving((await rollBack({ deployment: deployment('guarded') })).deployment)).toEqual([`${trained(1)} 100`]);
    await ask(SetModelStageDocument, { input: { id: trained(2), stage: 'RETIRED' } });
    expect(problemsOf(await rollBack({ deployment: deployment('guarded'), to: 2 }))).toEqual(['not-retired input.deployment']);
    await ask(SetModelStageDocument, { input: { id: trained(2), stage: 'STAGING' } });
  });
});

describe('status', () => {
  test('is what was said last, until the next release', async () => {
    const id = deployment('staging');
    const first = await report({ deployment: id, status: 'HEALTHY', replicas: 2 });
    expect(first).toMatchObject({ receipts: [{ outcome: 'APPLIED' }], deployment: { status: 'HEALTHY', replicas: 2 } });
    expect(outcomeOf(await report({ deployment: id, status: 'HEALTHY', replicas: 2 }))).toBe('UNCHANGED');
    const worse = await report({ deployment: id, status: 'DEGRADED', message: 'Slow', replicas: 1 }, { name: 'other', role: 'CONNECTOR' });
    expect(worse.deployment).toMatchObject({ status: 'DEGRADED', statusMessage: 'Slow', replicas: 1 });
    expect(await found({ environment: env('staging'), status: 'DEGRADED' })).toEqual([id]);
    const { changes } = await world.ask<{ changes: { nodes: { by: string; entityId: string }[] } }>(
      'query ($after: Position, $ids: [ID!]) { changes(after: $after, ids: $ids) { nodes { by entityId } } }',
      { after: String(Number(first.position) - 1), ids: [id] },
    );
    const said = changes.nodes.map(({ by }) => by);
    expect(said).toEqual(['endpoint:churn-endpoint', 'endpoint:other']);
    const next = await deploy({ serving: [{ what: trained(3), ...image }], url: 'https://churn.example.org/v1', replicas: 5 });
    expect(next.deployment).toMatchObject({ status: null, replicas: 5 });
  });
});

describe('probing', () => {
  test('tells where the status of an endpoint has changed, and nothing else', async () => {
    let code = 200;
    const seen: string[] = [];
    const server = createServer(({ url }, response) => {
      seen.push(url!);
      response.writeHead(code).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const prober = new Prober({
      database: world.counting,
      submit: world.writer.submit,
      log: silentLog,
      trusting: true,
      probe: async (url, options) => (url.host === host ? probeEndpoint(url, options) : { state: null, message: 'Of another test.' }),
    });
    try {
      const made = await deploy({
        name: 'probed',
        serving: [{ what: trained(1), ...image }],
        url: `http://${host}/score`,
        healthPath: '/health',
      });
      const statuses: (string | null | undefined)[] = [];
      for (code of [200, 200, 503]) {
        await prober.turn();
        const { deployments } = await ask<FindDeploymentsQuery>(FindDeploymentsDocument, { filter: { nameContains: 'probed' } });
        statuses.push(deployments.nodes.find(({ id }) => id === deployment('staging', 'probed'))!.status);
      }
      expect(statuses).toEqual(['HEALTHY', 'HEALTHY', 'DEGRADED']);
      expect(seen).toEqual(['/health', '/health', '/health']);
      const { changes } = await world.ask<{ changes: { nodes: object[] } }>(
        'query ($after: Position, $ids: [ID!]) { changes(after: $after, ids: $ids) { nodes { by change } } }',
        { after: String(made.position), ids: [deployment('staging', 'probed')] },
      );
      expect(changes.nodes).toEqual([1, 2].map(() => ({ by: 'vinci', change: 'UPDATED' })));
      await retire({ deployment: deployment('staging', 'probed') });
      await prober.turn();
      expect(seen).toHaveLength(3);
    } finally {
      server.close();
    }
  });
});

describe('questions', () => {
  test('what served production on 3 March', async () => {
    const live = { environment: env('past'), serving: [{ what: trained(1), ...image }] };
    const first = { ...live, at: '2026-02-20T00:00:00Z' };
    expect([outcomeOf(await deploy(first)), outcomeOf(await deploy(first))]).toEqual(['APPLIED', 'UNCHANGED']);
    await deploy({ ...live, serving: [{ what: trained(2), ...image }], at: '2026-03-02T12:00:00Z' });
    await deploy({ ...live, serving: [{ what: trained(3), ...image }], at: '2026-03-05T00:00:00Z' });
    await retire({ deployment: deployment('past'), at: '2026-04-01T00:00:00Z' });
    expect(await servedAt('past', '2026-02-01T00:00:00Z')).toEqual([null]);
    expect(await servedAt('past', '2026-02-20T00:00:00Z')).toEqual([[`${trained(1)} 100`]]);
    expect(await servedAt('past', '2026-03-03T00:00:00Z')).toEqual([[`${trained(2)} 100`]]);
    expect(await servedAt('past', '2026-03-05T00:00:00.000000001Z')).toEqual([[`${trained(3)} 100`]]);
    expect(await servedAt('past', '2026-05-01T00:00:00Z')).toEqual([[]]);
  });

  test('history comes in pages', async () => {
    const pages: number[] = [];
    for (let after: string | null = null; ; ) {
      const variables = { environment: env('past'), name: 'churn', first: 2, after };
      const answer: DeploymentHistoryQuery = await ask(DeploymentHistoryDocument, variables);
      const page = answer.deployment!.history;
      pages.push(...page.nodes.map(({ number }) => number!));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor ?? null;
    }
    expect(pages).toEqual([4, 3, 2, 1]);
  });

  test('what is deployed in an environment, and what of a model is deployed where', async () => {
    const { deployments } = await ask<DeployedInQuery>(DeployedInDocument, { environment: env('live') });
    expect(deployments.nodes).toMatchObject([{ id: deployment('live'), serving: [{ what: { id: trained(1) } }], by: 'ana' }]);
    const { model: churn } = await ask<ModelDeploymentsQuery>(ModelDeploymentsDocument, { namespace: world.ns, name: 'churn' });
    const ids = churn!.deployments.nodes.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    for (const id of [deployment('live'), deployment('staging'), deployment('canary'), deployment('guarded')]) expect(ids).toContain(id);
    expect(ids).not.toContain(deployment('past'));
    expect(await found({ what: model() })).toEqual(ids);
    expect(await found({ what: trained(1) })).toContain(deployment('live'));
    expect(await found({ what: trained(2) })).not.toContain(deployment('live'));
    await expect(found({ what: world.dataset('orders') })).rejects.toThrow('is not the id of a model');
  });

  test('where a feature table or a pipeline is put to use', async () => {
    const step = { namespace: world.ns, segment: 'clean' };
    await ask(PublishPipelineDocument, { input: { namespace: world.ns, name: 'cleaning', steps: [step] } });
    await deploy({ name: 'cleaning', serving: [{ what: entityId('PIPELINE_VERSION', world.ns, 'cleaning', '1') }] });
    expect(await found({ what: entityId('PIPELINE', world.ns, 'cleaning') })).toEqual([deployment('staging', 'cleaning')]);
    const { node } = await world.ask<{ node: { deployments: { nodes: object[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on FeatureTable { deployments { nodes { name target { id } } } } } }',
      { id: table() },
    );
    expect(node.deployments.nodes).toEqual([{ name: 'customers', target: { id: table() } }]);
  });

  test('search finds a deployment by name, environment, address and what it serves', async () => {
    const search = async (query: string) =>
      (
        await world.ask<{ search: { nodes: { id: string }[] } }>(
          'query ($query: String!) { search(query: $query, filter: { kinds: [DEPLOYMENT] }, first: 100) { nodes { id } } }',
          { query },
        )
      ).search.nodes.map(({ id }) => id);
    await deploy({ name: 'scoring', serving: [{ what: trained(1), ...image }], url: `https://${world.ns}.example.org/predict` });
    for (const query of ['scoring', env('staging'), `${world.ns} predict`, `${world.ns} churn`])
      expect(await search(query)).toContain(deployment('staging', 'scoring'));
  });

  test('ask the database as often for many as for one', async () => {
    const asked = async (environment: string): Promise<number[]> => {
      const counts: number[] = [];
      for (const [document, variables] of [
        [DeployedInDocument, {}],
        [ServedAtDocument, { at: '2030-01-01T00:00:00Z' }],
      ] as const) {
        await ask(document, { environment: env(environment), first: 100, ...variables });
        counts.push(world.counting.statements.length);
      }
      return counts;
    };
    expect((await found({ environment: env('staging') })).length).toBeGreaterThan(5);
    expect(await asked('staging')).toEqual(await asked('live'));
  });

  test('reading asks nothing that was not warmed up', () => {
    const asked = [...world.counting.all].filter((statement) => !warmed.has(statement) && !statement.includes('e.serving <>'));
    expect(asked).toEqual([]);
  });
});

describe('lineage', () => {
  const reached = async (direction: 'UPSTREAM' | 'DOWNSTREAM', id: string, level: 'ASSET' | 'COLUMN'): Promise<string[]> => {
    const { lineage } = await world.ask<{ lineage: { nodes: { entity: { id: string } }[] } }>(
      `query ($id: ID!, $level: LineageLevel!) {
        lineage(id: $id, direction: ${direction}, level: $level, first: 1000) { nodes { entity { id } } }
      }`,
      { id, level },
    );
    return lineage.nodes.map(({ entity }) => entity.id);
  };

  test('goes from a source column through feature, model and training to the endpoint', async () => {
    const { lineage } = await ask<ModelsOfColumnQuery>(ModelsOfColumnDocument, { id: world.column('orders.total') });
    const ends = lineage.nodes
      .filter(({ entity }) => entity.id.startsWith('deployment:'))
      .map(({ distance, entity }) => `${distance} ${entity.id}`);
    expect(ends).toContain(`5 ${deployment('live')}`);
    // Of the feature table itself: no model in between.
    expect(ends).toContain(`3 ${deployment('guarded', 'customers')}`);
    expect(ends).not.toContain(`5 ${deployment('past')}`);
  });

  test('and back to the column, by columns and by assets', async () => {
    const columns = await reached('UPSTREAM', deployment('live'), 'COLUMN');
    expect(columns).toEqual(expect.arrayContaining([trained(1), model(), featureOf(table(), 'spend'), world.column('orders.total')]));
    expect(columns).not.toContain(trained(2));
    const assets = await reached('UPSTREAM', deployment('live'), 'ASSET');
    expect(assets).toEqual(expect.arrayContaining([trained(1), model(), table(), world.dataset('orders')]));
    expect(await reached('DOWNSTREAM', world.dataset('orders'), 'ASSET')).toContain(deployment('live'));
    expect(await reached('UPSTREAM', deployment('guarded', 'customers'), 'COLUMN')).toContain(world.column('orders.total'));
  });
});
