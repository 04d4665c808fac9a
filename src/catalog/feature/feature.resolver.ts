import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { pointedAt } from '../../graphql/pointed-at.js';
import { Column } from '../column/column.type.js';
import { Entity } from '../entity/entity.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import { FeatureTable } from '../feature-table/feature-table.type.js';
import { tableOf } from '../id.js';
import { FeatureFilter, filterOf } from './feature.input.js';
import type { FeatureRow } from './feature.js';
import { Feature, FeatureConnection } from './feature.type.js';
import { listFeatures } from './feature-list.repository.js';

@Resolver(() => Feature)
export class FeatureResolver {
  @Query(() => FeatureConnection)
  features(
    @Arg('filter', () => FeatureFilter, { nullable: true }) filter: FeatureFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<FeatureRow>> {
    return listFeatures(database, filterOf(filter ?? {}, Date.now()), pageRequest(first, after));
  }

  @FieldResolver(() => FeatureTable)
  async table(@Root() feature: FeatureRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object> {
    return (await pointedAt(tableOf(feature.id), context, info))!;
  }

  @FieldResolver(() => [Column], { description: 'The columns that carry it, one in each materialisation of its table.' })
  async columns(@Root() feature: FeatureRow, @Ctx() { loaders }: Context): Promise<EntityRow[]> {
    const columns = await Promise.all((feature.columns ?? []).map((id) => loaders.entity.load(id)));
    return columns.filter((column) => column !== null);
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'The version of a segment that computes it.' })
  computedBy(@Root() feature: FeatureRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(feature.computedBy, context, info);
  }
}
