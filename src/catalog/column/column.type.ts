import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Entity } from '../entity/entity.type.js';
import type { ColumnRow } from './column.js';

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'A field of a dataset; nested ones have dotted paths as names.' })
export class Column extends Entity {
  @Field(() => String, { nullable: true, description: 'As the producer spells it.' }) type!: string | null;
  @Field(() => Int, { nullable: true, description: 'Its place in the schema, from 0; null when only lineage names it.' }) ordinal!:
    | number
    | null;
}

export const ColumnConnection = connectionOf('Column', () => Column);

@ObjectType({ simpleResolvers: true, description: 'How a value becomes another: OpenLineage’s transformation.' })
export class Transformation {
  @Field(() => String, { description: 'DIRECT or INDIRECT.' }) type!: string;
  @Field(() => String, { nullable: true, description: 'IDENTITY, TRANSFORMATION, AGGREGATION, JOIN, FILTER, ...' }) subtype?: string;
  @Field(() => String, { nullable: true }) description?: string;
  @Field(() => Boolean, { nullable: true }) masking?: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A column that another is computed from.' })
export class ColumnDerivation {
  @Field(() => Column) column!: ColumnRow;
}

export const ColumnDerivationConnection = connectionOf('ColumnDerivation', () => ColumnDerivation);
