import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { seenAmong } from '../../access/seen.js';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { pointedAt } from '../../graphql/pointed-at.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import { Entity } from '../entity/entity.type.js';
import { MAX_PAGE, type Page, pageRequest } from '../entity/page.js';
import type { FeatureRow } from '../feature/feature.js';
import { Feature, FeatureConnection } from '../feature/feature.type.js';
import { DEFAULT_NAMESPACE } from '../id.js';
import type { JobRow } from '../job/job.js';
import { JobConnection } from '../job/job.type.js';
import type { ParamDefinition } from '../segment/definition.js';
import { modelsSeenBy } from '../trained-model/seen-by-metric.query.js';
import { type Criterion as CriterionRow, type Label, type Purpose, USUAL_TREND } from './definition.js';
import { ModelFilter, RegisterModelInput } from './model.input.js';
import { type ModelRow, modelId } from './model.js';
import { featuresOfModels, jobsOfModels, modelsOfFeatures } from './model.repository.js';
import { Criterion, Hyperparameter, Model, ModelConnection, ModelLabel, ModelPayload, ModelPurpose } from './model.type.js';
import { modelCard } from './model-card.js';
import { registerModel } from './register.mutation.js';

@Resolver(() => Model)
export class ModelResolver {
  @Query(() => Model, { nullable: true })
  model(
    @Arg('namespace', () => String, { defaultValue: DEFAULT_NAMESPACE, nullable: true }) namespace: string | null,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(modelId(namespace ?? DEFAULT_NAMESPACE, name), context, info);
  }

  @Query(() => ModelConnection)
  models(
    @Arg('filter', () => ModelFilter, { nullable: true }) filter: ModelFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<ModelRow>> {
    return modelsSeenBy(filter ?? {}, pageRequest(first, after), context);
  }

  @FieldResolver(() => [Criterion], { description: 'By what it is judged.' })
  criteria(@Root() model: ModelRow): readonly CriterionRow[] {
    return (model.criteria ?? []).map((criterion) => ({ ...criterion, trend: criterion.trend ?? USUAL_TREND }));
  }

  @FieldResolver(() => [Hyperparameter])
  hyperparameters(@Root() model: ModelRow): readonly ParamDefinition[] {
    return model.hyperparameters ?? [];
  }

  @FromId()
  @FieldResolver(() => FeatureConnection, { description: 'The features that it uses, in the order of ids.' })
  features(
    @Root() model: ModelRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<FeatureRow>> {
    return loaders.related(featuresOfModels, model, pageRequest(first, after));
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'What trains it: the version of a segment, pipeline or workflow.' })
  train(@Root() model: ModelRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(model.train, context, info);
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'Likewise, what predicts with it.' })
  predict(@Root() model: ModelRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(model.predict, context, info);
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'Likewise, what evaluates it.' })
  evaluate(@Root() model: ModelRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(model.evaluate, context, info);
  }

  @FromId()
  @FieldResolver(() => JobConnection, { description: 'Jobs that have trained it, predicted with it or evaluated it, in the order of ids.' })
  async jobs(
    @Root() model: ModelRow,
    @Arg('purpose', () => ModelPurpose, { nullable: true }) purpose: Purpose | null,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<JobRow>> {
    return (await loaders.related(jobsOfModels, model, pageRequest(first, after)))[purpose ?? 'ANY'];
  }

  @FieldResolver(() => String, { description: 'A model card, as Markdown: what people have to know before they use it.' })
  async card(@Root() model: ModelRow, @Ctx() { loaders, sight }: Context): Promise<string> {
    const [features, attached, aliases] = await Promise.all([
      loaders.related(featuresOfModels, model, { first: MAX_PAGE, after: null }),
      loaders.attached.load(model),
      loaders.aliasesOfModel.load(model.id),
    ]);
    const [seenFeatures, named, owners] = await Promise.all([
      seenAmong(sight, features.nodes, ({ id }) => id),
      seenAmong(sight, aliases, ({ trainedModel }) => trainedModel.id),
      seenAmong(sight, attached.owners, ({ owner }) => owner.id),
    ]);
    const scored = await Promise.all(named.map(async (each) => ({ ...each, scores: await loaders.scores.load(each.trainedModel.id) })));
    return modelCard(model, { features: seenFeatures, moreFeatures: features.pageInfo.hasNextPage, named: scored, owners });
  }

  @Mutation(() => ModelPayload, { description: 'Makes a model known, or changes its definition.' })
  async registerModel(@Arg('input', () => RegisterModelInput) input: RegisterModelInput, @Ctx() context: Context): Promise<ModelPayload> {
    const { position, receipts, entity } = await registerModel(context, input);
    return { position, receipts, model: entity };
  }
}

@Resolver(() => ModelLabel)
export class ModelLabelResolver {
  @FieldResolver(() => Entity, { nullable: true, description: 'The column or feature that holds it.' })
  column(@Root() label: Label, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(label.column, context, info);
  }
}

@Resolver(() => Feature)
export class FeatureModelsResolver {
  @FromId()
  @FieldResolver(() => ModelConnection, { description: 'Models that use it, in the order of ids.' })
  models(
    @Root() feature: FeatureRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<ModelRow>> {
    return loaders.related(modelsOfFeatures, feature, pageRequest(first, after));
  }
}
