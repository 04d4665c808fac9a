import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields } from '../../graphql/read-ahead.js';
import { definitionFilter } from '../entity/definition-filter.input.js';
import { type Page, pageRequest } from '../entity/page.js';
import { versionsResolver } from '../entity/version.resolver.js';
import { DEFAULT_NAMESPACE, entityId } from '../id.js';
import { PipelineFilter, PublishPipelineInput } from './pipeline.input.js';
import type { PipelineRow } from './pipeline.js';
import { publishPipeline } from './pipeline.mutation.js';
import { listPipelines } from './pipeline.repository.js';
import { Pipeline, PipelineConnection } from './pipeline.type.js';
import { pipelineSchema } from './pipeline-schema.query.js';
import { SchemaPropagation } from './propagation.type.js';
import { ColumnInput } from './schema.input.js';
import { PipelineVersion, PipelineVersionConnection, PipelineVersionPayload } from './version.type.js';

@Resolver(() => Pipeline)
export class PipelineResolver {
  @Query(() => Pipeline, { nullable: true })
  pipeline(
    @Arg('namespace', () => String, { nullable: true, defaultValue: DEFAULT_NAMESPACE }) namespace: string | null,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(entityId('PIPELINE', namespace ?? DEFAULT_NAMESPACE, name), context, info);
  }

  @Query(() => PipelineConnection)
  pipelines(
    @Arg('filter', () => PipelineFilter, { nullable: true }) filter: PipelineFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<PipelineRow>> {
    return listPipelines(database, definitionFilter(filter), pageRequest(first, after));
  }

  @Query(() => SchemaPropagation, { description: 'What a pipeline makes of these columns, step by step, and where it fails.' })
  pipelineSchema(
    @Arg('pipelineVersion', () => ID) pipelineVersion: string,
    @Arg('input', () => [ColumnInput]) input: ColumnInput[],
    @Ctx() context: Context,
  ): Promise<SchemaPropagation> {
    return pipelineSchema(context, pipelineVersion, input);
  }

  @Mutation(() => PipelineVersionPayload, { description: 'Publishes the next version, if no rule is broken.' })
  async publishPipeline(
    @Arg('input', () => PublishPipelineInput) input: PublishPipelineInput,
    @Ctx() context: Context,
  ): Promise<PipelineVersionPayload> {
    const { entity, ...payload } = await publishPipeline(context, input);
    return { ...payload, pipelineVersion: entity };
  }
}

export const PipelineVersionsResolver = versionsResolver(
  () => Pipeline,
  () => PipelineVersion,
  () => PipelineVersionConnection,
);
