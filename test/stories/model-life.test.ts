import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { profile, usage } from '../../sample/churn/data.js';
import { contracts, lakeContracts } from '../../sample/company/data.js';
import { feature, featureTable, trainedModel } from '../../sample/company/segments.js';
import { columnId, datasetId } from '../../sample/dataset.js';
import { datasetEvent, jobEvents } from '../../sample/events.js';
import { id } from '../../sample/id.js';
import { sha256 } from '../support/artifact-client.js';
import {
  ArtifactDocument,
  AssignOwnerDocument,
  DeployedInDocument,
  DeploymentHistoryDocument,
  EnvironmentsDocument,
  FindModelsDocument,
  LineageDocument,
  type LineageLevel,
  PublishSegmentDocument,
  RecordPredictionSetDocument,
  RetireDocument,
  SetEnvironmentPolicyDocument,
  SetModelAliasDocument,
  SetModelStageDocument,
} from '../support/generated/operations.js';
import { peopleAskAbout } from '../support/offer-questions.js';
import { OfferTeam, PREDICTED, PRODUCTION, STAGING, URL } from '../support/offer-team.js';
import {
  coefficients,
  definition,
  evaluationRun,
  jobs,
  labels,
  labelsOf,
  MONTH_ENDS,
  model,
  modelId,
  scores,
  scoring,
  segment,
  trained,
  training,
  trainingRun,
  trainJob,
} from '../support/offer-uptake.js';
import { outcomeOf, problemsOf } from '../support/receipt.js';

/** The life of a model in the company of the sample, from the first idea of it to its end, told in order. */
let team: OfferTeam;

const NEVER_UPLOADED = id('artifact', '0'.repeat(64));
const MODEL_FILES = [coefficients(-0.02), coefficients(-0.05)];
const artifact = (number: number): string => id('artifact', sha256(MODEL_FILES[number - 1]!));

beforeAll(async () => {
  team = await OfferTeam.meet();
}, 600_000);
afterAll(() => team?.part());

describe('a model is registered', () => {
  test('not without a label, and not on a feature that nobody computes', async () => {
    await team.spark.post([labels, scores].map(datasetEvent));
    expect(outcomeOf((await team.amir.query(PublishSegmentDocument, { input: segment })).publishSegment)).toBe('APPLIED');
    const wrong = await team.register({ label: null, features: [...definition.features, feature('customer_profile', 'shoe_size')] });
    expect(wrong.model).toBeNull();
    expect(problemsOf(wrong)).toEqual(['supervised-has-label input.label', 'known-id input.features.3']);
  });

  test('on features that churn is forecast from as well', async () => {
    expect((await team.register()).model).toMatchObject({ id: modelId, revision: 1 });
    const { models } = await team.amir.query(FindModelsDocument, { filter: { feature: feature('customer_profile', 'monthly_fee') } });
    expect(models.nodes.map(({ name }) => name)).toEqual(['churn', 'offer-uptake']);
  });
});

