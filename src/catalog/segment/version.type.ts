import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import { Version } from '../entity/version.type.js';
import type { CodeLocation, Fits as FitsName } from './definition.js';
import type { SegmentVersionRow } from './version.js';

export const Fits = { PREDICTOR: 'PREDICTOR', TRANSFORMATION: 'TRANSFORMATION', NONE: 'NONE' } as const;
registerEnumType(Fits, {
  name: 'Fits',
  description: 'What applying a segment takes: fitting a model (PREDICTOR), fitting a transformation (Spark’s StringIndexer), or nothing.',
});

@ObjectType({ implements: Version, simpleResolvers: true, description: 'One published state of a segment; never changes.' })
export class SegmentVersion extends Version {
  @Field(() => Fits) fits!: FitsName;
  @Field(() => String, { nullable: true }) language!: string | null;
  @Field(() => String, { nullable: true, description: 'Of a predictor: CLASSIFICATION, REGRESSION, ...' }) task!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Where the code of a segment is.' })
export class SegmentCode implements CodeLocation {
  @Field(() => String, { nullable: true }) repository?: string;
  @Field(() => String, { nullable: true }) path?: string;
  @Field(() => String, { nullable: true }) commit?: string;
  @Field(() => String, { nullable: true, description: 'A class, a function, a notebook: what is called.' }) entryPoint?: string;
  @Field(() => String, { nullable: true, description: 'Where it is built: a package, a jar, an image.' }) artifact?: string;
}

export const SegmentVersionConnection = connectionOf('SegmentVersion', () => SegmentVersion);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class SegmentVersionPayload extends Payload {
  @Field(() => SegmentVersion, { nullable: true, description: 'Null when it was refused.' }) segmentVersion!: SegmentVersionRow | null;
}
