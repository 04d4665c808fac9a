import { Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { DateTime, Position } from '../../graphql/scalars.js';
import { KINDS, type Kind } from '../kind.js';
import type { Time } from '../time.js';
import type { EntityRow } from './row.js';

export const EntityKind = enumOf<Kind>(KINDS);
registerEnumType(EntityKind, { name: 'EntityKind' });

/** Rows are plain objects: a row's GraphQL type goes by its kind. DATA_SOURCE is DataSource. */
export function typeNameOf(row: Pick<EntityRow, 'kind'>): string {
  return TYPE_NAMES.get(row.kind) ?? row.kind;
}

const TYPE_NAMES: ReadonlyMap<Kind, string> = new Map(
  KINDS.map((kind) => [kind, kind.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())]),
);

@InterfaceType({ description: 'Whatever has an id: look it up with node(id).', resolveType: typeNameOf })
export abstract class Node {
  @Field(() => ID) id!: string;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Something that whoever asks may not see. Its id is good for this answer only.',
})
export class Restricted extends Node {}

@InterfaceType({ implements: Node, description: 'What every entity of the catalog has.', resolveType: typeNameOf })
export abstract class Entity extends Node {
  @Field(() => EntityKind) kind!: Kind;
  @Field(() => String) namespace!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'The description that counts: a person before a system, then the newest.' })
  description!: string | null;
  @Field(() => DateTime) createdAt!: Time;
  @Field(() => DateTime) updatedAt!: Time;
  @Field(() => DateTime, { nullable: true, description: 'A tombstone: no longer there, still answerable.' })
  removedAt!: Time | null;
  @Field(() => Boolean, { description: 'False: somebody named it, nobody described it yet.' }) described!: boolean;
  @Field(() => Position, { description: 'The position of its last change.' }) lastPosition!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What one producer said a thing is.' })
export class Description {
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) contentType!: string | null;
  @Field(() => String, { description: 'The producer.' }) by!: string;
  @Field(() => DateTime) at!: Time;
}

export const EntityConnection = connectionOf('Entity', () => Entity);
