import { Field, ObjectType } from 'type-graphql';
import type { SchemaColumn as Column } from './schema.js';

@ObjectType({ simpleResolvers: true, description: 'A column of a data frame.' })
export class SchemaColumn implements Column {
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'One of Spark’s simple strings: string, bigint, decimal(18,2), array<string>, vector.' })
  type!: string;
  @Field(() => Boolean, { nullable: true, description: 'Null: nobody knows.' }) nullable?: boolean;
}
