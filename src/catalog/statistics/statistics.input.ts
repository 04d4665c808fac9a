import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { DateTime, Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import type { Time } from '../time.js';

@InputType()
export class QuantileInput {
  @Field(() => Float, { description: 'From 0 to 1.' }) q!: number;
  @Field(() => Float) value!: number;
}

@InputType()
export class TopValueInput {
  @Field(() => Json, { nullable: true }) value?: JsonValue;
  @Field(() => Float, { description: 'How often it occurs.' }) count!: number;
}

@InputType()
export class FieldStatisticsInput {
  @Field(() => String, { description: 'Of a feature table a feature; of a dataset a column.' }) name!: string;
  @Field(() => Float, { nullable: true, description: 'Values that are there.' }) count?: number | null;
  @Field(() => Float, { nullable: true, description: 'Values that are missing.' }) nulls?: number | null;
  @Field(() => Float, { nullable: true }) distinct?: number | null;
  @Field(() => Json, { nullable: true }) min?: JsonValue;
  @Field(() => Json, { nullable: true }) max?: JsonValue;
  @Field(() => Float, { nullable: true }) mean?: number | null;
  @Field(() => Float, { nullable: true }) stddev?: number | null;
  @Field(() => [QuantileInput], { nullable: true, description: 'By q, rising; at most 101.' }) quantiles?: QuantileInput[] | null;
  @Field(() => [TopValueInput], { nullable: true, description: 'At most 100.' }) topValues?: TopValueInput[] | null;
}

@InputType({ description: 'The same dataset at the same moment again takes the place of what was recorded before.' })
export class RecordStatisticsInput {
  @Field(() => ID, { description: 'A feature table or a dataset.' }) id!: string;
  @Field(() => String, { nullable: true, description: 'Of a feature table with several: the name of the materialisation.' })
  materialisation?: string | null;
  @Field(() => DateTime) at!: Time;
  @Field(() => Float, { nullable: true, description: 'A whole number.' }) rowCount?: number | null;
  @Field(() => [FieldStatisticsInput], { nullable: true, description: 'At most 1,000.' }) fields?: FieldStatisticsInput[] | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

export const recordStatisticsRules = z.looseObject({
  idempotencyKey: z.string().max(200, 'has at most 200 characters').nullish(),
  fields: z.array(z.looseObject({ name: z.string().min(1, 'must not be empty').max(500, 'has at most 500 characters') })).nullish(),
});

/** The changes of a comparison that are shown. */
@ArgsType()
export class StatisticsDiffArgs {
  @Field(() => DateTime, { description: 'The last statistics at or before this moment are taken.' }) from!: Time;
  @Field(() => DateTime, { description: 'Likewise.' }) to!: Time;
  @Field(() => Int, { nullable: true, defaultValue: 100, description: '1 to 1,000 changes.' }) first?: number | null;
}
