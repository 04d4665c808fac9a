import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields } from '../../graphql/read-ahead.js';
import { definitionFilter } from '../entity/definition-filter.input.js';
import { type Page, pageRequest } from '../entity/page.js';
import { versionsResolver } from '../entity/version.resolver.js';
import { DEFAULT_NAMESPACE, entityId } from '../id.js';
import { WorkflowVersion, WorkflowVersionConnection, WorkflowVersionPayload } from './version.type.js';
import { PublishWorkflowInput, WorkflowFilter } from './workflow.input.js';
import type { WorkflowRow } from './workflow.js';
import { publishWorkflow } from './workflow.mutation.js';
import { listWorkflows } from './workflow.repository.js';
import { Workflow, WorkflowConnection } from './workflow.type.js';

@Resolver(() => Workflow)
export class WorkflowResolver {
  @Query(() => Workflow, { nullable: true })
  workflow(
    @Arg('namespace', () => String, { nullable: true, defaultValue: DEFAULT_NAMESPACE }) namespace: string,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(entityId('WORKFLOW', namespace ?? DEFAULT_NAMESPACE, name), context, info);
  }

  @Query(() => WorkflowConnection)
  workflows(
    @Arg('filter', () => WorkflowFilter, { nullable: true }) filter: WorkflowFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<WorkflowRow>> {
    return listWorkflows(database, definitionFilter(filter), pageRequest(first, after));
  }

  @Mutation(() => WorkflowVersionPayload, { description: 'Publishes the next version, if no rule is broken.' })
  async publishWorkflow(
    @Arg('input', () => PublishWorkflowInput) input: PublishWorkflowInput,
    @Ctx() context: Context,
  ): Promise<WorkflowVersionPayload> {
    const { entity, ...payload } = await publishWorkflow(context, input);
    return { ...payload, workflowVersion: entity };
  }
}

export const WorkflowVersionsResolver = versionsResolver(
  () => Workflow,
  () => WorkflowVersion,
  () => WorkflowVersionConnection,
);
