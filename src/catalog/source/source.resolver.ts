import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import type { Json } from '../../write/fact.js';
import type { DatasetRow } from '../dataset/dataset.js';
import { DatasetConnection } from '../dataset/dataset.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import { EntityPayload } from '../entity/payload.type.js';
import { state } from '../entity/state.mutation.js';
import { sourceId } from '../id.js';
import { DataSourceFilter, partsOf, RegisterDataSourceInput, registerDataSourceRules } from './source.input.js';
import type { DataSourceRow } from './source.js';
import { datasetsOfSources, listSources } from './source.repository.js';
import { DataSource, DataSourceConnection } from './source.type.js';

@Resolver(() => DataSource)
export class DataSourceResolver {
  @Query(() => DataSource, { nullable: true })
  dataSource(
    @Arg('namespace', () => String) namespace: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(sourceId(namespace), context, info);
  }

  @Query(() => DataSourceConnection)
  dataSources(
    @Arg('filter', () => DataSourceFilter, { nullable: true }) filter: DataSourceFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<DataSourceRow>> {
    return listSources(database, filter ?? {}, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => DatasetConnection)
  datasets(
    @Root() source: DataSourceRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<DatasetRow>> {
    return loaders.related(datasetsOfSources, source, pageRequest(first, after));
  }

  @Mutation(() => EntityPayload, { description: 'Makes a source known, or says more about one.' })
  registerDataSource(
    @Arg('input', () => RegisterDataSourceInput) input: RegisterDataSourceInput,
    @Ctx() context: Context,
  ): Promise<EntityPayload> {
    const { namespace, type, place, access, name } = registerDataSourceRules.parse(input);
    const attributes: Record<string, Json> = {};
    if (type) attributes.type = type;
    if (place) attributes.place = partsOf(place);
    if (access) attributes.access = partsOf(access);
    if (typeof name === 'string') attributes.name = name === '' ? null : name;
    return state(context, { id: sourceId(namespace), attributes });
  }
}
