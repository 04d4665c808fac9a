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
