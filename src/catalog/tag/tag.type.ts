import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Entity } from '../entity/entity.type.js';
import type { TagAttachment as Attachment, TagRow } from './tag.js';

@ObjectType({ implements: Entity, simpleResolvers: true })
export class Tag extends Entity {}

@ObjectType({ simpleResolvers: true })
export class TagAttachment implements Attachment {
  @Field(() => Tag) tag!: TagRow;
  @Field(() => String, { description: 'The producer who said so.' }) by!: string;
  @Field(() => ID, { nullable: true, description: 'The entity it propagated from; null: it was attached here.' }) via!: string | null;
}

export const TagConnection = connectionOf('Tag', () => Tag);
