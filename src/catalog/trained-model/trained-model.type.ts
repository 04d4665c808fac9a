import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { Payload } from '../../graphql/payload.js';
import { DateTime, Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import { Entity } from '../entity/entity.type.js';
import type { Time } from '../time.js';
import { type Score as ScoreRow, type Signature, type SignatureColumn, STAGES, type Stage } from './definition.js';
import type { TrainedModelRow } from './trained-model.js';

export const ModelStage = enumOf<Stage>(STAGES);
registerEnumType(ModelStage, { name: 'ModelStage' });

@ObjectType({ simpleResolvers: true, description: 'A value by a criterion.' })
export class Score implements ScoreRow {
  @Field(() => String) criterion!: string;
  @Field(() => Float) value!: number;
}

@ObjectType({ simpleResolvers: true })
export class ModelSignatureColumn implements SignatureColumn {
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'As the framework calls it.' }) type!: string;
  @Field(() => Boolean, { nullable: true }) nullable!: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: 'What goes into a prediction, and what comes out.' })
export class ModelSignature implements Signature {
  @Field(() => [ModelSignatureColumn]) inputs!: readonly SignatureColumn[];
  @Field(() => [ModelSignatureColumn]) outputs!: readonly SignatureColumn[];
}

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'One training of a model; what was recorded of it never changes.' })
export class TrainedModel extends Entity {
  @Field(() => Int, { nullable: true, description: '1, 2, ...' }) number!: number | null;
  @Field(() => ModelStage) stage!: Stage;
  @Field(() => Int, { nullable: true, description: 'The revision of the model that it was trained under.' }) modelRevision!: number | null;
  @Field(() => String, { nullable: true }) framework!: string | null;
  @Field(() => Json, { nullable: true, description: 'By name; the defaults of the model included.' })
  hyperparameters!: Readonly<Record<string, JsonValue>> | null;
  @Field(() => DateTime, { nullable: true }) trainedAt!: Time | null;
  @Field(() => ModelSignature, { nullable: true }) signature!: Signature | null;
}

export const TrainedModelConnection = connectionOf('TrainedModel', () => TrainedModel);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class TrainedModelPayload extends Payload {
  @Field(() => TrainedModel, { nullable: true, description: 'Null when it was refused.' }) trainedModel!: TrainedModelRow | null;
}
