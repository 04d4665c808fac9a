import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { pointedAt } from '../../graphql/pointed-at.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import { DateTime } from '../../graphql/scalars.js';
import type { Done } from '../entity/command.mutation.js';
import { Entity } from '../entity/entity.type.js';
import { type Page, pageRequest } from '../entity/page.js';
import { EntityPayload } from '../entity/payload.type.js';
import type { EntityRow } from '../entity/row.js';
import { environmentId } from '../environment/environment.js';
import { Environment } from '../environment/environment.type.js';
import { FeatureTable } from '../feature-table/feature-table.type.js';
import { Model } from '../model/model.type.js';
import { Pipeline } from '../pipeline/pipeline.type.js';
import { PipelineVersion } from '../pipeline/version.type.js';
import type { Time } from '../time.js';
import { TrainedModel } from '../trained-model/trained-model.type.js';
import { WorkflowVersion } from '../workflow/version.type.js';
import { Workflow } from '../workflow/workflow.type.js';
import { type Approval, approvalsIn } from './approval.js';
import { approveDeployment } from './approve.mutation.js';
import { deploy } from './deploy.mutation.js';
import {
  ApproveDeploymentInput,
  DeployInput,
  DeploymentFilter,
  PromoteInput,
  ReportDeploymentStatusInput,
  RetireInput,
  RollBackInput,
} from './deployment.input.js';
import { type DeploymentRow, deploymentId } from './deployment.js';
import { deploymentsOfServed, listDeployments, releasesOfDeployments } from './deployment.repository.js';
import {
  Deployment,
  DeploymentApproval,
  DeploymentConnection,
  DeploymentPayload,
  Release,
  ReleaseConnection,
  Serving,
} from './deployment.type.js';
import { promote } from './promote.mutation.js';
import { deploymentOf, type ReleaseRow, type Served } from './release.js';
import { retire } from './retire.mutation.js';
import { rollBack } from './roll-back.mutation.js';
import { reportDeploymentStatus } from './status.mutation.js';

@Resolver(() => Deployment)
export class DeploymentResolver {
  @Query(() => Deployment, { nullable: true })
  deployment(
    @Arg('environment', () => String) environment: string,
    @Arg('name', () => String) name: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return entityWithFields(deploymentId(environment, name), context, info);
  }

  @Query(() => DeploymentConnection)
  deployments(
    @Arg('filter', () => DeploymentFilter, { nullable: true }) filter: DeploymentFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<DeploymentRow>> {
    return listDeployments(database, filter ?? {}, pageRequest(first, after));
  }

  @FieldResolver(() => Environment)
  environment(@Root() { namespace }: DeploymentRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(environmentId(namespace));
  }

  @FieldResolver(() => [Serving], { description: 'What it serves now; nothing: it was retired.' })
  serving(@Root() { serving }: DeploymentRow): readonly Served[] {
    return serving;
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'What takes most of the traffic.' })
  target(@Root() { serving }: DeploymentRow, @Ctx() { loaders }: Context): Promise<EntityRow> | null {
    const [most] = serving.toSorted((a, b) => b.trafficShare - a.trafficShare);
    return most ? loaders.existing(most.what) : null;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When the release that counts was made.' })
  since(@Root() { at }: DeploymentRow): Time | null {
    return at;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'That are running, as was last said; else as it was deployed.' })
  replicas(@Root() { replicas, runningReplicas }: DeploymentRow): number | null {
    return runningReplicas ?? replicas;
  }

