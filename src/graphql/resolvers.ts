import { PolicyResolver } from '../access/policy.resolver.js';
import { TokenResolver } from '../access/token.resolver.js';
import { ArtifactResolver } from '../catalog/artifact/artifact.resolver.js';
import { PurgeResolver } from '../catalog/artifact/purge.resolver.js';
import { ChangeResolver } from '../catalog/change/change.resolver.js';
import { ChangeSubscription } from '../catalog/change/change.subscription.js';
import { ColumnDerivationResolver, ColumnResolver } from '../catalog/column/column.resolver.js';
import { ConnectorResolver } from '../catalog/connector/connector.resolver.js';
import { ConnectorStatusSubscription } from '../catalog/connector/connector-status.subscription.js';
import { DatasetResolver } from '../catalog/dataset/dataset.resolver.js';
import { DatasetVersionResolver } from '../catalog/dataset/version.resolver.js';
import { DEPLOYED_RESOLVERS, DeploymentResolver, ReleaseResolver, ServingResolver } from '../catalog/deployment/deployment.resolver.js';
import { DomainResolver } from '../catalog/domain/domain.resolver.js';
import { EntityResolver } from '../catalog/entity/entity.resolver.js';
import { VersionResolver } from '../catalog/entity/version.resolver.js';
import { EnvironmentResolver } from '../catalog/environment/environment.resolver.js';
import {
  EvaluationResolver,
  MetricResolver,
  ModelEvaluationsResolver,
  RunMetricsResolver,
  TrainedModelEvaluationsResolver,
} from '../catalog/evaluation/evaluation.resolver.js';
import { FeatureResolver } from '../catalog/feature/feature.resolver.js';
import { FeatureTableResolver, MaterialisationResolver } from '../catalog/feature-table/feature-table.resolver.js';
import { FeatureTableVersionResolver, FeatureTableVersionsResolver } from '../catalog/feature-table/version.resolver.js';
import { IncidentResolver, ModelIncidentsResolver, TrainedModelIncidentsResolver } from '../catalog/incident/incident.resolver.js';
import { JobResolver } from '../catalog/job/job.resolver.js';
import { FeatureModelsResolver, ModelLabelResolver, ModelResolver } from '../catalog/model/model.resolver.js';
import { OwnerResolver } from '../catalog/owner/owner.resolver.js';
import { PipelineResolver, PipelineVersionsResolver } from '../catalog/pipeline/pipeline.resolver.js';
import { PipelineStepResolver, PipelineVersionResolver } from '../catalog/pipeline/version.resolver.js';
import {
  ModelPredictionsResolver,
  PredictionSetResolver,
  TrainedModelPredictionsResolver,
} from '../catalog/prediction-set/prediction-set.resolver.js';
import { RunResolver } from '../catalog/run/run.resolver.js';
import { RunStatusSubscription } from '../catalog/run/run-status.subscription.js';
import { SegmentResolver, SegmentVersionsResolver } from '../catalog/segment/segment.resolver.js';
import { SegmentVersionResolver } from '../catalog/segment/version.resolver.js';
import { DataSourceResolver } from '../catalog/source/source.resolver.js';
import {
  DatasetStatisticsResolver,
  MaterialisationStatisticsResolver,
  StatisticsResolver,
} from '../catalog/statistics/statistics.resolver.js';
import { TagResolver } from '../catalog/tag/tag.resolver.js';
import { TermResolver } from '../catalog/term/term.resolver.js';
import { DatasetTrainingsResolver, ModelTrainingsResolver, TrainedModelResolver } from '../catalog/trained-model/trained-model.resolver.js';
import { WorkflowMergeResolver, WorkflowNodeResolver } from '../catalog/workflow/node.resolver.js';
import { WorkflowValidationResolver } from '../catalog/workflow/validation.resolver.js';
import { WorkflowVersionResolver } from '../catalog/workflow/version.resolver.js';
import { WorkflowResolver, WorkflowVersionsResolver } from '../catalog/workflow/workflow.resolver.js';
import { EvidenceResolver } from '../lineage/evidence.resolver.js';
import { LineageResolver } from '../lineage/lineage.resolver.js';
import { LineageChangesSubscription } from '../lineage/lineage-changes.subscription.js';
import { SearchEdgeResolver, SearchResolver, SuggestionResolver } from '../search/search.resolver.js';
import { WebhookResolver } from '../webhooks/webhook.resolver.js';

/** Everything that the schema is made of. A new kind adds its resolver here. */
export const RESOLVERS = [
  EntityResolver,
  VersionResolver,
  DataSourceResolver,
  DatasetResolver,
  DatasetVersionResolver,
  ColumnResolver,
  ColumnDerivationResolver,
  SegmentResolver,
  SegmentVersionsResolver,
  SegmentVersionResolver,
  PipelineResolver,
  PipelineVersionsResolver,
  PipelineVersionResolver,
  PipelineStepResolver,
  FeatureTableResolver,
  FeatureTableVersionsResolver,
  FeatureTableVersionResolver,
  MaterialisationResolver,
  FeatureResolver,
  ModelResolver,
  ModelLabelResolver,
  FeatureModelsResolver,
  TrainedModelResolver,
  ModelTrainingsResolver,
  DatasetTrainingsResolver,
  PredictionSetResolver,
  TrainedModelPredictionsResolver,
  ModelPredictionsResolver,
  EvaluationResolver,
  MetricResolver,
  TrainedModelEvaluationsResolver,
  ModelEvaluationsResolver,
  RunMetricsResolver,
  IncidentResolver,
  TrainedModelIncidentsResolver,
  ModelIncidentsResolver,
  EnvironmentResolver,
  DeploymentResolver,
  ReleaseResolver,
  ServingResolver,
  ...DEPLOYED_RESOLVERS,
  StatisticsResolver,
  DatasetStatisticsResolver,
  MaterialisationStatisticsResolver,
  JobResolver,
  RunResolver,
  RunStatusSubscription,
  OwnerResolver,
  TagResolver,
  TermResolver,
  DomainResolver,
  ConnectorResolver,
  ConnectorStatusSubscription,
  WorkflowResolver,
  WorkflowVersionsResolver,
  WorkflowVersionResolver,
  WorkflowNodeResolver,
  WorkflowMergeResolver,
  WorkflowValidationResolver,
  ArtifactResolver,
  PurgeResolver,
  ChangeResolver,
  ChangeSubscription,
  LineageChangesSubscription,
  LineageResolver,
  EvidenceResolver,
  SearchResolver,
  SearchEdgeResolver,
  SuggestionResolver,
  TokenResolver,
  PolicyResolver,
  WebhookResolver,
] as const;
