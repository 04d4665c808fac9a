import { Field, Int, ObjectType } from 'type-graphql';
import { Problem } from '../../graphql/payload.js';
import type { Problem as ProblemRow } from '../../write/fact.js';
import type { SchemaColumn as Column } from './schema.js';
import { SchemaColumn } from './schema.type.js';

@ObjectType({ simpleResolvers: true })
export class ChangedColumn {
  @Field(() => SchemaColumn) before!: Column;
  @Field(() => SchemaColumn) after!: Column;
}

@ObjectType({ simpleResolvers: true, description: 'What one step makes of the columns that come to it.' })
export class SchemaStep {
  @Field(() => Int, { description: 'From 0.' }) index!: number;
  @Field(() => String, { description: 'The segment: spark.ml/StringIndexer.' }) step!: string;
  @Field(() => [SchemaColumn]) added!: readonly Column[];
  @Field(() => [SchemaColumn]) dropped!: readonly Column[];
  @Field(() => [ChangedColumn]) changed!: readonly ChangedColumn[];
  @Field(() => [SchemaColumn], { nullable: true, description: 'All columns after it; null: it failed, or nobody can tell.' })
  output!: readonly Column[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'What a pipeline makes of a schema, step by step.' })
export class SchemaPropagation {
  @Field(() => [SchemaColumn], { description: 'What comes out, columns passed through included; empty when it is not known.' })
  output!: readonly Column[];
  @Field(() => Boolean, {
    description: 'False: a step failed (problems say why), or what comes out of one can only be told by running it.',
  })
  known!: boolean;
  @Field(() => [SchemaStep], { description: 'Up to and with the step where it failed or became unknown.' }) steps!: readonly SchemaStep[];
  @Field(() => [Problem]) problems!: readonly ProblemRow[];
}
