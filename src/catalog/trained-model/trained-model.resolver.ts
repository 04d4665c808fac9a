import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { pointedAt } from '../../graphql/pointed-at.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import type { Problem } from '../../write/fact.js';
import type { DatasetRow } from '../dataset/dataset.js';
import { Dataset } from '../dataset/dataset.type.js';
import { type Done, refused } from '../entity/command.mutation.js';
import { findEntities } from '../entity/entity.repository.js';
import { Entity } from '../entity/entity.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import { isOfKind } from '../entity/projection.js';
import type { EntityRow } from '../entity/row.js';
import { stateOfKnown } from '../entity/state.mutation.js';
import { unknownEntity } from '../entity/unknown-entity.js';
import { DEFAULT_NAMESPACE } from '../id.js';
import { aliasAttribute, type ModelRow, modelId } from '../model/model.js';
import { Model, ModelPayload } from '../model/model.type.js';
import { Run } from '../run/run.type.js';
import type { Score as ScoreRow } from './definition.js';
import { findModel, isModel, recordTrainedModel } from './record.mutation.js';
import { trainedModelsSeenBy } from './seen-by-metric.query.js';
import {
  RecordTrainedModelInput,
  SetModelAliasInput,
  SetModelStageInput,
  setModelAliasRules,
  TrainedModelFilter,
} from './trained-model.input.js';
import { type ModelAlias as ModelAliasRow, modelOf, type TrainedModelRow, trainedModelId } from './trained-model.js';
import { findAliasesOfModels, trainedModelsOfDatasets, trainedModelsOfModels } from './trained-model.repository.js';
import { Score, TrainedModel, TrainedModelConnection, TrainedModelPayload } from './trained-model.type.js';

@ObjectType({ simpleResolvers: true, description: 'A name that one trained model of a model goes by.' })
export class ModelAlias implements ModelAliasRow {
  @Field(() => String) alias!: string;
  @Field(() => TrainedModel) trainedModel!: TrainedModelRow;
}

@Resolver(() => TrainedModel)
export class TrainedModelResolver {
  @Query(() => TrainedModel, { nullable: true })
  trainedModel(
    @Arg('namespace', () => String, { defaultValue: DEFAULT_NAMESPACE, nullable: true }) namespace: string | null,
    @Arg('model', () => String, { description: 'The name of its model.' }) model: string,
    @Arg('number', () => Int) number: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(trainedModelId(modelId(namespace ?? DEFAULT_NAMESPACE, model), number), context, info);
  }

