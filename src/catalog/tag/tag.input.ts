import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { EntityFilter } from '../entity/entity.input.js';

@InputType()
export class TagFilter extends EntityFilter {}

@InputType()
export class AttachTagInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'The id of a tag, `tag:default/pii`, or its plain name. Need not be known yet.' }) tag!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: takes back what the same person said before; what others said stands. detachTag takes it off.',
  })
  remove?: boolean | null;
}

@InputType()
export class DetachTagInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'The id of a tag, or its plain name.' }) tag!: string;
}

export const tagRules = z.object({
  tag: z.string().min(1, 'must not be empty').max(500, 'has at most 500 characters'),
});
