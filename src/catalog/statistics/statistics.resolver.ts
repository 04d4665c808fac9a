import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { seenAmong } from '../../access/seen.js';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { FromId } from '../../graphql/read-ahead.js';
import type { DatasetRow } from '../dataset/dataset.js';
import { Dataset } from '../dataset/dataset.type.js';
import { checkFirst, type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import type { ResolvedMaterialisation } from '../feature-table/feature-table.js';
import { Materialisation } from '../feature-table/feature-table.type.js';
import { columnId } from '../id.js';
import { compare } from './comparison.js';
import { recordStatistics } from './record.mutation.js';
import { RecordStatisticsInput, StatisticsDiffArgs } from './statistics.input.js';
import { datasetOfStatistics, type FieldStatistics as FieldRow, type StatisticsRow } from './statistics.js';
import { statisticsOfDatasets } from './statistics.repository.js';
import { FieldStatistics, Statistics, StatisticsConnection, StatisticsDiff, StatisticsPayload } from './statistics.type.js';

@Resolver(() => Statistics)
export class StatisticsResolver {
  @FieldResolver(() => Dataset)
  dataset(@Root() statistics: StatisticsRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(datasetOfStatistics(statistics.id));
  }

  @FieldResolver(() => [FieldStatistics])
  fields(@Root() statistics: StatisticsRow, @Ctx() context: Context): Promise<readonly FieldRow[]> {
    return fieldsSeen(context, statistics);
  }

  @Mutation(() => StatisticsPayload, { description: 'Says what a feature table or a dataset held at a moment.' })
  async recordStatistics(
    @Arg('input', () => RecordStatisticsInput) input: RecordStatisticsInput,
    @Ctx() context: Context,
  ): Promise<StatisticsPayload> {
    const { position, receipts, entity } = await recordStatistics(context, input);
    return { position, receipts, statistics: entity };
  }
}

@Resolver(() => Dataset)
export class DatasetStatisticsResolver {
  @FromId()
  @FieldResolver(() => StatisticsConnection, { description: 'Newest first.' })
  statistics(
    @Root() dataset: DatasetRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<StatisticsRow>> {
    return loaders.related(statisticsOfDatasets, dataset, pageRequest(first, after));
  }

  @FieldResolver(() => StatisticsDiff, { nullable: true, description: 'Null where nothing had been recorded at one of the moments.' })
  statisticsDiff(
    @Root() dataset: DatasetRow,
    @Args(() => StatisticsDiffArgs) args: StatisticsDiffArgs,
    @Ctx() context: Context,
  ): Promise<StatisticsDiff | null> {
    return diff(context, dataset, args);
  }
}

@Resolver(() => Materialisation)
export class MaterialisationStatisticsResolver {
  @FieldResolver(() => StatisticsConnection, { description: 'Newest first.' })
  async statistics(
    @Root() { datasetId }: ResolvedMaterialisation,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<StatisticsRow>> {
    return loaders.related(statisticsOfDatasets, await loaders.existing(datasetId), pageRequest(first, after));
  }

  @FieldResolver(() => StatisticsDiff, { nullable: true, description: 'Null where nothing had been recorded at one of the moments.' })
  async statisticsDiff(
    @Root() { datasetId }: ResolvedMaterialisation,
    @Args(() => StatisticsDiffArgs) args: StatisticsDiffArgs,
    @Ctx() context: Context,
  ): Promise<StatisticsDiff | null> {
    return diff(context, await context.loaders.existing(datasetId), args);
  }
}

const MAX_CHANGES = 1000;

/** Without those of columns that are hidden. */
async function fieldsSeen({ loaders, sight }: Context, { id, key }: StatisticsRow): Promise<readonly FieldRow[]> {
  const dataset = datasetOfStatistics(id);
  return seenAmong(sight, await loaders.fieldStatistics.load(key), ({ column }) => columnId(dataset, column));
}

async function diff(context: Context, dataset: EntityRow, args: StatisticsDiffArgs): Promise<StatisticsDiff | null> {
  const first = args.first ?? 100;
  checkFirst(first, MAX_CHANGES);
  const [from, to] = await Promise.all([args.from, args.to].map((at) => context.loaders.statisticsAt.load({ key: dataset.key, at })));
  if (!from || !to) return null;
  const [before, after] = await Promise.all([from, to].map((each) => fieldsSeen(context, each)));
  const { changes, ...rest } = compare({ rowCount: from.rowCount, fields: before! }, { rowCount: to.rowCount, fields: after! });
  return { from, to, changes: changes.slice(0, first), changeCount: changes.length, ...rest };
}
