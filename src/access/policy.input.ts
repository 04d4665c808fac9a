import { Field, ID, InputType } from 'type-graphql';
import { Role } from './token.type.js';
import type { Role as RoleName } from './viewer.js';

@InputType()
export class GrantRoleInput {
  @Field(() => String, { description: '`group:NAME`, as the issuer names its groups, or `person:NAME`.' }) principal!: string;
  @Field(() => Role) role!: RoleName;
  @Field(() => String, {
    nullable: true,
    description: '`domain:NAME`, `tag:NAME`, `namespace:NAME`, or the id of a domain, a tag or a data source; null: over everything.',
  })
  scope?: string | null;
}

@InputType()
export class RevokeRoleInput {
  @Field(() => ID, { description: 'Of the role binding.' }) id!: string;
}

@InputType()
export class RestrictTagInput {
  @Field(() => ID, { description: 'The id of a tag, `tag:default/restricted`, or its plain name.' }) tag!: string;
  @Field(() => [ID], { description: 'Ids of teams and persons, at most 100; administrators see it too.' }) visibleTo!: string[];
}

@InputType()
export class UnrestrictTagInput {
  @Field(() => ID, { description: 'The id of a tag, or its plain name.' }) tag!: string;
}
