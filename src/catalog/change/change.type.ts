import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { DateTime, Position } from '../../graphql/scalars.js';
import type { Time } from '../time.js';
import { CHANGE_KINDS, type ChangeKind as Kind } from './change.js';

export const ChangeKind = enumOf<Kind>(CHANGE_KINDS);
registerEnumType(ChangeKind, { name: 'ChangeKind', valuesConfig: { RELINKED: { description: 'Only its lineage changed.' } } });

@ObjectType({ simpleResolvers: true, description: 'One change of one entity, as the log has it.' })
export class Change {
  @Field(() => Position) position!: number;
  @Field(() => DateTime) at!: Time;
  @Field(() => ChangeKind) change!: Kind;
  @Field(() => ID) entityId!: string;
  @Field(() => String, { description: 'The producer.' }) by!: string;
}

export const ChangeConnection = connectionOf('Change', () => Change);
