import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { Payload } from '../../graphql/payload.js';
import { Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import { Entity } from '../entity/entity.type.js';
import type { DataType } from '../feature/data-type.js';
import { FeatureDataType } from '../feature/feature.type.js';
import {
  type Criterion as CriterionRow,
  DIRECTIONS,
  type Direction,
  type Label,
  LEARNINGS,
  type Learning,
  PURPOSES,
  type Purpose,
  TASKS,
  type Task,
  type TrendRule,
} from './definition.js';
import type { ModelRow } from './model.js';

export const ModelTask = enumOf<Task>(TASKS);
export const ModelLearning = enumOf<Learning>(LEARNINGS);
export const MetricDirection = enumOf<Direction>(DIRECTIONS);
registerEnumType(ModelTask, { name: 'ModelTask' });
registerEnumType(ModelLearning, { name: 'ModelLearning', description: 'From what it learns.' });
registerEnumType(MetricDirection, { name: 'MetricDirection' });

export const ModelPurpose = enumOf<Purpose>(PURPOSES);
registerEnumType(ModelPurpose, { name: 'ModelPurpose', description: 'What a job does with a model.' });

@ObjectType({
  simpleResolvers: true,
  description: 'So many values in a row, each worse than the median of those before them, open an incident.',
})
export class Trend implements TrendRule {
  @Field(() => Int, { description: 'In a row; 0: none does.' }) last!: number;
  @Field(() => Int) before!: number;
}

@ObjectType({ simpleResolvers: true, description: 'By what a model is judged.' })
export class Criterion implements CriterionRow {
  @Field(() => String) name!: string;
  @Field(() => MetricDirection) direction!: Direction;
  @Field(() => Float, { nullable: true, description: 'A worse value opens an incident.' }) threshold!: number | null;
  @Field(() => Boolean, { description: 'A trained model is deployed only if it keeps to it.' }) required!: boolean;
  @Field(() => Trend) trend!: TrendRule;
  @Field(() => String, { nullable: true }) description!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What a model learns to tell.' })
export class ModelLabel {
  @Field(() => String) name!: string;
  @Field(() => FeatureDataType) dataType!: DataType;
  @Field(() => String, { nullable: true, description: 'How labels come about.' }) origin!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class Hyperparameter {
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'int, double, string, array<double>, ...' }) type!: string;
  @Field(() => Json, { nullable: true }) default?: JsonValue;
  @Field(() => Boolean, { nullable: true, description: 'It has to be given: it has no default.' }) required?: boolean;
  @Field(() => Float, { nullable: true }) min?: number;
  @Field(() => Float, { nullable: true }) max?: number;
  @Field(() => Boolean, { nullable: true }) exclusiveMin?: boolean;
  @Field(() => Boolean, { nullable: true }) exclusiveMax?: boolean;
  @Field(() => [String], { nullable: true, description: 'The texts that it may be.' }) values?: readonly string[];
}

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'What is trained: functions, hyperparameters, task, label and features, apart from any training of it.',
})
export class Model extends Entity {
  @Field(() => Int, { nullable: true, description: 'From 1; the next with every definition that differs. Null: not registered yet.' })
  revision!: number | null;
  @Field(() => ModelTask, { nullable: true }) task!: Task | null;
  @Field(() => ModelLearning, { nullable: true }) learning!: Learning | null;
  @Field(() => String, { nullable: true }) framework!: string | null;
  @Field(() => String, { nullable: true, description: 'What it is for.' }) intendedUse!: string | null;
  @Field(() => String, { nullable: true, description: 'What it must not be used for, and where it fails.' }) limits!: string | null;
  @Field(() => ModelLabel, { nullable: true }) label!: Label | null;
}

export const ModelConnection = connectionOf('Model', () => Model);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class ModelPayload extends Payload {
  @Field(() => Model, { nullable: true, description: 'Null when it was refused.' }) model!: ModelRow | null;
}
