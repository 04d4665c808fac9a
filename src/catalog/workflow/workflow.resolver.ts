import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { definitionFilter } from '../entity/definition-filter.input.js';
import { type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import type { VersionRow } from '../entity/version.js';
import { versionsOfThings } from '../entity/version.repository.js';
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
    @Ctx() { loaders }: Context,
  ): Promise<EntityRow | null> {
    return loaders.entity.load(entityId('WORKFLOW', namespace ?? DEFAULT_NAMESPACE, name));
  }

  @Query(() => WorkflowConnection)
  workflows(
    @Arg('filter', () => WorkflowFilter, { nullable: true }) filter: WorkflowFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<WorkflowRow>> {
    return listWorkflows(database, definitionFilter(filter), pageRequest(first, after));
  }

  @FieldResolver(() => WorkflowVersionConnection, { description: 'Newest first, drafts included.' })
  versions(
    @Root() workflow: WorkflowRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<VersionRow>> {
    return loaders.page(versionsOfThings, workflow, pageRequest(first, after));
  }

  @FieldResolver(() => WorkflowVersion, { nullable: true, description: 'The newest that is no draft.' })
  currentVersion(@Root() workflow: WorkflowRow, @Ctx() { loaders }: Context): Promise<VersionRow | null> {
    return loaders.currentVersion.load(workflow.id);
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
