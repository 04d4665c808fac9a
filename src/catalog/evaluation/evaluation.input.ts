import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { PageArgs } from '../../graphql/connection.js';
import { DateTime } from '../../graphql/scalars.js';
import { newName } from '../entity/name.input.js';
import type { Direction } from '../model/definition.js';
import { MetricDirection } from '../model/model.type.js';
import type { Time } from '../time.js';

@InputType()
export class MetricInput {
  @Field(() => String, { description: 'auc, rmse, ...' }) criterion!: string;
  @Field(() => Float) value!: number;
  @Field(() => String, { nullable: true, description: 'Of what part of the data, "country=FR"; left out: of all of it.' }) slice?:
    | string
    | null;
  @Field(() => Int, { nullable: true, description: 'Of a value that is measured again and again: an epoch.' }) step?: number | null;
  @Field(() => MetricDirection, { nullable: true, description: 'As the model says when left out.' }) direction?: Direction | null;
  @Field(() => Float, { nullable: true, description: 'Likewise.' }) threshold?: number | null;
}

@InputType({ description: 'The same trained model at the same moment on the same data again takes the place of what was recorded before.' })
export class RecordEvaluationInput {
  @Field(() => ID) trainedModel!: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was measured; now, when left out.' }) at?: Time | null;
  @Field(() => ID, { nullable: true, description: 'The dataset that it was measured on, or the version of one.' }) dataset?: string | null;
  @Field(() => ID, { nullable: true, description: 'The run that measured.' }) run?: string | null;
  @Field(() => [MetricInput], { description: '1 to 1,000.' }) metrics!: MetricInput[];
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

const MAX_METRICS = 1000;

export const recordEvaluationRules = z.looseObject({
  idempotencyKey: z.string().max(200, 'has at most 200 characters').nullish(),
  metrics: z
    .array(z.looseObject({ criterion: newName(200), slice: newName(500).nullish(), value: z.number({ error: 'must be a number' }) }))
    .min(1, 'has at least one metric')
    .max(MAX_METRICS, `has at most ${MAX_METRICS} metrics`),
});

/** Values by a criterion over time. */
@ArgsType()
export class MetricSeriesArgs extends PageArgs {
  @Field(() => String, { description: 'auc, rmse, ...' }) criterion!: string;
  @Field(() => String, { nullable: true, description: 'Left out: of all the data.' }) slice?: string | null;
  @Field(() => ID, { nullable: true, description: 'A dataset, or a version of one, that it was measured on.' }) dataset?: string | null;
  @Field(() => DateTime, { nullable: true }) since?: Time | null;
  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' }) until?: Time | null;
}
