import { Field, ID, InputType } from 'type-graphql';
import type { Time } from '../catalog/time.js';
import { DateTime } from '../graphql/scalars.js';
import { Role } from './token.type.js';
import type { NewToken } from './tokens.js';
import type { Role as RoleName } from './viewer.js';

@InputType()
export class IssueTokenInput implements NewToken {
  @Field(() => String, {
    description: 'Whose it is: a person or a program. Several tokens may have one name, so that one can replace another.',
  })
  name!: string;

  @Field(() => Role) role!: RoleName;

  @Field(() => [String], {
    nullable: true,
    description:
      'Over which parts of the catalog: `domain:NAME`, `tag:NAME`, `namespace:NAME`, or ids of domains, tags and data sources; null or none: over everything. It sees, and writes, nothing else.',
  })
  scopes?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of teams that it counts as a member of, where a tag is seen by a team only.',
  })
  teams?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Null: never.' }) expiresAt?: Time | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The same key and input again gives the same token again, without its secret; the same key with another input: KEY_REUSED.',
  })
  idempotencyKey?: string | null;
}

@InputType()
export class RevokeTokenInput {
  @Field(() => ID) id!: string;
}
