import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../graphql/payload.js';
import { Entity } from './entity.type.js';
import type { EntityRow } from './row.js';

@ObjectType({ implements: Payload, simpleResolvers: true })
export class EntityPayload extends Payload {
  @Field(() => Entity, { nullable: true, description: 'Null when it was refused.' }) entity!: EntityRow | null;
}