  @FromId()
  @FieldResolver(() => ReleaseConnection, { description: 'All that it ever served, newest first.' })
  history(
    @Root() deployment: DeploymentRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<ReleaseRow>> {
    return loaders.related(releasesOfDeployments, deployment, pageRequest(first, after));
  }

  @FieldResolver(() => Release, { nullable: true, description: 'The release that counted at this moment; null: there was none yet.' })
  servedAt(@Root() { key }: DeploymentRow, @Arg('at', () => DateTime) at: Time, @Ctx() { loaders }: Context): Promise<ReleaseRow | null> {
    return loaders.releaseAt.load({ key, at });
  }

  @Mutation(() => DeploymentPayload, { description: 'Has a deployment serve this from now on.' })
  async deploy(@Arg('input', () => DeployInput) input: DeployInput, @Ctx() context: Context): Promise<DeploymentPayload> {
    return payloadOf(await deploy(context, input));
  }

  @Mutation(() => DeploymentPayload, {
    description: 'Puts what a deployment serves into another environment, or gives it all the traffic.',
  })
  async promote(@Arg('input', () => PromoteInput) input: PromoteInput, @Ctx() context: Context): Promise<DeploymentPayload> {
    return payloadOf(await promote(context, input));
  }

  @Mutation(() => DeploymentPayload, { description: 'Has a deployment serve again what it served before.' })
  async rollBack(@Arg('input', () => RollBackInput) input: RollBackInput, @Ctx() context: Context): Promise<DeploymentPayload> {
    return payloadOf(await rollBack(context, input));
  }

  @Mutation(() => DeploymentPayload, { description: 'Has a deployment serve nothing any more; its history stays.' })
  async retire(@Arg('input', () => RetireInput) input: RetireInput, @Ctx() context: Context): Promise<DeploymentPayload> {
    return payloadOf(await retire(context, input));
  }

  @Mutation(() => DeploymentPayload, { description: 'An endpoint says how it is; for connectors too.' })
  async reportDeploymentStatus(
    @Arg('input', () => ReportDeploymentStatusInput) input: ReportDeploymentStatusInput,
    @Ctx() context: Context,
  ): Promise<DeploymentPayload> {
    return payloadOf(await reportDeploymentStatus(context, input));
  }

  @Mutation(() => EntityPayload, { description: 'Agrees to have something deployed; for stewards, and not for who deploys it.' })
  approveDeployment(
    @Arg('input', () => ApproveDeploymentInput) input: ApproveDeploymentInput,
    @Ctx() context: Context,
  ): Promise<EntityPayload> {
    return approveDeployment(context, input);
  }
}

const payloadOf = ({ position, receipts, entity }: Done<DeploymentRow>): DeploymentPayload => ({ position, receipts, deployment: entity });

@Resolver(() => Release)
export class ReleaseResolver {
  @FieldResolver(() => Deployment)
  deployment(@Root() { id }: ReleaseRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(deploymentOf(id));
  }

  @FieldResolver(() => [Serving], { description: 'Nothing: the deployment was retired.' })
  serving(@Root() { serving }: ReleaseRow): readonly Served[] {
    return serving;
  }

  @FieldResolver(() => Release, { nullable: true, description: 'The release that it was promoted from, or rolled back to.' })
  from(@Root() { from }: ReleaseRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): object | null {
    return pointedAt(from, context, info);
  }
}

@Resolver(() => Serving)
export class ServingResolver {
  @FieldResolver(() => Entity)
  what(@Root() { what }: Served, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(what);
  }
}

type TypeOf = () => abstract new () => object;

/** Where a thing, or what is a version or a training of it, is deployed. */
function deploymentsResolver(type: TypeOf): new () => object {
  @Resolver(type)
  class DeploymentsResolver {
    @FromId()
    @FieldResolver(() => DeploymentConnection, { description: 'Where it is deployed now, or a version or a training of it.' })
    deployments(
      @Root() row: EntityRow,
      @Args(() => PageArgs) { first, after }: PageArgs,
      @Ctx() { loaders }: Context,
    ): Promise<Page<DeploymentRow>> {
      return loaders.related(deploymentsOfServed, row, pageRequest(first, after));
    }
  }
  return DeploymentsResolver;
}

/** Who agreed to have a thing deployed. */
function approvalsResolver(type: TypeOf): new () => object {
  @Resolver(type)
  class ApprovalsResolver {
    @FromId()
    @FieldResolver(() => [DeploymentApproval], { description: 'Who agreed to have it deployed, and where; newest first.' })
    async approvals(@Root() row: EntityRow, @Ctx() { loaders }: Context): Promise<Approval[]> {
      return approvalsIn(await loaders.said.load(row));
    }
  }
  return ApprovalsResolver;
}

const DEPLOYED: readonly TypeOf[] = [() => TrainedModel, () => PipelineVersion, () => WorkflowVersion, () => FeatureTable];

/** `deployments` and `approvals` of all that can be deployed, `deployments` of what those are versions or trainings of. */
export const DEPLOYED_RESOLVERS = [
  ...DEPLOYED.map(approvalsResolver),
  ...[...DEPLOYED, () => Model, () => Pipeline, () => Workflow].map(deploymentsResolver),
];
