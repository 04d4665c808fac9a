import { Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Entity, typeNameOf } from '../entity/entity.type.js';
import type { OwnerRow, Ownership as OwnershipRow } from './owner.js';

export const OwnerKind = { PERSON: 'PERSON', TEAM: 'TEAM' } as const;
registerEnumType(OwnerKind, { name: 'OwnerKind' });

@InterfaceType({ implements: Entity, description: 'A person or a team.', resolveType: typeNameOf })
export abstract class Owner extends Entity {}

@ObjectType({ implements: Owner, simpleResolvers: true })
export class Person extends Owner {}

@ObjectType({ implements: Owner, simpleResolvers: true })
export class Team extends Owner {}

@ObjectType({ simpleResolvers: true })
export class Ownership implements OwnershipRow {
  @Field(() => Owner) owner!: OwnerRow;
  @Field(() => String) role!: string;
  @Field(() => String, { description: 'The producer who said so.' }) by!: string;
}

export const OwnerConnection = connectionOf('Owner', () => Owner);
