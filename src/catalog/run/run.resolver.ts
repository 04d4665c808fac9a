import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { namespacesOfRuns } from '../../access/reach.js';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { FromId } from '../../graphql/read-ahead.js';
import type { DatasetVersionRow } from '../dataset/version.js';
import { DatasetVersionConnection } from '../dataset/version.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import { runId } from '../id.js';
import { Job } from '../job/job.type.js';
import { RunFilter } from './run.input.js';
import type { RunRow } from './run.js';
import { childrenOfRuns, findRunByExternalId, listRuns, versionsRead, versionsWritten } from './run.repository.js';
import { Run, RunConnection } from './run.type.js';

@Resolver(() => Run)
export class RunResolver {
  @Query(() => Run, { nullable: true, description: 'Without a namespace: the one heard of last that has this id.' })
  run(
    @Arg('namespace', () => String, { nullable: true }) namespace: string | null | undefined,
    @Arg('externalId', () => String) externalId: string,
    @Ctx() { loaders, database }: Context,
  ): Promise<EntityRow | null> {
    return namespace ? loaders.entity.load(runId(namespace, externalId)) : findRunByExternalId(database, externalId);
  }

  @Query(() => RunConnection, { description: 'The one that was heard of last comes first.' })
  async runs(
    @Arg('filter', () => RunFilter, { nullable: true }) filter: RunFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database, sight }: Context,
  ): Promise<Page<RunRow>> {
    const states = filter?.state ? [filter.state, ...(filter.states ?? [])] : filter?.states;
    const reach = await sight?.reach();
    return listRuns(database, { ...filter, states, within: reach ? namespacesOfRuns(reach) : null }, pageRequest(first, after));
  }

  @FieldResolver(() => Job)
  async job(@Root() run: RunRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    const id = await loaders.jobOfRun.load(run.key);
    if (id === null) throw new Error(`The run ${run.id} belongs to no job`);
    return loaders.existing(id);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that started it.' })
  async parent(@Root() run: RunRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    const id = await loaders.parentOfRun.load(run.key);
    return id === null ? null : loaders.entity.load(id);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run at the top of those that started it.' })
  async root(@Root() run: RunRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    const id = await loaders.rootOfRun.load(run.key);
    return id === null ? null : loaders.entity.load(id);
  }

  @FromId()
  @FieldResolver(() => RunConnection, { description: 'The one that was heard of last comes first.' })
  children(@Root() run: RunRow, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { loaders }: Context): Promise<Page<RunRow>> {
    return loaders.related(childrenOfRuns, run, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => DatasetVersionConnection, {
    description: 'What it read: the version that was said, else the newest written until it began.',
  })
  inputs(
    @Root() run: RunRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<DatasetVersionRow>> {
    return loaders.related(versionsRead, run, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => DatasetVersionConnection, { description: 'What it wrote; nothing until it succeeded.' })
  outputs(
    @Root() run: RunRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<DatasetVersionRow>> {
    return loaders.related(versionsWritten, run, pageRequest(first, after));
  }
}
