import * as artifact from './artifact/artifact.js';
import * as column from './column/column.js';
import * as connector from './connector/connector.js';
import * as dataset from './dataset/dataset.js';
import * as datasetVersion from './dataset/version.js';
import * as deployment from './deployment/deployment.js';
import * as release from './deployment/release.js';
import * as domain from './domain/domain.js';
import { type Chosen, isDescribed, ownersAndTags, type Projection, termsAndDomain } from './entity/projection.js';
import type { Shape } from './entity/row.js';
import * as environment from './environment/environment.js';
import * as evaluation from './evaluation/evaluation.js';
import * as feature from './feature/feature.js';
import * as featureTable from './feature-table/feature-table.js';
import * as featureTableVersion from './feature-table/version.js';
import { kindOf } from './id.js';
import * as incident from './incident/incident.js';
import * as job from './job/job.js';
import type { Kind } from './kind.js';
import * as model from './model/model.js';
import * as owner from './owner/owner.js';
import * as pipeline from './pipeline/pipeline.js';
import * as pipelineVersion from './pipeline/version.js';
import * as predictionSet from './prediction-set/prediction-set.js';
import * as run from './run/run.js';
import * as segment from './segment/segment.js';
import * as segmentVersion from './segment/version.js';
import * as source from './source/source.js';
import * as statistics from './statistics/statistics.js';
import * as tag from './tag/tag.js';
import * as term from './term/term.js';
import * as trainedModel from './trained-model/trained-model.js';
import * as workflowVersion from './workflow/version.js';
import * as workflow from './workflow/workflow.js';

export type { Chosen, Projection, Relation } from './entity/projection.js';

interface Concept {
  /** From the values that count to what the node holds. */
  readonly project: (id: string, chosen: Chosen) => Projection;
  /** From the node to what is read. */
  readonly shape: Shape;
}

/** One line per kind. */
const CONCEPTS: Readonly<Partial<Record<Kind, Concept>>> = {
  DATA_SOURCE: source,
  DATASET: dataset,
  DATASET_VERSION: datasetVersion,
  COLUMN: column,
  SEGMENT: segment,
  SEGMENT_VERSION: segmentVersion,
  PIPELINE: pipeline,
  PIPELINE_VERSION: pipelineVersion,
  WORKFLOW: workflow,
  WORKFLOW_VERSION: workflowVersion,
  FEATURE_TABLE: featureTable,
  FEATURE_TABLE_VERSION: featureTableVersion,
  FEATURE: feature,
  MODEL: model,
  TRAINED_MODEL: trainedModel,
  PREDICTION_SET: predictionSet,
  EVALUATION: evaluation,
  INCIDENT: incident,
  DEPLOYMENT: deployment,
  RELEASE: release,
  ENVIRONMENT: environment,
  JOB: job,
  RUN: run,
  PERSON: owner,
  TEAM: owner,
  TAG: tag,
  TERM: term,
  DOMAIN: domain,
  CONNECTOR: connector,
  STATISTICS: statistics,
  ARTIFACT: artifact,
};

/** The kinds that are stored so far. */
export const STORED_KINDS = Object.keys(CONCEPTS) as readonly Kind[];

const PLAIN: Shape = { properties: [] };

export function shapeOf(kind: Kind): Shape {
  return CONCEPTS[kind]?.shape ?? PLAIN;
}

/**
 * What the node of an entity holds, from the values that count: the same values give the same node, whatever the order
 * they came in. Pure. Throws when the id is none of ours.
 */
export function project(id: string, chosen: Chosen): Projection {
  const kind = kindOf(id);
  if (!kind) throw new Error(`"${id}" is not an id`);
  const own = CONCEPTS[kind]?.project(id, chosen) ?? { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
  const common = termsAndDomain(id, chosen);
  return common.length === 0 ? own : { ...own, relations: [...own.relations, ...common] };
}
