import { isOfKind } from '../entity/projection.js';
import type { WorkflowDefinition, WorkflowKind, WorkflowNode } from './definition.js';
import type { Findings } from './findings.js';
import type { Known } from './known.js';

/** What nodes name outside the workflow: datasets, pipeline versions, segment versions, fitted instances. */
export function checkBindings({ nodes }: WorkflowDefinition, kind: WorkflowKind | null, known: Known, findings: Findings): void {
  for (const node of nodes) {
    const path = ['nodes', node.id];
    if (node.dataset !== undefined && !isOfKind(node.dataset, 'DATASET', 'FEATURE_TABLE'))
      findings.breaks(
        'dataset-id',
        [...path, 'dataset'],
        `"${node.dataset}" is not the id of a dataset or feature table.`,
        'Send an id such as "dataset:s3:%2F%2Fbucket/orders".',
      );
    if (node.kind === 'PIPELINE') {
      checkPipeline(node, known, findings);
      checkFitted(node, kind, known, findings);
    }
    if (node.kind === 'MERGE') checkSegment(node, known, findings);
    if (node.kind === 'SOURCE' || node.kind === 'SINK') remarkOnLineage(node, findings);
  }
}

function checkPipeline({ id, pipelineVersion }: WorkflowNode, { pipelines }: Known, findings: Findings): void {
  if (pipelineVersion === undefined) return;
  const path = ['nodes', id, 'pipelineVersion'];
  const pipeline = pipelines.get(pipelineVersion);
  if (!isOfKind(pipelineVersion, 'PIPELINE_VERSION'))
    findings.breaks(
      'known-pipeline',
      path,
      `"${pipelineVersion}" is not the id of a pipeline version.`,
      'Workflows bind versions: send an id such as "pipeline-version:default/churn/3".',
    );
  else if (!pipeline)
    findings.breaks(
      'known-pipeline',
      path,
      `There is no pipeline version "${pipelineVersion}", or its pipeline was removed.`,
      'Publish it, or name another version.',
    );
  else if (pipeline.draft)
    findings.lacks('published-pipeline', path, `The pipeline version "${pipelineVersion}" is a draft.`, 'Publish it, or name another.');
}

function checkFitted({ id, pipelineVersion, fitted }: WorkflowNode, kind: WorkflowKind | null, known: Known, findings: Findings): void {
  const path = ['nodes', id, 'fitted'];
  if (fitted !== undefined && !isOfKind(fitted, 'TRAINED_MODEL'))
    findings.breaks(
      'fitted-id',
      path,
      `"${fitted}" is not the id of a fitted instance.`,
      'Send the id of a TrainedModel, such as "trained-model:default/indexer/2026-01".',
    );
  const pipeline = known.pipelines.get(pipelineVersion ?? '');
  if (!pipeline) return;
  const canBeFitted = pipeline.needsFitting && pipeline.kind === 'TRANSFORMATION';
  if (fitted !== undefined && !canBeFitted)
    findings.breaks(
      'fitted-where-needed',
      path,
      pipeline.kind === 'ESTIMATION' ? 'The estimation pipeline is what this workflow fits.' : 'Nothing in this pipeline must be fitted.',
      'Leave "fitted" out.',
    );
  if (fitted === undefined && canBeFitted && kind === 'TRANSFORMATION')
    findings.lacks(
      'fitted-bound',
      path,
      `The pipeline "${pipelineVersion}" holds a transformation that must be fitted first, and a transformation workflow fits nothing.`,
      'Send the id of a fitted instance as "fitted", made by a training workflow.',
    );
}

function checkSegment({ id, merge }: WorkflowNode, { segments }: Known, findings: Findings): void {
  const version = merge?.how === 'CUSTOM' ? merge.segmentVersion : undefined;
  if (version === undefined) return;
  const path = ['nodes', id, 'merge', 'segmentVersion'];
  const segment = segments.get(version);
  if (!isOfKind(version, 'SEGMENT_VERSION') || !segment)
    findings.breaks(
      'known-merge-segment',
      path,
      `There is no segment version "${version}", or its segment was removed.`,
      'Publish the segment, and send the id of its version, such as "segment-version:default/dedup/1".',
    );
  else if (segment.definition.fits === 'PREDICTOR')
    findings.breaks('known-merge-segment', path, `"${version}" fits a model: it merges nothing.`, 'Name a transformer.');
  else if (segment.draft)
    findings.lacks('published-merge-segment', path, `The segment version "${version}" is a draft.`, 'Publish it, or name another.');
}

function remarkOnLineage({ id, kind, dataset }: WorkflowNode, findings: Findings): void {
  if (dataset === undefined)
    findings.remarks(
      'not-in-lineage',
      ['nodes', id, 'dataset'],
      `This ${kind} names no dataset, so that lineage does not show it.`,
      'Name its dataset by id.',
    );
}
