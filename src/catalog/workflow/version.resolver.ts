import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import { Problem } from '../../graphql/payload.js';
import { Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import type { EntityRow } from '../entity/row.js';
import { seenDefinition } from '../entity/seen-definition.query.js';
import { thingOf, type VersionRow } from '../entity/version.js';
import type { WorkflowNode as NodeRow, WorkflowDefinition, WorkflowKind as WorkflowKindName } from './definition.js';
import { WorkflowKind, WorkflowNode } from './definition.type.js';
import { missingIn } from './missing.query.js';
import { PlaceArgs, placeRules } from './place.input.js';
import { resolvedIn } from './resolved.query.js';
import { ResolvedWorkflowNode } from './resolved-node.type.js';
import { definitionIn, kindIn } from './version.js';
import { WorkflowVersion } from './version.type.js';
import { Workflow } from './workflow.type.js';

@Resolver(() => WorkflowVersion)
export class WorkflowVersionResolver {
  @FieldResolver(() => Workflow)
  workflow(@Root() version: VersionRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(thingOf(version.id));
  }

  @FieldResolver(() => WorkflowKind, { nullable: true, description: 'Null: a draft of which it can’t be said yet.' })
  async workflowKind(@Root() version: VersionRow, @Ctx() { loaders }: Context): Promise<WorkflowKindName | null> {
    return kindIn((await loaders.definition.load(version.key)) as JsonValue);
  }

  @FieldResolver(() => Json, { description: 'As it can be published again: nodes in the order of their ids.' })
  async definition(@Root() version: VersionRow, @Ctx() context: Context): Promise<WorkflowDefinition> {
    return seenDefinition(version.id, await definitionOf(version, context), context.sight);
  }

  @FieldResolver(() => [WorkflowNode], { description: 'In the order of their ids; at most 1,000.' })
  async nodes(@Root() version: VersionRow, @Ctx() context: Context): Promise<readonly NodeRow[]> {
    return (await definitionOf(version, context)).nodes;
  }

  @FieldResolver(() => [ResolvedWorkflowNode], {
    description: 'What its sources and sinks stand for in an environment: a dataset is the same in all, a feature table has one in each.',
  })
  async resolved(
    @Root() version: VersionRow,
    @Args(() => PlaceArgs) place: PlaceArgs,
    @Ctx() context: Context,
  ): Promise<ResolvedWorkflowNode[]> {
    const { nodes } = await definitionOf(version, context);
    return resolvedIn(placeRules.parse(place), nodes, context);
  }

  @FieldResolver(() => [Problem], { description: 'Of a draft: what it still lacks.' })
  async missing(@Root() version: VersionRow, @Ctx() context: Context): Promise<Problem[]> {
    if (!version.draft) return [];
    return (await missingIn(await definitionOf(version, context), context.loaders)) as Problem[];
  }
}

async function definitionOf({ key }: Pick<VersionRow, 'key'>, { loaders }: Context): Promise<WorkflowDefinition> {
  return definitionIn(await loaders.definition.load(key));
}