describe('it is trained', () => {
  const first = { ...training(1, '2025-01-02', '2025-01-03'), hyperparameters: { seed: 1 }, artifacts: [artifact(1)] };
  const second = { ...training(2, '2026-02-07', '2026-02-08'), hyperparameters: { seed: 2, C: 0.5 }, artifacts: [artifact(2)] };

  test('not by a run that nobody reported, on data that nobody built, or into a file that nobody sent', async () => {
    expect(problemsOf(await team.train(first))).toEqual(['known-id input.artifacts.0', 'known-id input.trainedOn.0', 'known-id input.run']);
  });

  test('not with values that do not fit', async () => {
    await team.spark.post(jobs.flatMap(jobEvents));
    const wrong = { ...first, hyperparameters: { C: 0, solver: 'saga' }, artifacts: [NEVER_UPLOADED] };
    expect(problemsOf(await team.train(wrong))).toEqual([
      'param-bounds input.hyperparameters.C',
      'required-hyperparameter input.hyperparameters.seed',
      'known-id input.artifacts.0',
    ]);
  });

  test('twice, and what came out of it is uploaded and can be had back', async () => {
    for (const [at, content] of MODEL_FILES.entries()) {
      const query = `?name=offer-uptake-${at + 1}.json&kind=MODEL`;
      expect(await team.files.put(sha256(content), content, { query })).toMatchObject({ status: 201, json: { id: artifact(at + 1) } });
      expect((await team.files.get(sha256(content))).body.equals(content)).toBe(true);
    }
    expect((await team.train({ ...first, aliases: ['champion'] })).trainedModel).toMatchObject({
      id: trained(1),
      modelAliases: ['champion'],
    });
    expect((await team.train({ ...second, aliases: ['challenger'] })).trainedModel).toMatchObject({ id: trained(2), stage: 'CANDIDATE' });
    const found = await team.amir.query(ArtifactDocument, { hash: sha256(MODEL_FILES[1]!) });
    expect(found.artifact).toMatchObject({ name: 'offer-uptake-2.json', stored: true, references: { nodes: [{ id: trained(2) }] } });
  });

  test('by runs that read just the versions that were recorded', async () => {
    const { node } = await team.amir.query<{ node: { run: { inputs: { nodes: { id: string }[] } }; trainedOn: { id: string }[] } }>(
      `query ($id: ID!) { node(id: $id) { ... on TrainedModel {
        hyperparameters modelRevision trainedOn { id } run { id state job { id } inputs { nodes { id } } }
      } } }`,
      { id: trained(1) },
    );
    expect(node).toMatchObject({
      hyperparameters: { C: 1, solver: 'lbfgs', seed: 1 },
      modelRevision: 1,
      run: { id: trainingRun('2025-01-03'), state: 'SUCCEEDED', job: { id: trainJob } },
    });
    expect(node.trainedOn.map((each) => each.id)).toEqual([labelsOf('2025-01-02'), datasetId(profile), datasetId(usage)]);
    expect(node.run.inputs.nodes.map((each) => each.id)).toEqual([labelsOf('2025-01-02')]);
  });
});

describe('it goes to production', () => {
  const serving = [{ what: trained(1) }];

  test('where a steward is asked from now on', async () => {
    const input = { environment: 'production', requiresApproval: true, requiresEvaluations: true };
    await expect(team.amir.query(SetEnvironmentPolicyDocument, { input })).rejects.toThrow('STEWARD');
    expect(outcomeOf((await team.ruth.query(SetEnvironmentPolicyDocument, { input })).setEnvironmentPolicy)).toBe('APPLIED');
    const keeper = { id: id('environment', 'production'), owner: 'ruth.kelly', role: 'OWNER' };
    await team.ruth.query(AssignOwnerDocument, { input: keeper });
    const { environments } = await team.amir.query(EnvironmentsDocument, { filter: { nameContains: 'production' } });
    const owners = [{ owner: { name: 'ruth.kelly' } }];
    expect(environments.nodes).toMatchObject([{ name: 'production', requiresApproval: true, requiresEvaluations: true, owners }]);
  });

  test('not without something that runs, an evaluation and an approval', async () => {
    const refused = await team.deploy({ serving: [{ what: trained(1), artifacts: [NEVER_UPLOADED] }] });
    expect(refused.deployment).toBeNull();
    expect(problemsOf(refused)).toEqual([
      'known-id input.serving.0.artifacts.0',
      'required-evaluation input.serving.0.what',
      'approval input.serving.0.what',
    ]);
    await team.train({ model: modelId, number: 3, hyperparameters: { seed: 3 } });
    expect(problemsOf(await team.deploy({ serving: [{ what: trained(3) }], environment: 'staging' }))).toEqual([
      'image-or-artifact input.serving.0',
    ]);
  });

  test('not on the word of who deploys it', async () => {
    expect(outcomeOf(await team.evaluate(1, '2025-01-02', 0.8))).toBe('APPLIED');
    await expect(team.approve(1, team.amir)).rejects.toThrow('STEWARD');
    const refused = await team.deploy({ serving });
    expect(problemsOf(refused)).toEqual(['approval input.serving.0.what']);
    expect(refused.receipts[0]!.problems[0]!.remedy).toContain('not "amir.haddad". Owners: ruth.kelly');
  });

  test('with a steward’s approval', async () => {
    expect(outcomeOf(await team.approve(1))).toBe('APPLIED');
    const first = await team.deploy({ serving, replicas: 2, reason: 'The first one', at: '2025-01-07T09:00:00Z' });
    expect(first.deployment).toMatchObject({ id: PRODUCTION, by: 'amir.haddad', serving: [{ artifacts: [artifact(1)] }] });
    await team.amir.query(SetModelStageDocument, { input: { id: trained(1), stage: 'PRODUCTION' } });
    expect((await team.report('HEALTHY')).deployment).toMatchObject({ status: 'HEALTHY' });
  });
});

