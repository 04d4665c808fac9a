import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { Payload } from '../../graphql/payload.js';
import { DateTime, Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import { Entity } from '../entity/entity.type.js';
import type { Time } from '../time.js';
import { type StatisticsChange as Change, MEASURES, type Measure } from './comparison.js';
import type { FieldStatistics as FieldRow, Quantile as QuantileRow, StatisticsRow, TopValue as TopValueRow } from './statistics.js';

@ObjectType({ simpleResolvers: true })
export class Quantile implements QuantileRow {
  @Field(() => Float, { description: 'From 0 to 1.' }) q!: number;
  @Field(() => Float) value!: number;
}

@ObjectType({ simpleResolvers: true })
export class TopValue implements TopValueRow {
  @Field(() => Json, { nullable: true }) value!: JsonValue;
  @Field(() => Float, { description: 'How often it occurs.' }) count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What one column held; what was not measured is null.' })
export class FieldStatistics implements FieldRow {
  @Field(() => String) column!: string;
  @Field(() => String, { nullable: true, description: 'Its feature, where it was recorded for a feature table.' }) feature!: string | null;
  @Field(() => Float, { nullable: true, description: 'Values that are there.' }) count!: number | null;
  @Field(() => Float, { nullable: true, description: 'Values that are missing.' }) nulls!: number | null;
  @Field(() => Float, { nullable: true }) distinct!: number | null;
  @Field(() => Json, { nullable: true }) min!: JsonValue;
  @Field(() => Json, { nullable: true }) max!: JsonValue;
  @Field(() => Float, { nullable: true }) mean!: number | null;
  @Field(() => Float, { nullable: true }) stddev!: number | null;
  @Field(() => [Quantile]) quantiles!: readonly QuantileRow[];
  @Field(() => [TopValue]) topValues!: readonly TopValueRow[];
}

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'What a dataset held at a moment.' })
export class Statistics extends Entity {
  @Field(() => DateTime) at!: Time;
  @Field(() => Float, { nullable: true, description: 'A whole number.' }) rowCount!: number | null;
}

export const StatisticsConnection = connectionOf('Statistics', () => Statistics);

export const StatisticsMeasure = enumOf<Measure>(MEASURES);
registerEnumType(StatisticsMeasure, { name: 'StatisticsMeasure' });

@ObjectType({ simpleResolvers: true, description: 'One number that is another at the later moment.' })
export class StatisticsChange implements Change {
  @Field(() => String, { nullable: true, description: 'Null for the row count.' }) column!: string | null;
  @Field(() => String, { nullable: true }) feature!: string | null;
  @Field(() => StatisticsMeasure) measure!: Measure;
  @Field(() => String, { nullable: true, description: 'Which quantile; which value, as JSON.' }) of!: string | null;
  @Field(() => Float) from!: number;
  @Field(() => Float) to!: number;
  @Field(() => Float) change!: number;
  @Field(() => Float, { nullable: true, description: 'The change over the earlier number; null when that was 0.' }) relative!:
    | number
    | null;
  @Field(() => Float, { nullable: true, description: 'The change in standard deviations of the earlier moment.' })
  standardised!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'What moved between two moments, and by how much.' })
export class StatisticsDiff {
  @Field(() => Statistics) from!: StatisticsRow;
  @Field(() => Statistics) to!: StatisticsRow;
  @Field(() => [StatisticsChange], { description: 'At most `first`; what moved most, relative to what it was, comes first.' })
  changes!: readonly Change[];
  @Field(() => Int, { description: 'How many there are, those that were left out included.' }) changeCount!: number;
  @Field(() => [String], { description: 'Columns that only the later moment has.' }) appeared!: readonly string[];
  @Field(() => [String]) disappeared!: readonly string[];
}

@ObjectType({ implements: Payload, simpleResolvers: true })
export class StatisticsPayload extends Payload {
  @Field(() => Statistics, { nullable: true, description: 'Null when it was refused.' }) statistics!: StatisticsRow | null;
}
