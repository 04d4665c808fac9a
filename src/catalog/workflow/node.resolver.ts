import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import { Entity } from '../entity/entity.type.js';
import type { EntityRow } from '../entity/row.js';
import { parseId, sourceId } from '../id.js';
import { PipelineVersion } from '../pipeline/version.type.js';
import { SegmentVersion } from '../segment/version.type.js';
import { type DataSourceRow, typeOfNamespace } from '../source/source.js';
import type { Merge, WorkflowNode as NodeRow } from './definition.js';
import { WorkflowMerge, WorkflowNode, WorkflowSourceKind } from './definition.type.js';
import { type WorkflowSourceKind as SourceKindName, sourceKindOf } from './source-kind.js';

@Resolver(() => WorkflowNode)
export class WorkflowNodeResolver {
  @FieldResolver(() => Entity, { nullable: true, description: 'The dataset or feature table of a source or sink.' })
  async dataset(@Root() { dataset }: NodeRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    return dataset === undefined ? null : loaders.entity.load(dataset);
  }

  @FieldResolver(() => PipelineVersion, { nullable: true, description: 'What a pipeline node applies.' })
  async pipelineVersion(@Root() { pipelineVersion }: NodeRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    return pipelineVersion === undefined ? null : loaders.entity.load(pipelineVersion);
  }

  @FieldResolver(() => WorkflowSourceKind, { nullable: true, description: 'Of a source that names a dataset or feature table.' })
  async sourceKind(@Root() { kind, dataset }: NodeRow, @Ctx() { loaders }: Context): Promise<SourceKindName | null> {
    const name = kind === 'SOURCE' && dataset !== undefined ? parseId(dataset) : undefined;
    if (!name) return null;
    if (name.kind !== 'DATASET') return 'PERSISTENT_STORE';
    const namespace = name.parts[0]!;
    const source = (await loaders.entity.load(sourceId(namespace))) as DataSourceRow | null;
    return sourceKindOf(source?.type ?? typeOfNamespace(namespace));
  }
}

@Resolver(() => WorkflowMerge)
export class WorkflowMergeResolver {
  @FieldResolver(() => SegmentVersion, { nullable: true, description: 'Of a custom merge.' })
  async segmentVersion(@Root() { segmentVersion }: Merge, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    return segmentVersion === undefined ? null : loaders.entity.load(segmentVersion);
  }
}
