import { Field, Float, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { DateTime } from '../../graphql/scalars.js';
import { newName } from '../entity/name.input.js';
import type { Time } from '../time.js';

@InputType({ description: 'The same name again takes the place of what was recorded before.' })
export class RecordPredictionSetInput {
  @Field(() => String, { nullable: true, description: '"default" when left out.' }) namespace?: string | null;
  @Field(() => String, { description: 'churn-scores-2026-11' }) name!: string;
  @Field(() => ID) trainedModel!: string;
  @Field(() => ID, { description: 'The dataset that holds it, or the version of one.' }) dataset!: string;
  @Field(() => ID, { nullable: true, description: 'The dataset that was scored, or the version of one.' }) input?: string | null;
  @Field(() => ID, { nullable: true, description: 'The run that made it.' }) run?: string | null;
  @Field(() => DateTime, { nullable: true }) predictedAt?: Time | null;
  @Field(() => Float, { nullable: true, description: 'A whole number.' }) rowCount?: number | null;
  @Field(() => String, { nullable: true, description: 'Left out: stays as it was.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'A person or team; a plain name is a person’s.' }) owner?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Ids of tags, or plain names.' }) tags?: string[] | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

export const recordPredictionSetRules = z.looseObject({
  namespace: newName(500).nullish(),
  name: newName(500),
  description: z.string().max(50_000, 'has at most 50,000 characters').nullish(),
  idempotencyKey: z.string().max(200, 'has at most 200 characters').nullish(),
  rowCount: z.number().int('must be a whole number').min(0, 'is not negative').nullish(),
});
