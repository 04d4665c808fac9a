import type { Execution } from '../../sample/calendar.js';
import { profile, retentionCalls, usage } from '../../sample/churn/data.js';
import { lakeContracts } from '../../sample/company/data.js';
import { codeAt, feature, HALDEN, segmentVersion, trainedModel } from '../../sample/company/segments.js';
import { LAKE, SPARK, WAREHOUSE } from '../../sample/company/sources.js';
import { columnId, dataset, datasetId } from '../../sample/dataset.js';
import { executionId, versionId } from '../../sample/events.js';
import { id } from '../../sample/id.js';
import { computed, copied, type Job } from '../../sample/job.js';
import type { PublishSegmentInput, RecordTrainedModelInput, RegisterModelInput } from './generated/operations.js';

/** A model that Halden Telecom, the company of the sample, does not have yet: it stands on features that are there. */
const NAME = 'offer-uptake';
const OWNER = 'team:marketing';

export const model = { namespace: HALDEN, name: NAME };
export const modelId = id('model', HALDEN, NAME);
export const trained = (number: number): string => trainedModel(NAME, number);

export const labels = dataset({
  namespace: LAKE,
  name: 'curated/offers/labels',
  about: 'Who was called with an offer, and took it',
  owner: OWNER,
  columns: { customer_id: 'bigint', accepted: 'boolean' },
});
export const scores = dataset({
  namespace: WAREHOUSE,
  name: 'MARKETING.OFFERS.UPTAKE',
  about: 'How likely each customer is to take an offer',
  owner: OWNER,
  columns: { CUSTOMER_ID: 'BIGINT', UPTAKE_PROBABILITY: 'DOUBLE' },
});

/** The last day of each month of 2025, and of the January after it. */
export const MONTH_ENDS = Array.from({ length: 13 }, (_, month) => new Date(Date.UTC(2025, month + 1, 0)).toISOString().slice(0, 10));

const runs = (time: string, ...days: readonly string[]): Execution[] =>
  days.map((day) => ({ start: `${day}T${time}:00:00Z`, end: `${day}T${time}:40:00Z` }));

const common = { engine: SPARK, owner: OWNER, code: { path: 'offers/jobs.py', version: '77ab0c1' } };

const label: Job = {
  ...common,
  name: 'offers.build_labels',
  about: 'Finds out who took the offer',
  reads: [retentionCalls, lakeContracts],
  writes: [
    {
      dataset: labels,
      columns: {
        customer_id: [copied(retentionCalls, 'CUSTOMER_ID')],
        accepted: [computed(lakeContracts, 'starts_on', 'within 30 days of the call')],
      },
    },
  ],
  executions: runs('01', '2025-01-02', ...MONTH_ENDS, '2026-02-07'),
};
const train: Job = {
  ...common,
  name: 'offers.train',
  about: 'Trains the model of offers',
  reads: [profile, usage, labels],
  executions: runs('03', '2025-01-03', '2026-02-08'),
};
const evaluate: Job = {
  ...common,
  name: 'offers.evaluate',
  about: 'Looks each month at how well the model did',
  reads: [labels],
  executions: runs('06', ...MONTH_ENDS),
};
const score: Job = {
  ...common,
  name: 'offers.score',
  about: 'Scores the customers whom the call center may call',
  reads: [profile, usage],
  // What becomes the probability goes through the model: the job knows of no columns that it is computed from.
  writes: [{ dataset: scores, columns: { CUSTOMER_ID: [copied(profile, 'customer_id')] } }],
  executions: runs('04', '2026-02-01'),
};
export const jobs: readonly Job[] = [label, train, evaluate, score];

const jobId = ({ name }: Job): string => id('job', SPARK.namespace, name);
export const [labelJob, trainJob, evaluateJob, scoreJob] = [label, train, evaluate, score].map(jobId) as [string, string, string, string];

/** The labels as they were built on a day. */
export const labelsOf = (day: string): string => versionId(labels, label, on(label, day));
export const trainingRun = (day: string): string => executionId(train, on(train, day));
export const evaluationRun = (day: string): string => executionId(evaluate, on(evaluate, day));
export const scoring = { run: executionId(score, score.executions[0]!), dataset: versionId(scores, score, score.executions[0]!) };

const on = ({ executions }: Job, day: string): Execution => executions.find(({ start }) => start.startsWith(day))!;

export const segment: PublishSegmentInput = {
  namespace: HALDEN,
  name: 'offer-regression',
  definition: {
    language: 'Python',
    fits: 'PREDICTOR',
    estimator: { task: 'CLASSIFICATION' },
    code: codeAt('offers/model.py', 'OfferRegression'),
  },
};

export const definition = {
  ...model,
  description: 'Which customers take an offer when they are called',
  owner: 'team:default/marketing',
  tags: ['gold'],
  task: 'CLASSIFICATION',
  learning: 'SUPERVISED',
  framework: 'scikit-learn',
  label: { name: 'accepted', dataType: 'BOOLEAN', column: columnId(labels, 'accepted'), origin: 'A new contract within 30 days' },
  features: [
    feature('customer_profile', 'monthly_fee'),
    feature('customer_profile', 'months_to_contract_end'),
    feature('customer_usage', 'complaints_90d'),
  ],
  train: segmentVersion('offer-regression'),
  hyperparameters: [
    { name: 'C', type: 'double', default: 1, min: 0, exclusiveMin: true },
    { name: 'solver', type: 'string', default: 'lbfgs', values: ['lbfgs', 'saga'] },
    { name: 'seed', type: 'int', required: true },
  ],
  criteria: [
    { name: 'auc', direction: 'HIGHER_IS_BETTER', threshold: 0.7, required: true, description: 'Area under the ROC curve' },
    { name: 'log_loss', direction: 'LOWER_IS_BETTER' },
  ],
  intendedUse: 'To choose who is called first.',
  limits: 'Knows nothing of businesses.',
} satisfies RegisterModelInput;

/** What was trained on the day after the labels were built. */
export const training = (number: number, labelled: string, day: string): RecordTrainedModelInput => ({
  model: modelId,
  number,
  run: trainingRun(day),
  trainedAt: `${day}T03:40:00Z`,
  trainedOn: [labelsOf(labelled), datasetId(profile), datasetId(usage)],
});

/** What comes out of a training, and is enough to predict with. */
export const coefficients = (monthlyFee: number): Buffer =>
  Buffer.from(
    JSON.stringify({ intercept: -1.2, weights: { monthly_fee: monthlyFee, months_to_contract_end: -0.08, complaints_90d: 0.4 } }),
  );
