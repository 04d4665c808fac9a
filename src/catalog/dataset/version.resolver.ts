import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import type { EntityRow } from '../entity/row.js';
import { Dataset } from './dataset.type.js';
import { type DatasetVersionRow, datasetOfVersion } from './version.js';
import { DatasetVersion } from './version.type.js';

@Resolver(() => DatasetVersion)
export class DatasetVersionResolver {
  @FieldResolver(() => Dataset)
  dataset(@Root() version: DatasetVersionRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(datasetOfVersion(version.id));
  }
}
