import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import { Entity } from '../entity/entity.type.js';
import type { DomainRow } from './domain.js';

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'A part of the business that things belong to.' })
export class Domain extends Entity {}

export const DomainConnection = connectionOf('Domain', () => Domain);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class DomainPayload extends Payload {
  @Field(() => Domain, { nullable: true, description: 'Null when it was refused.' }) domain!: DomainRow | null;
}
