import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { Payload } from '../../graphql/payload.js';
import { DateTime } from '../../graphql/scalars.js';
import { Entity } from '../entity/entity.type.js';
import type { Time } from '../time.js';
import type { Approval } from './approval.js';
import { DEPLOYMENT_STATES, type DeploymentRow, type DeploymentState } from './deployment.js';
import { ACTIONS, type Action } from './release.js';

export const DeploymentStatus = enumOf<DeploymentState>(DEPLOYMENT_STATES);
registerEnumType(DeploymentStatus, { name: 'DeploymentStatus' });
export const ReleaseAction = enumOf<Action>(ACTIONS);
registerEnumType(ReleaseAction, { name: 'ReleaseAction' });

@ObjectType({ simpleResolvers: true, description: 'Something that takes a share of the traffic.' })
export class Serving {
  @Field(() => Float, { description: 'In percent.' }) trafficShare!: number;
  @Field(() => String, { nullable: true, description: 'Of the container.' }) image!: string | null;
  @Field(() => String, { nullable: true, description: 'Of the image: sha256:...' }) digest!: string | null;
  @Field(() => [ID], { description: 'Ids of what runs; at most 100.' }) artifacts!: readonly string[];
}

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'A place in an environment that serves something: a scoring endpoint; a pipeline, workflow or feature table put to use.',
})
export class Deployment extends Entity {
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => String, { nullable: true, description: 'Where the endpoint tells how it is.' }) healthPath!: string | null;
  @Field(() => DeploymentStatus, { nullable: true, description: 'Null: nobody has said since the last release.' })
  status!: DeploymentState | null;
  @Field(() => String, { nullable: true }) statusMessage!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Since when it has this status.' }) statusAt!: Time | null;
  @Field(() => String, { nullable: true, description: 'Who made the release that counts.' }) by!: string | null;
}

export const DeploymentConnection = connectionOf('Deployment', () => Deployment);

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'What a deployment serves from a moment on; never changes.' })
export class Release extends Entity {
  @Field(() => Int, { nullable: true, description: '1, 2, ...' }) number!: number | null;
  @Field(() => ReleaseAction, { nullable: true }) action!: Action | null;
  @Field(() => DateTime, { nullable: true }) at!: Time | null;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => [String], { description: 'Who had agreed.' }) approvedBy!: readonly string[];
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => Int, { nullable: true }) replicas!: number | null;
}

export const ReleaseConnection = connectionOf('Release', () => Release);

@ObjectType({ simpleResolvers: true, description: 'That somebody agrees to have a thing deployed.' })
export class DeploymentApproval implements Approval {
  @Field(() => ID, { description: 'An environment, or the one deployment that it is for.' }) place!: string;
  @Field(() => String) by!: string;
  @Field(() => DateTime) at!: Time;
  @Field(() => String, { nullable: true }) note!: string | null;
  contentHash!: string | null;
}

@ObjectType({ implements: Payload, simpleResolvers: true })
export class DeploymentPayload extends Payload {
  @Field(() => Deployment, { nullable: true, description: 'Null when it was refused.' }) deployment!: DeploymentRow | null;
}
