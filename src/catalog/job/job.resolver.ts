import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { seenAmong } from '../../access/seen.js';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import type { DatasetRow } from '../dataset/dataset.js';
import { DatasetConnection } from '../dataset/dataset.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import { jobId } from '../id.js';
import type { RunRow } from '../run/run.js';
import { runsOfJobs } from '../run/run.repository.js';
import { Run, RunConnection } from '../run/run.type.js';
import { JobFilter } from './job.input.js';
import type { JobRow } from './job.js';
import { inputsOfJobs, jobsDependedOn, listJobs, outputsOfJobs, parentOfJobs, partsOfJobs } from './job.repository.js';
import { Job, JobConnection } from './job.type.js';

/** Runs among which the latest is looked for that somebody may see. */
const MOST_LOOKED_AT = 20;

@Resolver(() => Job)
export class JobResolver {
  @Query(() => Job, { nullable: true })
  job(
    @Arg('namespace', () => String) namespace: string,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(jobId(namespace, name), context, info);
  }

  @Query(() => JobConnection)
  jobs(
    @Arg('filter', () => JobFilter, { nullable: true }) filter: JobFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<JobRow>> {
    return listJobs(database, filter ?? {}, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => DatasetConnection, { description: 'What it reads now.' })
  inputs(@Root() job: JobRow, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { loaders }: Context): Promise<Page<DatasetRow>> {
    return loaders.related(inputsOfJobs, job, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => DatasetConnection, { description: 'What it writes now.' })
  outputs(@Root() job: JobRow, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { loaders }: Context): Promise<Page<DatasetRow>> {
    return loaders.related(outputsOfJobs, job, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => RunConnection, { description: 'The one that was heard of last comes first.' })
  runs(@Root() job: JobRow, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { loaders }: Context): Promise<Page<RunRow>> {
    return loaders.related(runsOfJobs, job, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => Run, { nullable: true })
  async latestRun(@Root() job: JobRow, @Ctx() { loaders, sight }: Context): Promise<RunRow | null> {
    const { nodes } = await loaders.related(runsOfJobs, job, { first: sight ? MOST_LOOKED_AT : 1, after: null });
    return (await seenAmong(sight, nodes, ({ id }) => id))[0] ?? null;
  }

  @FromId()
  @FieldResolver(() => JobConnection, { description: 'Jobs that produce what it reads.' })
  dependsOn(@Root() job: JobRow, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { loaders }: Context): Promise<Page<JobRow>> {
    return loaders.related(jobsDependedOn, job, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => Job, { nullable: true, description: 'The job that it is part of.' })
  async parent(@Root() job: JobRow, @Ctx() { loaders }: Context): Promise<JobRow | null> {
    return (await loaders.related(parentOfJobs, job, { first: 1, after: null })).nodes[0] ?? null;
  }

  @FromId()
  @FieldResolver(() => JobConnection, { description: 'The jobs that are part of it.' })
  children(@Root() job: JobRow, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { loaders }: Context): Promise<Page<JobRow>> {
    return loaders.related(partsOfJobs, job, pageRequest(first, after));
  }
}
