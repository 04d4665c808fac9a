import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { pointedAt } from '../../graphql/pointed-at.js';
import { FromId } from '../../graphql/read-ahead.js';
import { type Page, pageRequest } from '../entity/page.js';
import { Evaluation } from '../evaluation/evaluation.type.js';
import type { ModelRow } from '../model/model.js';
import { Model } from '../model/model.type.js';
import type { TrainedModelRow } from '../trained-model/trained-model.js';
import { TrainedModel } from '../trained-model/trained-model.type.js';
import { IncidentFilter, UpdateIncidentInput } from './incident.input.js';
import type { IncidentRow } from './incident.js';
import { incidentsOfModels, incidentsOfTrainedModels, listIncidents } from './incident.repository.js';
import { Incident, IncidentConnection, IncidentPayload } from './incident.type.js';
import { updateIncident } from './update.mutation.js';

@Resolver(() => Incident)
export class IncidentResolver {
  @Query(() => IncidentConnection)
  incidents(
    @Arg('filter', () => IncidentFilter, { nullable: true }) filter: IncidentFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<IncidentRow>> {
    return listIncidents(database, filter ?? {}, pageRequest(first, after));
  }

  @FieldResolver(() => TrainedModel, { nullable: true })
  about(@Root() { about }: IncidentRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(about, context, info);
  }

  @FieldResolver(() => Evaluation, { nullable: true, description: 'The evaluation that showed it.' })
  evaluation(@Root() { evaluation }: IncidentRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(evaluation, context, info);
  }

  @Mutation(() => IncidentPayload, { description: 'Acknowledges an incident, resolves it, opens it again, or adds a note.' })
  async updateIncident(
    @Arg('input', () => UpdateIncidentInput) input: UpdateIncidentInput,
    @Ctx() context: Context,
  ): Promise<IncidentPayload> {
    const { position, receipts, entity } = await updateIncident(context, input);
    return { position, receipts, incident: entity };
  }
}

@Resolver(() => TrainedModel)
export class TrainedModelIncidentsResolver {
  @FromId()
  @FieldResolver(() => IncidentConnection, { description: 'Newest first.' })
  incidents(
    @Root() trainedModel: TrainedModelRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<IncidentRow>> {
    return loaders.related(incidentsOfTrainedModels, trainedModel, pageRequest(first, after));
  }
}

@Resolver(() => Model)
export class ModelIncidentsResolver {
  @FromId()
  @FieldResolver(() => IncidentConnection, { description: 'Of all its trained models, newest first.' })
  incidents(
    @Root() model: ModelRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<IncidentRow>> {
    return loaders.related(incidentsOfModels, model, pageRequest(first, after));
  }
}
