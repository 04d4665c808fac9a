import { Field, InputType } from 'type-graphql';
import { z } from 'zod';

@InputType({ description: 'A column of a data frame; `type` is one of Spark’s simple strings: string, bigint, array<string>, vector.' })
export class ColumnInput {
  @Field(() => String) name!: string;
  @Field(() => String) type!: string;
  @Field(() => Boolean, { nullable: true }) nullable?: boolean | null;
}

const MAX_COLUMNS = 2000;

export const schemaRules = z
  .array(
    z.object({
      name: z.string().min(1, 'must not be empty').max(500, 'has at most 500 characters'),
      type: z.string().min(1, 'must not be empty').max(2000, 'has at most 2,000 characters'),
      nullable: z
        .boolean()
        .nullish()
        .transform((nullable) => nullable ?? undefined),
    }),
  )
  .max(MAX_COLUMNS, `has at most ${MAX_COLUMNS} columns`);
