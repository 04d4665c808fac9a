import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { EntityFilter } from '../entity/entity.input.js';
import type { OwnerKind as Kind } from './owner.js';
import type { OwnerFilter as Filter } from './owner.repository.js';
import { OwnerKind } from './owner.type.js';

@InputType()
export class OwnerFilter extends EntityFilter implements Filter {
  @Field(() => OwnerKind, { nullable: true }) kind?: Kind | null;
}

@InputType()
export class AssignOwnerInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'The id of a person or team, `person:default/ana`; a plain name is a person’s. Need not be known yet.' })
  owner!: string;
  @Field(() => String, { defaultValue: 'OWNER' }) role!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: takes back what the same person said before; what others said stands. removeOwner takes them away.',
  })
  remove?: boolean | null;
}

@InputType()
export class RemoveOwnerInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'The id of a person or team; a plain name is a person’s.' }) owner!: string;
  @Field(() => String, { nullable: true, description: 'In this role; in all that they have when absent.' }) role?: string | null;
}

const role = z
  .string()
  .min(1, 'must not be empty')
  .max(100, 'has at most 100 characters')
  .regex(/^[^:]*$/, 'must not contain ":"');

export const assignOwnerRules = z.object({
  owner: z.string().min(1, 'must not be empty').max(500, 'has at most 500 characters'),
  role,
});

export const removeOwnerRules = assignOwnerRules.extend({ role: role.nullish() });
