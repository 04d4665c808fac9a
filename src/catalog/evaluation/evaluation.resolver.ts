import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { PageArgs, WidePageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { pointedAt } from '../../graphql/pointed-at.js';
import { FromId } from '../../graphql/read-ahead.js';
import { selectedFields } from '../../graphql/selection.js';
import { Entity } from '../entity/entity.type.js';
import { MAX_PAGE, type Page, pageRequest } from '../entity/page.js';
import type { ModelRow } from '../model/model.js';
import { Model } from '../model/model.type.js';
import type { RunRow } from '../run/run.js';
import { Run } from '../run/run.type.js';
import type { TrainedModelRow } from '../trained-model/trained-model.js';
import { TrainedModel } from '../trained-model/trained-model.type.js';
import { MetricSeriesArgs, RecordEvaluationInput } from './evaluation.input.js';
import { type EvaluationRow, trainedModelOf } from './evaluation.js';
import {
  areOfPoint,
  evaluationsOfTrainedModels,
  type MetricPoint,
  metricPoint,
  metricsOfModels,
  metricsOfRuns,
  metricsOfTrainedModels,
  type SeriesRequest,
} from './evaluation.repository.js';
import { Evaluation, EvaluationConnection, EvaluationPayload, Metric, MetricConnection } from './evaluation.type.js';
import { recordEvaluation } from './record.mutation.js';

@Resolver(() => Evaluation)
export class EvaluationResolver {
  @FieldResolver(() => TrainedModel)
  trainedModel(@Root() { id }: EvaluationRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(trainedModelOf(id), context, info);
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'The dataset that it was measured on, or the version of one.' })
  dataset(@Root() { canonicalDataset, dataset }: EvaluationRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(canonicalDataset ?? dataset, context, info, canonicalDataset !== undefined);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that measured.' })
  run(@Root() { run }: EvaluationRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(run, context, info);
  }

  @FieldResolver(() => [Metric], { description: 'At most 1,000.' })
  async metrics(@Root() evaluation: EvaluationRow, @Ctx() { loaders }: Context): Promise<MetricPoint[]> {
    const metrics = await loaders.metrics.load(evaluation.key);
    return metrics.map((metric, index) => metricPoint(metric, evaluation, index));
  }

  @Mutation(() => EvaluationPayload, {
    description: 'Keeps what was measured of a trained model. A value that crosses its threshold, or breaks the trend, opens an incident.',
  })
  async recordEvaluation(
    @Arg('input', () => RecordEvaluationInput) input: RecordEvaluationInput,
    @Ctx() context: Context,
  ): Promise<EvaluationPayload> {
    const { done, opened } = await recordEvaluation(context, input);
    return { position: done.position, receipts: done.receipts, evaluation: done.entity, incidents: opened };
  }
}

@Resolver(() => Metric)
export class MetricResolver {
  @FieldResolver(() => Evaluation)
  evaluation(@Root() { evaluation }: MetricPoint, @Ctx() { loaders }: Context, @Info() info: GraphQLResolveInfo): object {
    return 'key' in evaluation || areOfPoint(selectedFields(info, [])) ? evaluation : loaders.existing(evaluation.id);
  }
}

@Resolver(() => TrainedModel)
export class TrainedModelEvaluationsResolver {
  @FromId()
  @FieldResolver(() => EvaluationConnection, { description: 'Newest first.' })
  evaluations(
    @Root() trainedModel: TrainedModelRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<EvaluationRow>> {
    return loaders.related(evaluationsOfTrainedModels, trainedModel, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => MetricConnection, { description: 'Its values by a criterion, newest first.' })
  metrics(
    @Root() trainedModel: TrainedModelRow,
    @Args(() => MetricSeriesArgs) args: MetricSeriesArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<MetricPoint>> {
    return loaders.related(metricsOfTrainedModels, trainedModel, seriesRequest(args));
  }
}

@Resolver(() => Model)
export class ModelEvaluationsResolver {
  @FromId()
  @FieldResolver(() => MetricConnection, {
    description: 'Values of all its trained models by a criterion, newest first: how well it does over time.',
  })
  metrics(
    @Root() model: ModelRow,
    @Args(() => MetricSeriesArgs) args: MetricSeriesArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<MetricPoint>> {
    return loaders.related(metricsOfModels, model, seriesRequest(args));
  }
}

@Resolver(() => Run)
export class RunMetricsResolver {
  @FromId()
  @FieldResolver(() => MetricConnection, { description: 'What it measured of trained models, newest first.' })
  metrics(
    @Root() run: RunRow,
    @Args(() => WidePageArgs) { first, after }: WidePageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<MetricPoint>> {
    return loaders.related(metricsOfRuns, run, { ...pageRequest(first, after, MAX_PAGE), ...ANY });
  }
}

const ANY = { criterion: null, slice: null, dataset: null, since: null, until: null } as const;

function seriesRequest({ after, criterion, dataset, first, since, slice, until }: MetricSeriesArgs): SeriesRequest {
  return {
    ...pageRequest(first, after),
    criterion,
    dataset: dataset ?? null,
    since: since ?? null,
    slice: slice ?? null,
    until: until ?? null,
  };
}
