import { Field, ID, ObjectType } from 'type-graphql';
import type { Time } from '../catalog/time.js';
import { Payload } from '../graphql/payload.js';
import { DateTime } from '../graphql/scalars.js';
import type { RoleBinding as BindingRow, AccessRule as RuleRow } from './policy.js';
import { Role } from './token.type.js';
import type { Role as RoleName } from './viewer.js';

@ObjectType({ simpleResolvers: true, description: 'That a group, or a person, of the issuer has a role.' })
export class RoleBinding implements BindingRow {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: '`group:NAME` or `person:NAME`.' }) principal!: string;
  @Field(() => Role) role!: RoleName;
  @Field(() => String, {
    nullable: true,
    description: 'The id of a domain, a data source or a tag, or `namespace:NAME`; null: over everything.',
  })
  scope!: string | null;
  @Field(() => DateTime) createdAt!: Time;
  @Field(() => String) createdBy!: string;
}

@ObjectType({ simpleResolvers: true, description: 'That what carries a tag, and what is part of it, is seen by some only.' })
export class AccessRule implements RuleRow {
  @Field(() => ID, { description: 'The tag’s.' }) tag!: string;
  @Field(() => [ID], { description: 'Teams and persons; administrators over everything see it too.' }) visibleTo!: string[];
  @Field(() => DateTime) createdAt!: Time;
  @Field(() => String) createdBy!: string;
}

@ObjectType({ simpleResolvers: true })
export class RoleBindingPayload extends Payload {
  @Field(() => RoleBinding, { nullable: true }) roleBinding!: BindingRow | null;
}

@ObjectType({ simpleResolvers: true })
export class AccessRulePayload extends Payload {
  @Field(() => AccessRule, { nullable: true }) accessRule!: RuleRow | null;
}
