import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { pointedAt } from '../../graphql/pointed-at.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import type { DatasetRow } from '../dataset/dataset.js';
import { Dataset, DatasetConnection } from '../dataset/dataset.type.js';
import { Entity } from '../entity/entity.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import type { FeatureRow } from '../feature/feature.js';
import { featuresOfTables } from '../feature/feature.repository.js';
import { FeatureConnection } from '../feature/feature.type.js';
import { DEFAULT_NAMESPACE } from '../id.js';
import type { JobRow } from '../job/job.js';
import { JobConnection } from '../job/job.type.js';
import type { Store, TypedColumn } from './definition.js';
import { FeatureTableFilter, RegisterFeatureTableInput } from './feature-table.input.js';
import { type FeatureTableRow, featureTableId, materialisationsOf, type ResolvedMaterialisation } from './feature-table.js';
import { inputsOfFeatureTables, jobsOfFeatureTables, listFeatureTables } from './feature-table.repository.js';
import {
  FeatureStore,
  FeatureTable,
  FeatureTableBindings,
  FeatureTableColumn,
  FeatureTableConnection,
  FeatureTablePayload,
  Materialisation,
} from './feature-table.type.js';
import type { EnvironmentBindings } from './location.js';
import { registerFeatureTable } from './register.mutation.js';

@Resolver(() => FeatureTable)
export class FeatureTableResolver {
  @Query(() => FeatureTable, { nullable: true })
  featureTable(
    @Arg('namespace', () => String, { defaultValue: DEFAULT_NAMESPACE, nullable: true }) namespace: string | null,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(featureTableId(namespace ?? DEFAULT_NAMESPACE, name), context, info);
  }

  @Query(() => FeatureTableConnection)
  featureTables(
    @Arg('filter', () => FeatureTableFilter, { nullable: true }) filter: FeatureTableFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<FeatureTableRow>> {
    return listFeatureTables(database, filter ?? {}, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => FeatureConnection, { description: 'In the order of names.' })
  features(
    @Root() table: FeatureTableRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<FeatureRow>> {
    return loaders.related(featuresOfTables, table, pageRequest(first, after));
  }

  @FieldResolver(() => [FeatureTableColumn], { description: 'What a row is about.' })
  keys(@Root() table: FeatureTableRow): readonly TypedColumn[] {
    return table.keys ?? [];
  }

  @FieldResolver(() => Boolean, { description: 'It is older than its expectedFreshness allows; false where none is expected.' })
  stale(@Root() table: FeatureTableRow, @Ctx() { loaders }: Context): Promise<boolean> {
    return loaders.stale.load(table.key);
  }

  @FieldResolver(() => [FeatureTableBindings])
  bindings(@Root() table: FeatureTableRow): readonly EnvironmentBindings[] {
    return table.bindings ?? [];
  }

  @FieldResolver(() => [Materialisation], { description: 'The datasets that hold it.' })
  materialisations(@Root() table: FeatureTableRow): ResolvedMaterialisation[] {
    return materialisationsOf(table);
  }

  @FieldResolver(() => Materialisation, { nullable: true })
  materialisation(
    @Root() table: FeatureTableRow,
    @Arg('environment', () => String) environment: string,
    @Arg('store', () => FeatureStore, { defaultValue: 'OFFLINE' }) store: Store,
  ): ResolvedMaterialisation | null {
    return materialisationsOf(table).find((each) => each.environment === environment && each.store === store) ?? null;
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'The pipeline, workflow, version of either, or job that computes it.' })
  computedBy(@Root() table: FeatureTableRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(table.computedBy, context, info);
  }

  @FromId()
  @FieldResolver(() => JobConnection, { description: 'Jobs that compute it or write a materialisation, now or earlier.' })
  jobs(
    @Root() table: FeatureTableRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<JobRow>> {
    return loaders.related(jobsOfFeatureTables, table, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => DatasetConnection, {
    description:
      'What it is computed from: read now by the job or workflow in computedBy; where it names neither, by the jobs that write it.',
  })
  inputs(
    @Root() table: FeatureTableRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<DatasetRow>> {
    return loaders.related(inputsOfFeatureTables, table, pageRequest(first, after));
  }

  @Mutation(() => FeatureTablePayload, { description: 'Makes a feature table known, or changes its definition.' })
  async registerFeatureTable(
    @Arg('input', () => RegisterFeatureTableInput) input: RegisterFeatureTableInput,
    @Ctx() context: Context,
  ): Promise<FeatureTablePayload> {
    const { position, receipts, entity } = await registerFeatureTable(context, input);
    return { position, receipts, featureTable: entity };
  }
}

@Resolver(() => Materialisation)
export class MaterialisationResolver {
  @FieldResolver(() => Dataset, { nullable: true })
  dataset(@Root() { datasetId }: ResolvedMaterialisation, @Ctx() { loaders }: Context): Promise<EntityRow | null> {
    return loaders.entity.load(datasetId);
  }
}
