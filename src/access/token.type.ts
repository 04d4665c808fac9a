import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Time } from '../catalog/time.js';
import { connectionOf } from '../graphql/connection.js';
import { Payload } from '../graphql/payload.js';
import { DateTime } from '../graphql/scalars.js';
import type { Token as TokenRow } from './token.js';
import { ROLES, type Role as RoleName, type Viewer as ViewerRow } from './viewer.js';

export const Role = Object.fromEntries(ROLES.map((role) => [role, role])) as { readonly [role in RoleName]: role };
registerEnumType(Role, {
  name: 'Role',
  description: 'What somebody may do; each role includes those before it.',
  valuesConfig: {
    READER: { description: 'Reads.' },
    CONNECTOR: { description: 'Reads, and pushes facts: lineage events and changes.' },
    EDITOR: { description: 'Also describes, owns and tags.' },
    STEWARD: { description: 'Also decides on what is held, and removes.' },
    ADMIN: { description: 'Also issues and revokes tokens.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'Whoever asks.' })
export class Viewer implements ViewerRow {
  @Field(() => String) name!: string;
  @Field(() => Role) role!: RoleName;
}

@ObjectType({ simpleResolvers: true, description: 'What gives access. Its secret is shown once, when it is issued.' })
export class Token implements TokenRow {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Whose it is.' }) name!: string;
  @Field(() => Role) role!: RoleName;
  @Field(() => DateTime) createdAt!: Time;
  @Field(() => String) createdBy!: string;
  @Field(() => DateTime, { nullable: true, description: 'Null: never.' }) expiresAt?: Time;
  @Field(() => DateTime, { nullable: true }) revokedAt?: Time;
  @Field(() => String, { nullable: true }) revokedBy?: string;
  @Field(() => DateTime, { nullable: true, description: 'To the nearest quarter of an hour.' }) lastUsedAt?: Time;
}

export const TokenConnection = connectionOf('Token', () => Token);

@ObjectType({ simpleResolvers: true })
export class TokenPayload extends Payload {
  @Field(() => Token, { nullable: true }) token!: TokenRow | null;
  @Field(() => String, { nullable: true, description: 'To be sent as `Authorization: Bearer SECRET`. It is not kept: note it now.' })
  secret!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class RevokeTokenPayload extends Payload {
  @Field(() => Token, { nullable: true }) token!: TokenRow | null;
}
