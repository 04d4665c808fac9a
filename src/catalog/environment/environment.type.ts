import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import { Entity } from '../entity/entity.type.js';
import type { EnvironmentRow } from './environment.js';

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'Where things are deployed: production, staging.' })
export class Environment extends Entity {
  @Field(() => Boolean, { description: 'What is deployed has to be approved by a steward who does not deploy it.' })
  requiresApproval!: boolean;
  @Field(() => Boolean, { description: 'A trained model has to keep to the required criteria of its model.' })
  requiresEvaluations!: boolean;
}

export const EnvironmentConnection = connectionOf('Environment', () => Environment);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class EnvironmentPayload extends Payload {
  @Field(() => Environment, { nullable: true, description: 'Null when it was refused.' }) environment!: EnvironmentRow | null;
}
