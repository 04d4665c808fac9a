import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Time } from '../catalog/time.js';
import { connectionOf } from '../graphql/connection.js';
import { Payload } from '../graphql/payload.js';
import { DateTime } from '../graphql/scalars.js';
import type { Token as TokenRow } from './token.js';
import { type Grant as GrantRow, ROLES, type Role as RoleName, type Viewer as ViewerRow } from './viewer.js';

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

@ObjectType({ simpleResolvers: true, description: 'A role, and over what.' })
export class Grant implements GrantRow {
  @Field(() => Role) role!: RoleName;
  @Field(() => String, {
    nullable: true,
    description: 'The id of a domain, a data source or a tag, or `namespace:NAME`; null: over everything.',
  })
  scope!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Whoever asks.' })
export class Viewer implements ViewerRow {
  @Field(() => String) name!: string;
  @Field(() => Role, { description: 'The most that it may do anywhere.' }) role!: RoleName;
  @Field(() => [Grant]) grants!: GrantRow[];
  @Field(() => [ID], { description: 'Ids of teams that it counts as a member of, where a tag is seen by a team only.' }) teams!: string[];
}

@ObjectType({ simpleResolvers: true, description: 'What gives access. Its secret is shown once, when it is issued.' })
export class Token implements TokenRow {
  @Field(() => ID) id!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'How its secret begins, so that one that has leaked can be recognised. Null for short ones from VINCI_TOKEN, and older ones.',
  })
  prefix?: string;
  @Field(() => String, { description: 'Whose it is.' }) name!: string;
  @Field(() => Role) role!: RoleName;
  @Field(() => [String], { nullable: true, description: 'Over which parts of the catalog; null: over everything.' })
  scopes?: readonly string[];
  @Field(() => [ID], { nullable: true, description: 'Ids of teams that it counts as a member of.' }) teams?: readonly string[];
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