describe('it is looked after for a year', () => {
  const AUC = [0.81, 0.8, 0.82, 0.81, 0.8, 0.81, 0.82, 0.8, 0.81, 0.78, 0.77, 0.76, 0.68];

  test('the fourth quarter is worse than the ten values before it, and January crosses the threshold', async () => {
    const opened: string[] = [];
    for (const [month, day] of MONTH_ENDS.entries()) {
      const { incidents } = await team.evaluate(1, day, AUC[month]!, evaluationRun(day));
      opened.push(...incidents.map(({ limit, rule, value }) => `${day} ${rule} ${value} ${limit}`));
    }
    expect(opened).toEqual(['2025-12-31 TREND 0.76 0.81', '2026-01-31 THRESHOLD 0.68 0.7']);
  });

  test('both incidents are its owners’, are worked on, and end with a cause', async () => {
    const open = await team.incidents('OPEN');
    expect(open.map(({ about, owners, rule }) => `${rule} ${about!.id} ${owners.map(({ owner }) => owner.id).join()}`).sort()).toEqual([
      `THRESHOLD ${trained(1)} team:default/marketing`,
      `TREND ${trained(1)} team:default/marketing`,
    ]);
    for (const incident of open) {
      const acknowledged = await team.update({ id: incident.id, state: 'ACKNOWLEDGED', note: 'I look at it' });
      expect(acknowledged.incident!.state).toBe('ACKNOWLEDGED');
      const resolved = await team.update({ id: incident.id, state: 'RESOLVED', cause: 'The tariff without a data limit' });
      expect(resolved.incident).toMatchObject({ state: 'RESOLVED', notes: [{ by: 'amir.haddad', text: 'I look at it' }] });
      const steps = ['CREATED', 'UPDATED', 'UPDATED'].map((change) => `${change} person:amir.haddad`);
      expect(await team.changesOf(incident.id)).toEqual(steps);
    }
    expect(await team.incidents('OPEN', 'ACKNOWLEDGED')).toEqual([]);
    expect((await team.incidents('RESOLVED')).map(({ cause }) => cause)).toEqual(open.map(() => 'The tariff without a data limit'));
  });

  test('what has fallen below its threshold is not deployed again, though it was approved', async () => {
    const more = await team.deploy({ serving: [{ what: trained(1) }], replicas: 6 });
    expect(problemsOf(more)).toEqual(['required-evaluation input.serving.0.what']);
    expect(more.receipts[0]!.problems[0]!.message).toContain('has 0.68 by "auc" and not at least 0.7');
  });

  test('what it predicted is a set of its own', async () => {
    const about = { namespace: model.namespace, name: 'offers-2026-02', trainedModel: trained(1), input: datasetId(profile) };
    const input = { ...about, ...scoring, predictedAt: '2026-02-01T04:40:00Z', rowCount: 41_200 };
    const { recordPredictionSet } = await team.amir.query(RecordPredictionSetDocument, { input });
    expect(recordPredictionSet.predictionSet!.id).toBe(PREDICTED);
  });
});

