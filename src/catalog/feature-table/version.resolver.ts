import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import type { EntityRow } from '../entity/row.js';
import { thingOf, type VersionRow } from '../entity/version.js';
import { versionsResolver } from '../entity/version.resolver.js';
import { FeatureTable } from './feature-table.type.js';
import { FeatureTableVersion, FeatureTableVersionConnection } from './version.type.js';

export const FeatureTableVersionsResolver = versionsResolver(
  () => FeatureTable,
  () => FeatureTableVersion,
  () => FeatureTableVersionConnection,
);

@Resolver(() => FeatureTableVersion)
export class FeatureTableVersionResolver {
  @FieldResolver(() => FeatureTable)
  featureTable(@Root() version: VersionRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(thingOf(version.id));
  }
}
