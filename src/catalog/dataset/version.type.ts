import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { DateTime } from '../../graphql/scalars.js';
import { Entity } from '../entity/entity.type.js';
import type { Time } from '../time.js';

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'Made when a producer named a version, or when a run that wrote the dataset succeeded.',
})
export class DatasetVersion extends Entity {
  @Field(() => String) version!: string;
  @Field(() => DateTime, { nullable: true }) writtenAt!: Time | null;
}

export const DatasetVersionConnection = connectionOf('DatasetVersion', () => DatasetVersion);
