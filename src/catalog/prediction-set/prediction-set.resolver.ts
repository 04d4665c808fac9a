import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { pointedAt } from '../../graphql/pointed-at.js';
import { FromId } from '../../graphql/read-ahead.js';
import { Entity } from '../entity/entity.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import type { ModelRow } from '../model/model.js';
import { Model } from '../model/model.type.js';
import { Run } from '../run/run.type.js';
import type { TrainedModelRow } from '../trained-model/trained-model.js';
import { TrainedModel } from '../trained-model/trained-model.type.js';
import { RecordPredictionSetInput } from './prediction-set.input.js';
import type { PredictionSetRow } from './prediction-set.js';
import { predictionSetsOfModels, predictionSetsOfTrainedModels } from './prediction-set.repository.js';
import { PredictionSet, PredictionSetConnection, PredictionSetPayload } from './prediction-set.type.js';
import { recordPredictionSet } from './record.mutation.js';

@Resolver(() => PredictionSet)
export class PredictionSetResolver {
  @FieldResolver(() => TrainedModel, { nullable: true })
  trainedModel(@Root() { trainedModel }: PredictionSetRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(trainedModel, context, info);
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'The dataset that holds it, or the version of one.' })
  dataset(@Root() { dataset }: PredictionSetRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(dataset, context, info);
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'The dataset that was scored, or the version of one.' })
  input(@Root() { input }: PredictionSetRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(input, context, info);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that made it.' })
  run(@Root() { run }: PredictionSetRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(run, context, info);
  }

  @Mutation(() => PredictionSetPayload, { description: 'Says what a trained model predicted, and where it lies.' })
  async recordPredictionSet(
    @Arg('input', () => RecordPredictionSetInput) input: RecordPredictionSetInput,
    @Ctx() context: Context,
  ): Promise<PredictionSetPayload> {
    const { position, receipts, entity } = await recordPredictionSet(context, input);
    return { position, receipts, predictionSet: entity };
  }
}

@Resolver(() => TrainedModel)
export class TrainedModelPredictionsResolver {
  @FromId()
  @FieldResolver(() => PredictionSetConnection, { description: 'What it predicted, newest first.' })
  predictionSets(
    @Root() trainedModel: TrainedModelRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<PredictionSetRow>> {
    return loaders.related(predictionSetsOfTrainedModels, trainedModel, pageRequest(first, after));
  }
}

@Resolver(() => Model)
export class ModelPredictionsResolver {
  @FromId()
  @FieldResolver(() => PredictionSetConnection, { description: 'What its trained models predicted, newest first.' })
  predictionSets(
    @Root() model: ModelRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<PredictionSetRow>> {
    return loaders.related(predictionSetsOfModels, model, pageRequest(first, after));
  }
}
