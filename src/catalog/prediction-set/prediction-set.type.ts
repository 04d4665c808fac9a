import { Field, Float, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import { DateTime } from '../../graphql/scalars.js';
import { Entity } from '../entity/entity.type.js';
import type { Time } from '../time.js';
import type { PredictionSetRow } from './prediction-set.js';

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'What a trained model predicted in one go: a dataset that holds it.',
})
export class PredictionSet extends Entity {
  @Field(() => DateTime, { nullable: true }) predictedAt!: Time | null;
  @Field(() => Float, { nullable: true }) rowCount!: number | null;
}

export const PredictionSetConnection = connectionOf('PredictionSet', () => PredictionSet);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class PredictionSetPayload extends Payload {
  @Field(() => PredictionSet, { nullable: true, description: 'Null when it was refused.' }) predictionSet!: PredictionSetRow | null;
}
