import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, WidePageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import type { ColumnRow } from '../column/column.js';
import { columnsOfDatasets } from '../column/column.repository.js';
import { ColumnConnection } from '../column/column.type.js';
import { MAX_PAGE, type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import { datasetId, sourceId } from '../id.js';
import type { JobRow } from '../job/job.js';
import { JobConnection } from '../job/job.type.js';
import type { DataSourceRow } from '../source/source.js';
import { DataSource } from '../source/source.type.js';
import { accessTo, type AccessInstructions as Instructions } from './access.js';
import { AccessInstructions } from './access.type.js';
import { DatasetFilter } from './dataset.input.js';
import type { DatasetRow } from './dataset.js';
import { jobsConsuming, jobsProducing, listDatasets } from './dataset.repository.js';
import { Dataset, DatasetConnection } from './dataset.type.js';
import type { DatasetVersionRow } from './version.js';
import { versionsOfDatasets } from './version.repository.js';
import { DatasetVersionConnection } from './version.type.js';

@Resolver(() => Dataset)
export class DatasetResolver {
  @Query(() => Dataset, { nullable: true, description: 'The name of an alias gives the canonical dataset.' })
  dataset(
    @Arg('namespace', () => String) namespace: string,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(datasetId(namespace, name), context, info);
  }

  @Query(() => DatasetConnection)
  datasets(
    @Arg('filter', () => DatasetFilter, { nullable: true }) filter: DatasetFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<DatasetRow>> {
    return listDatasets(database, filter ?? {}, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => DataSource, { nullable: true })
  source(@Root() dataset: DatasetRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    return loaders.entity.load(sourceId(dataset.namespace));
  }

  @FromId()
  @FieldResolver(() => AccessInstructions, { nullable: true, description: 'How it is read, as far as is known.' })
  async access(@Root() dataset: DatasetRow, @Ctx() { loaders }: Context): Promise<Instructions> {
    const source = await loaders.entity.load(sourceId(dataset.namespace));
    return accessTo({ ...dataset, source: source as DataSourceRow | null });
  }

  @FromId()
  @FieldResolver(() => ColumnConnection, { description: 'In the order of the schema.' })
  columns(
    @Root() dataset: DatasetRow,
    @Args(() => WidePageArgs) { first, after }: WidePageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<ColumnRow>> {
    return loaders.related(columnsOfDatasets, dataset, pageRequest(first, after, MAX_PAGE));
  }

  @FromId()
  @FieldResolver(() => DatasetVersionConnection, { description: 'Newest first.' })
  versions(
    @Root() dataset: DatasetRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<DatasetVersionRow>> {
    return loaders.related(versionsOfDatasets, dataset, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => JobConnection, { description: 'Jobs that write it now.' })
  producedBy(
    @Root() dataset: DatasetRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<JobRow>> {
    return loaders.related(jobsProducing, dataset, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => JobConnection, { description: 'Jobs that read it now.' })
  consumedBy(
    @Root() dataset: DatasetRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<JobRow>> {
    return loaders.related(jobsConsuming, dataset, pageRequest(first, after));
  }
}
