import { describe, expect, test } from '@jest/globals';
import { contracts, customers } from '../../sample/company/data.js';
import { segmentVersion, trainedModel } from '../../sample/company/segments.js';
import { columnId, datasetId } from '../../sample/dataset.js';
import { id } from '../../sample/id.js';
import {
  DeployedInDocument,
  DeploymentsOfColumnDocument,
  FindDeploymentsDocument,
  FindTrainedModelsDocument,
  ModelCardDocument,
  ModelCodeDocument,
  ModelDataDocument,
  ModelDeploymentsDocument,
  ModelDescriptionDocument,
  ModelFeaturesDocument,
  ModelJobsDocument,
  ModelLearningDocument,
  ModelOwnersDocument,
  ModelPerformanceDocument,
  ModelsOfColumnDocument,
} from './generated/operations.js';
import { type OfferTeam, PREDICTED, PRODUCTION, STAGING, URL } from './offer-team.js';
import {
  definition,
  evaluateJob,
  evaluationRun,
  labels,
  model,
  modelId,
  scoreJob,
  scores,
  scoring,
  trained,
  trainingRun,
  trainJob,
} from './offer-uptake.js';

/** The questions of the talk about the model `offer-uptake`, each by its named operation, while the first training serves production again. */
export function peopleAskAbout(team: () => OfferTeam): void {
  describe('people ask', () => {
    const endOf = (day: string): object => ({ state: 'SUCCEEDED', endedAt: expect.stringContaining(day) });
    const job = (its: string, run: string, day: string): object => ({ nodes: [{ id: its, latestRun: { id: run, ...endOf(day) } }] });

    test.each([
      [
        'what it does',
        ModelDescriptionDocument,
        { task: 'CLASSIFICATION', intendedUse: definition.intendedUse, criteria: [{ threshold: 0.7 }, {}] },
      ],
      ['who owns it', ModelOwnersDocument, { owners: [{ role: 'OWNER', by: 'person:amir.haddad', owner: { name: 'marketing' } }] }],
      [
        'whether it learns from labels',
        ModelLearningDocument,
        { learning: 'SUPERVISED', label: { column: { id: columnId(labels, 'accepted') } } },
      ],
      [
        'which features it uses',
        ModelFeaturesDocument,
        { features: { nodes: [{ name: 'monthly_fee' }, { name: 'months_to_contract_end' }, { name: 'complaints_90d' }] } },
      ],
      [
        'where the code is',
        ModelCodeDocument,
        { revision: 1, train: { id: segmentVersion('offer-regression'), code: { path: 'offers/model.py', commit: '8d02f6a' } } },
      ],
      [
        'which jobs train it, predict with it and evaluate it, and how that went',
        ModelJobsDocument,
        {
          training: job(trainJob, trainingRun('2026-02-08'), '2026-02-08'),
          predicting: job(scoreJob, scoring.run, '2026-02-01'),
          evaluating: job(evaluateJob, evaluationRun('2026-01-31'), '2026-01-31'),
        },
      ],
      [
        'which data it produces',
        ModelDataDocument,
        {
          predictionSets: {
            nodes: [
              { rowCount: 41_200, trainedModel: { number: 1 }, dataset: { id: scoring.dataset, dataset: { id: datasetId(scores) } } },
            ],
          },
        },
      ],
      [
        'what of it is deployed where',
        ModelDeploymentsDocument,
        {
          deployments: {
            nodes: [
              { id: PRODUCTION, serving: [{ what: { id: trained(1) } }], since: '2026-03-04T08:00:00Z' },
              { id: STAGING, serving: [{ what: { id: trained(2) } }] },
            ],
          },
        },
      ],
      ['for its card', ModelCardDocument, { card: expect.stringContaining('Knows nothing of businesses.') }],
    ])('%s', async (_, document, expected) => {
      const answer = await team().amir.query<{ model: object }>(document.toString(), model);
      expect(answer.model).toMatchObject(expected);
    });

    test('how well it performs over time', async () => {
      const { model: answer } = await team().amir.query(ModelPerformanceDocument, {
        ...model,
        criterion: 'auc',
        since: '2025-12-01T00:00:00Z',
      });
      expect(answer!.metrics.nodes.map(({ crossed, evaluation, value }) => [evaluation.trainedModel.number, value, crossed])).toEqual([
        [2, 0.84, false],
        [1, 0.68, true],
        [1, 0.76, false],
      ]);
      expect(answer!.incidents.nodes.map(({ rule, state }) => `${rule} ${state}`).sort()).toEqual(['THRESHOLD RESOLVED', 'TREND RESOLVED']);
    });

    test('what is deployed in production, which endpoints are down, and which trainings are good enough', async () => {
      const { deployments } = await team().amir.query(DeployedInDocument, { environment: 'production' });
      expect(deployments.nodes).toMatchObject([{ id: PRODUCTION, url: URL, by: 'amir.haddad' }]);
      await team().report('DOWN', 'Out of memory');
      const down = await team().amir.query(FindDeploymentsDocument, { filter: { status: 'DOWN' } });
      expect(down.deployments.nodes).toMatchObject([{ id: PRODUCTION, statusMessage: 'Out of memory' }]);
      const good = { model: modelId, metric: { criterion: 'auc', atLeast: 0.7 } };
      const { trainedModels } = await team().amir.query(FindTrainedModelsDocument, { filter: good });
      expect(trainedModels.nodes.map(({ number }) => number)).toEqual([2]);
    });

    test('which deployed models break if the fee in the CRM goes away, and whom to call', async () => {
      const { lineage } = await team().amir.query(DeploymentsOfColumnDocument, { id: columnId(contracts, 'monthly_fee') });
      expect(lineage.complete).toBe(true);
      const calls = lineage.nodes.map(({ entity }) => {
        if (!('serving' in entity)) throw new Error(`${entity.id} is no deployment`);
        const owners = [entity.environment, ...entity.serving.map(({ what }) => ('model' in what ? what.model! : what))];
        return [entity.id, ...owners.flatMap((each) => each.owners.map(({ owner }) => owner.description))];
      });
      expect(calls).toEqual([
        [PRODUCTION, 'Data protection officer. Call extension 1100', 'Makes offers. Call extension 6100'],
        ['deployment:staging/churn-scoring', 'Forecasts who will leave. Call extension 4410'],
        [STAGING, 'Makes offers. Call extension 6100'],
      ]);
      const nobody = await team().amir.query(DeploymentsOfColumnDocument, { id: columnId(customers, 'full_name') });
      expect(nobody.lineage.nodes).toEqual([]);
    });

    test('which models stand on it in any way', async () => {
      const { lineage } = await team().amir.query(ModelsOfColumnDocument, { id: columnId(contracts, 'monthly_fee') });
      expect(lineage.nodes.map(({ entity }) => entity.id)).toEqual([
        ...['churn', 'offer-uptake'].map((name) => id('model', 'halden', name)),
        ...[trainedModel('churn', 1), trainedModel('churn', 2), trained(1), trained(2), trained(3)],
        ...[PRODUCTION, 'deployment:staging/churn-scoring', STAGING],
        'model:halden/ticket-priority',
        ...['prediction-set:halden/churn-2026-01-11', PREDICTED],
        trainedModel('ticket-priority', 1),
        'prediction-set:halden/ticket-queue-2026-01-11',
      ]);
    });
  });
}
