import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Entity } from '../entity/entity.type.js';

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'A table, topic, view, file set or endpoint.' })
export class Dataset extends Entity {
  @Field(() => String, { nullable: true, description: 'What its producer calls the system it lies in.' }) dataSourceName!: string | null;
  @Field(() => String, { nullable: true }) dataSourceUri!: string | null;
  @Field(() => String, { nullable: true, description: 'What happened to it last: ALTER, CREATE, DROP, OVERWRITE, RENAME, TRUNCATE.' })
  lifecycle!: string | null;
}

export const DatasetConnection = connectionOf('Dataset', () => Dataset);
