import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import { Entity } from '../entity/entity.type.js';
import type { Fits as FitsName } from './definition.js';
import type { SegmentVersionRow } from './version.js';

export const Fits = { PREDICTOR: 'PREDICTOR', TRANSFORMATION: 'TRANSFORMATION', NONE: 'NONE' } as const;
registerEnumType(Fits, {
  name: 'Fits',
  description: 'What applying a segment takes: fitting a model (PREDICTOR), fitting a transformation (Spark’s StringIndexer), or nothing.',
});

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'One published state of a segment; never changes.' })
export class SegmentVersion extends Entity {
  @Field(() => Int, { description: '1, 2, ...' }) number!: number;
  @Field(() => String, { nullable: true }) label!: string | null;
  @Field(() => Boolean, { description: 'True: it may be incomplete.' }) draft!: boolean;
  @Field(() => String, { nullable: true, description: 'Equal definitions have equal hashes.' }) contentHash!: string | null;
  @Field(() => Fits) fits!: FitsName;
  @Field(() => String, { nullable: true }) language!: string | null;
  @Field(() => String, { nullable: true, description: 'Of a predictor: CLASSIFICATION, REGRESSION, ...' }) task!: string | null;
}

export const SegmentVersionConnection = connectionOf('SegmentVersion', () => SegmentVersion);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class SegmentVersionPayload extends Payload {
  @Field(() => SegmentVersion, { nullable: true, description: 'Null when it was refused.' }) segmentVersion!: SegmentVersionRow | null;
}
