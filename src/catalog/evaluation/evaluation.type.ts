import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import { DateTime } from '../../graphql/scalars.js';
import { Entity } from '../entity/entity.type.js';
import type { IncidentRow } from '../incident/incident.js';
import { Incident } from '../incident/incident.type.js';
import type { Direction } from '../model/definition.js';
import { MetricDirection } from '../model/model.type.js';
import type { Time } from '../time.js';
import type { EvaluationRow, Metric as MetricRow } from './evaluation.js';

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'What was measured of a trained model in one go.' })
export class Evaluation extends Entity {
  @Field(() => DateTime) at!: Time;
}

export const EvaluationConnection = connectionOf('Evaluation', () => Evaluation);

@ObjectType({ simpleResolvers: true, description: 'One value by one criterion.' })
export class Metric implements MetricRow {
  @Field(() => String) criterion!: string;
  @Field(() => Float) value!: number;
  @Field(() => String, { nullable: true, description: 'Of what part of the data; null: of all of it.' }) slice!: string | null;
  @Field(() => Int, { nullable: true }) step!: number | null;
  @Field(() => MetricDirection, { nullable: true }) direction!: Direction | null;
  @Field(() => Float, { nullable: true }) threshold!: number | null;
  @Field(() => Boolean, { description: 'It is on the wrong side of its threshold.' }) crossed!: boolean;
}

export const MetricConnection = connectionOf('Metric', () => Metric);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class EvaluationPayload extends Payload {
  @Field(() => Evaluation, { nullable: true, description: 'Null when it was refused.' }) evaluation!: EvaluationRow | null;
  @Field(() => [Incident], { description: 'Those that it opened.' }) incidents!: readonly IncidentRow[];
}
