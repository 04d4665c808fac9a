import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { BadInput } from '../../errors.js';
import type { Context } from '../../graphql/context.js';
import { Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import { isOfKind } from '../entity/projection.js';
import type { EntityRow } from '../entity/row.js';
import { thingOf, type VersionRow, versionIdOf } from '../entity/version.js';
import type { WorkflowNode as NodeRow, WorkflowDefinition, WorkflowKind as WorkflowKindName } from './definition.js';
import { WorkflowDiff, WorkflowKind, WorkflowNode } from './definition.type.js';
import { type WorkflowDiff as Diff, diffWorkflows } from './diff.js';
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
  definition(@Root() version: VersionRow, @Ctx() context: Context): Promise<WorkflowDefinition> {
    return definitionOf(version, context);
  }

  @FieldResolver(() => [WorkflowNode], { description: 'In the order of their ids; at most 1,000.' })
  async nodes(@Root() version: VersionRow, @Ctx() context: Context): Promise<readonly NodeRow[]> {
    return (await definitionOf(version, context)).nodes;
  }

  @FieldResolver(() => WorkflowDiff, { nullable: true, description: 'What changed since another version; null for the first one.' })
  async diff(
    @Root() version: VersionRow,
    @Arg('from', () => ID, { nullable: true, description: 'A version of a workflow; the one before by default.' }) from: string | null,
    @Ctx() context: Context,
  ): Promise<Diff | null> {
    if (!from && version.number === 1) return null;
    const before = await versionOf(from ?? versionIdOf(thingOf(version.id), version.number - 1), context);
    const [was, is] = await Promise.all([before, version].map((each) => definitionOf(each, context)));
    return diffWorkflows(was!, is!);
  }
}

async function definitionOf({ key }: Pick<VersionRow, 'key'>, { loaders }: Context): Promise<WorkflowDefinition> {
  return definitionIn(await loaders.definition.load(key));
}

async function versionOf(id: string, { loaders }: Context): Promise<EntityRow> {
  const version = isOfKind(id, 'WORKFLOW_VERSION') ? await loaders.entity.load(id) : null;
  if (!version) throw new BadInput(`"${id}" is not the id of a version of a workflow.`, ['from']);
  return version;
}
