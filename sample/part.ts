import type { Dataset } from './dataset.js';
import type {
  AssignOwnerInput,
  DefineDomainInput,
  DefineTermInput,
  DeployInput,
  DescribeInput,
  PublishPipelineInput,
  PublishSegmentInput,
  PublishWorkflowInput,
  RecordEvaluationInput,
  RecordPredictionSetInput,
  RecordStatisticsInput,
  RecordTrainedModelInput,
  RegisterArtifactInput,
  RegisterDataSourceInput,
  RegisterFeatureTableInput,
  RegisterModelInput,
} from './generated/inputs.js';
import type { Job } from './job.js';

/** A model, what was trained of it, how well that does, what it predicted, and where it is deployed. */
export interface Modelled {
  readonly model: RegisterModelInput;
  /** Each with its number. */
  readonly trained: readonly RecordTrainedModelInput[];
  readonly evaluations: readonly RecordEvaluationInput[];
  readonly predictions: readonly RecordPredictionSetInput[];
  readonly deployments?: readonly DeployInput[];
}

/** A part of the company: what all share, or a use case. Inputs are what the API takes, as it takes them. */
export interface Part {
  /** Whose its segments, pipelines and workflows are; and which domain all of it is in. */
  readonly owner: string;
  readonly domain: string;
  readonly sources?: readonly RegisterDataSourceInput[];
  readonly domains: readonly DefineDomainInput[];
  readonly terms: readonly DefineTermInput[];
  readonly datasets: readonly Dataset[];
  readonly jobs: readonly Job[];
  /** What segments are built into. */
  readonly artifacts?: readonly RegisterArtifactInput[];
  readonly segments: readonly PublishSegmentInput[];
  readonly pipelines: readonly PublishPipelineInput[];
  /** Those that compute feature tables, and then those that read them. */
  readonly workflows: readonly PublishWorkflowInput[];
  readonly featureTables: readonly RegisterFeatureTableInput[];
  readonly trainings: readonly PublishWorkflowInput[];
  readonly statistics: readonly RecordStatisticsInput[];
  readonly modelled?: Modelled;
  /** What is marked with a tag, or means a term: ids by its name. */
  readonly tagged: Readonly<Record<string, readonly string[]>>;
  readonly means: Readonly<Record<string, readonly string[]>>;
  readonly owners: readonly AssignOwnerInput[];
  readonly descriptions: readonly DescribeInput[];
}
