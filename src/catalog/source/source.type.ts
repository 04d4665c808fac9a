import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { Entity } from '../entity/entity.type.js';
import { type Access, DATA_SOURCE_TYPES, type Place, type DataSourceType as Type } from './source.js';

export const DataSourceType = enumOf<Type>(DATA_SOURCE_TYPES);
registerEnumType(DataSourceType, { name: 'DataSourceType' });

@ObjectType('DataSourcePlace', { simpleResolvers: true, description: 'A data center of one’s own, or a cloud and its region.' })
export class DataSourcePlace implements Place {
  @Field(() => String, { nullable: true }) dataCenter?: string;
  @Field(() => String, { nullable: true }) cloud?: string;
  @Field(() => String, { nullable: true }) region?: string;
}

@ObjectType('DataSourceAccess', { simpleResolvers: true, description: 'How to get at it: an address, and a hint for people.' })
export class DataSourceAccess implements Access {
  @Field(() => String, { nullable: true }) uri?: string;
  @Field(() => String, { nullable: true }) instructions?: string;
}

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'A system that holds or serves data.' })
export class DataSource extends Entity {
  @Field(() => DataSourceType) type!: Type;
  @Field(() => DataSourcePlace, { nullable: true }) place!: Place | null;
  @Field(() => DataSourceAccess, { nullable: true }) access!: Access | null;
  @Field(() => String, { nullable: true, description: 'What people call it.' }) displayName!: string | null;
}

export const DataSourceConnection = connectionOf('DataSource', () => DataSource);
