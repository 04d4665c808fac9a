import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Position } from '../../graphql/scalars.js';
import { EntityFilter } from '../entity/entity.input.js';
import { newName } from '../entity/name.input.js';
import type { DataType } from '../feature/data-type.js';
import { FeatureDataType } from '../feature/feature.type.js';
import { ParamInput, paramRules } from '../segment/definition.input.js';
import type { ParamDefinition } from '../segment/definition.js';
import { type Direction, type Learning, MAX_TREND, type Task } from './definition.js';
import type { ModelFilter as Filter, MetricBounds } from './model.repository.js';
import { MetricDirection, ModelLearning, ModelTask } from './model.type.js';

@InputType({ description: 'A criterion and the values that are looked for; without bounds: any value.' })
export class MetricFilter implements MetricBounds {
  @Field(() => String) criterion!: string;
  @Field(() => Float, { nullable: true }) atLeast?: number | null;
  @Field(() => Float, { nullable: true }) atMost?: number | null;
}

@InputType()
export class ModelFilter extends EntityFilter implements Filter {
  @Field(() => ModelTask, { nullable: true }) task?: Task | null;
  @Field(() => ModelLearning, { nullable: true }) learning?: Learning | null;
  @Field(() => String, { nullable: true, description: 'In upper or lower case.' }) framework?: string | null;
  @Field(() => ID, { nullable: true, description: 'A feature that it uses.' }) feature?: string | null;
  @Field(() => ID, { nullable: true, description: 'A feature table of which it uses a feature.' }) table?: string | null;
  @Field(() => MetricFilter, { nullable: true, description: 'One of its trained models has this as its last value.' })
  metric?: MetricFilter | null;
}

@InputType({ description: 'So many values in a row, each worse than the median of those before them, open an incident.' })
export class TrendInput {
  @Field(() => Int, { nullable: true, description: 'From 1 to 20; 3 when left out; 0: none does.' }) last?: number | null;
  @Field(() => Int, { nullable: true, description: 'From 1 to 100; 10 when left out.' }) before?: number | null;
}

@InputType()
export class CriterionInput {
  @Field(() => String, { description: 'auc, rmse, ...' }) name!: string;
  @Field(() => MetricDirection) direction!: Direction;
  @Field(() => Float, { nullable: true, description: 'A worse value opens an incident.' }) threshold?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'True: a trained model is deployed only if it keeps to it.' })
  required?: boolean | null;
  @Field(() => TrendInput, { nullable: true }) trend?: TrendInput | null;
  @Field(() => String, { nullable: true }) description?: string | null;
}

@InputType({ description: 'What a model learns to tell.' })
export class ModelLabelInput {
  @Field(() => String) name!: string;
  @Field(() => FeatureDataType) dataType!: DataType;
  @Field(() => ID, { nullable: true, description: 'The column or feature that holds it.' }) column?: string | null;
  @Field(() => String, { nullable: true, description: 'How labels come about: who or what says what is right, and when.' })
  origin?: string | null;
}

@InputType({ description: 'The whole definition: it takes the place of the one before.' })
export class RegisterModelInput {
  @Field(() => String, { nullable: true, description: '"default" when left out.' }) namespace?: string | null;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'Left out: stays as it was.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'A person or team; a plain name is a person’s.' }) owner?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Ids of tags, or plain names.' }) tags?: string[] | null;
  @Field(() => ModelTask) task!: Task;
  @Field(() => ModelLearning) learning!: Learning;
  @Field(() => ModelLabelInput, { nullable: true, description: 'Needed where it learns from labels.' }) label?: ModelLabelInput | null;
  @Field(() => [ID], { nullable: true, description: 'Ids of features; at most 2,000.' }) features?: string[] | null;
  @Field(() => String, { nullable: true, description: 'scikit-learn, Spark ML, PyTorch, ...' }) framework?: string | null;
  @Field(() => [ParamInput], { nullable: true, description: 'Types, defaults, and ranges or choices; at most 500.' })
  hyperparameters?: ParamInput[] | null;
  @Field(() => ID, { nullable: true, description: 'What trains it: the version of a segment, pipeline or workflow.' }) train?:
    | string
    | null;
  @Field(() => ID, { nullable: true, description: 'Likewise, what predicts with it.' }) predict?: string | null;
  @Field(() => ID, { nullable: true, description: 'Likewise, what evaluates it.' }) evaluate?: string | null;
  @Field(() => [CriterionInput], { nullable: true, description: 'By what it is judged; at most 50.' }) criteria?: CriterionInput[] | null;
  @Field(() => String, { nullable: true, description: 'What it is for.' }) intendedUse?: string | null;
  @Field(() => String, { nullable: true, description: 'What it must not be used for, and where it fails.' }) limits?: string | null;
  @Field(() => Position, { nullable: true, description: 'The lastPosition that the model must still be at; else CONFLICT.' })
  expectedPosition?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

const text = (max: number) => z.string().max(max, `has at most ${max} characters`).nullish();

/** How long texts may be; what they may say is told by model-rules.ts. */
const count = (least: number, most: number): z.ZodType =>
  z.number().min(least, `is at least ${least}`).max(most, `is at most ${most}`).nullish();
const trendRules = z.looseObject({ last: count(0, MAX_TREND.last), before: count(1, MAX_TREND.before) }).nullish();

export const registerModelRules = z.looseObject({
  namespace: newName(500).nullish(),
  name: newName(200),
  description: text(50_000),
  framework: text(200),
  intendedUse: text(20_000),
  limits: text(20_000),
  idempotencyKey: text(200),
  criteria: z.array(z.looseObject({ name: newName(200), description: text(2000), trend: trendRules })).nullish(),
  features: z.array(z.string().max(2000, 'has at most 2000 characters')).nullish(),
  hyperparameters: z
    .array(paramRules)
    .nullish()
    .transform((params) => (params ?? []) as unknown as readonly ParamDefinition[]),
  label: z.looseObject({ name: newName(200), origin: text(10_000) }).nullish(),
});
