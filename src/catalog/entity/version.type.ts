import { Field, Int, InterfaceType } from 'type-graphql';
import { Entity, typeNameOf } from './entity.type.js';

@InterfaceType({
  implements: Entity,
  description: 'One published state of a segment, pipeline, workflow or feature table; never changes.',
  resolveType: typeNameOf,
})
export abstract class Version extends Entity {
  @Field(() => Int, { description: '1, 2, ...' }) number!: number;
  @Field(() => String, { nullable: true }) label!: string | null;
  @Field(() => Boolean, { description: 'True: it may be incomplete.' }) draft!: boolean;
  @Field(() => String, { nullable: true, description: 'Equal definitions have equal hashes.' }) contentHash!: string | null;
}