describe('another takes its place', () => {
  test('in staging first, then in production, with an approval of its own', async () => {
    await team.evaluate(2, '2026-02-07', 0.84);
    await team.deploy({ environment: 'staging', serving: [{ what: trained(2) }], url: 'https://offers.staging.halden.example/score' });
    expect(problemsOf(await team.promote())).toEqual(['approval input.deployment']);
    await team.approve(2);
    expect(await team.servedOn('2026-03-03')).toEqual([trained(1)]);
    const { deployment } = await team.promote({ reason: 'Knows the new tariff', at: '2026-03-02T06:00:00Z' });
    expect(deployment).toMatchObject({ id: PRODUCTION, url: URL, serving: [{ what: { id: trained(2) }, trafficShare: 100 }] });
    expect(await team.servedOn('2026-03-03')).toEqual([trained(2)]);
    const input = { model: modelId, alias: 'champion', number: 2 };
    const { setModelAlias } = await team.amir.query(SetModelAliasDocument, { input });
    expect(setModelAlias.model!.modelAliases).toContainEqual({ alias: 'champion', trainedModel: { id: trained(2) } });
  });

  test('and back: what went through before needs nothing anew, and the past stays what it was', async () => {
    const reason = 'Answers take two seconds';
    const { deployment } = await team.rollBack(reason, '2026-03-04T08:00:00Z');
    expect(deployment).toMatchObject({ serving: [{ what: { id: trained(1) } }] });
    expect([await team.servedOn('2026-03-03'), await team.servedOn('2026-03-05')]).toEqual([[trained(2)], [trained(1)]]);
    expect(await team.servedOn('2025-01-06')).toEqual([]);
    const { deployment: kept } = await team.amir.query(DeploymentHistoryDocument, { environment: 'production', name: 'offers' });
    expect(kept!.history.nodes).toMatchObject([
      { number: 3, action: 'ROLL_BACK', from: { number: 1 }, serving: [{ what: { id: trained(1) } }], reason },
      { number: 2, action: 'PROMOTE', approvedBy: ['ruth.kelly'], serving: [{ what: { id: trained(2) }, artifacts: [artifact(2)] }] },
      { number: 1, action: 'DEPLOY', approvedBy: ['ruth.kelly'], serving: [{ what: { id: trained(1) }, artifacts: [artifact(1)] }] },
    ]);
  });
});

peopleAskAbout(() => team);

describe('lineage', () => {
  const BY_COLUMN = [
    columnId(contracts, 'monthly_fee'),
    columnId(lakeContracts, 'monthly_fee'),
    columnId(profile, 'monthly_fee'),
    feature('customer_profile', 'monthly_fee'),
    modelId,
    trained(1),
  ];
  const BY_ASSET = [
    datasetId(contracts),
    id('job', 'spark', 'platform.export_crm'),
    datasetId(lakeContracts),
    id('job', 'spark', 'churn.build_customer_profile'),
    datasetId(profile),
    featureTable('customer_profile'),
    modelId,
    trained(1),
  ];
  const steps = (way: readonly string[]): string[] => way.slice(1).map((to, at) => `${way[at]} -> ${to}`);
  const walk = async (start: string, direction: 'UPSTREAM' | 'DOWNSTREAM', level: LineageLevel) => {
    const { lineage } = await team.amir.query(LineageDocument, { id: start, direction, level });
    expect(lineage.complete).toBe(true);
    return { edges: lineage.edges.map(({ from, to }) => `${from} -> ${to}`), ids: lineage.nodes.map(({ entity }) => entity.id) };
  };

  test.each([
    ['COLUMN', BY_COLUMN],
    ['ASSET', BY_ASSET],
  ] as const)('from the source to the endpoint and to what it predicted, and back, at level %s', async (level, way) => {
    const down = await walk(way[0]!, 'DOWNSTREAM', level);
    expect(down.ids).toContain(STAGING);
    for (const end of [PRODUCTION, PREDICTED]) {
      const whole = steps([...way, end]);
      expect(down.edges).toEqual(expect.arrayContaining(whole));
      const up = await walk(end, 'UPSTREAM', level);
      expect(up.edges).toEqual(expect.arrayContaining(whole));
      // It no longer serves there, and another model is none of its business.
      for (const other of [trained(2), trainedModel('ticket-priority', 1)]) expect(up.ids).not.toContain(other);
    }
  });

  test('ends before the endpoint once that is retired; what it served is kept', async () => {
    const input = { deployment: PRODUCTION, reason: 'Offers are made by post', at: '2026-06-30T00:00:00Z' };
    expect((await team.amir.query(RetireDocument, { input })).retire.deployment).toMatchObject({ serving: [], status: 'STOPPED' });
    const { ids } = await walk(BY_COLUMN[0]!, 'DOWNSTREAM', 'COLUMN');
    expect(ids).toEqual(expect.arrayContaining([trained(1), PREDICTED, STAGING]));
    expect(ids).not.toContain(PRODUCTION);
    expect([await team.servedOn('2026-03-03'), await team.servedOn('2026-07-01')]).toEqual([[trained(2)], []]);
    expect((await team.amir.query(DeployedInDocument, { environment: 'production' })).deployments.nodes).toEqual([]);
  });
});