  @Query(() => TrainedModelConnection)
  trainedModels(
    @Arg('filter', () => TrainedModelFilter, { nullable: true }) filter: TrainedModelFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<TrainedModelRow>> {
    return trainedModelsSeenBy(filter ?? {}, pageRequest(first, after), context);
  }

  @FieldResolver(() => Model)
  model(@Root() { id }: TrainedModelRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(modelOf(id), context, info);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that trained it.' })
  run(@Root() { run }: TrainedModelRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(run, context, info);
  }

  @FieldResolver(() => [Entity], { description: 'The datasets, or exact versions of them, that it was trained on.' })
  async trainedOn(@Root() { trainedOn }: TrainedModelRow, @Ctx() { loaders }: Context): Promise<EntityRow[]> {
    return Promise.all((trainedOn ?? []).map((id) => loaders.existing(id)));
  }

  @FieldResolver(() => [Score], { description: 'As training itself measured.' })
  trainingMetrics(@Root() { metrics }: TrainedModelRow): readonly ScoreRow[] {
    return metrics ?? [];
  }

  @FromId()
  @FieldResolver(() => [Score], { description: 'The last value by each criterion; before any evaluation, that of training.' })
  scores(@Root() { id }: TrainedModelRow, @Ctx() { loaders }: Context): Promise<ScoreRow[]> {
    return loaders.scores.load(id);
  }

  @FromId()
  @FieldResolver(() => [String], {
    description: 'The names that it goes by: champion, challenger. (`aliases` are other ids of the same thing.)',
  })
  modelAliases(@Root() { id }: TrainedModelRow, @Ctx() { loaders }: Context): Promise<string[]> {
    return loaders.modelAliases.load(id);
  }

  @Mutation(() => TrainedModelPayload, { description: 'Keeps one training of a model.' })
  async recordTrainedModel(
    @Arg('input', () => RecordTrainedModelInput) input: RecordTrainedModelInput,
    @Ctx() context: Context,
  ): Promise<TrainedModelPayload> {
    return payloadOf(await recordTrainedModel(context, input));
  }

  @Mutation(() => TrainedModelPayload, { description: 'Says how far a trained model has come.' })
  async setModelStage(
    @Arg('input', () => SetModelStageInput) { id, stage }: SetModelStageInput,
    @Ctx() context: Context,
  ): Promise<TrainedModelPayload> {
    const done = isOfKind(id, 'TRAINED_MODEL')
      ? await stateOfKnown(context, { id, attributes: { stage } })
      : await refused(context, [WRONG_KIND(id)]);
    return payloadOf(done as Done<TrainedModelRow>);
  }
}

const payloadOf = ({ position, receipts, entity }: Done<TrainedModelRow>): TrainedModelPayload => ({
  position,
  receipts,
  trainedModel: entity,
});

const WRONG_KIND = (id: string): Problem => ({
  rule: 'trained-model-id',
  path: ['input', 'id'],
  message: `"${id.slice(0, 200)}" is not the id of a trained model.`,
  remedy: 'Send an id such as "trained-model:default/churn/3".',
});

@Resolver(() => Model)
export class ModelTrainingsResolver {
  @FromId()
  @FieldResolver(() => TrainedModelConnection, { description: 'Newest first.' })
  trainedModels(
    @Root() model: ModelRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<TrainedModelRow>> {
    return loaders.related(trainedModelsOfModels, model, pageRequest(first, after));
  }

  @FromId()
  @FieldResolver(() => [ModelAlias], { description: 'Names that its trained models go by; at most 100.' })
  modelAliases(@Root() { id }: ModelRow, @Ctx() { loaders }: Context): Promise<ModelAliasRow[]> {
    return loaders.aliasesOfModel.load(id);
  }

  @Mutation(() => ModelPayload, { description: 'Has a trained model go by a name, instead of another.' })
  async setModelAlias(@Arg('input', () => SetModelAliasInput) input: SetModelAliasInput, @Ctx() context: Context): Promise<ModelPayload> {
    setModelAliasRules.parse(input);
    const model = await findModel(context, input.model);
    const { position, receipts, entity } = isModel(model) ? await setAlias(context, model, input) : await refused(context, [model]);
    return { position, receipts, model: entity as ModelRow | null };
  }
}

const MAX_ALIASES = 100;

async function setAlias(context: Context, model: ModelRow, { alias, number }: SetModelAliasInput): Promise<Done> {
  const named = typeof number === 'number' ? trainedModelId(model.id, number) : false;
  const [known] = named ? await findEntities(context.database, [named]) : [];
  if (named && (!known?.described || known.removedAt)) return refused(context, [{ ...unknownEntity(named), path: ['input', 'number'] }]);
  return stateOfKnown(context, { id: model.id, attributes: { [aliasAttribute(alias)]: named } }, async ({ id }) => {
    const [aliases = []] = await findAliasesOfModels(context.database, [id]);
    if (!named || aliases.length < MAX_ALIASES || aliases.some((each) => each.alias === alias)) return undefined;
    return {
      rule: `at-most-${MAX_ALIASES}-aliases`,
      path: ['input', 'alias'],
      message: `${aliases.length} names are in use already.`,
      remedy: 'Take one of them away first: send it without a number.',
    };
  });
}

@Resolver(() => Dataset)
export class DatasetTrainingsResolver {
  @FromId()
  @FieldResolver(() => TrainedModelConnection, { description: 'What was trained on it, in the order of ids.' })
  trains(
    @Root() dataset: DatasetRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<TrainedModelRow>> {
    return loaders.related(trainedModelsOfDatasets, dataset, pageRequest(first, after));
  }
}
