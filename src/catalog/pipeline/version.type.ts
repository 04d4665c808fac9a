import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import { Json } from '../../graphql/scalars.js';
import { Version } from '../entity/version.type.js';
import type { PipelineKind as PipelineKindName } from './schema.js';
import type { AddedColumn, NeededColumn, Signature } from './signature.js';
import type { PipelineVersionRow, StoredStep } from './version.js';

export const PipelineKind = { TRANSFORMATION: 'TRANSFORMATION', ESTIMATION: 'ESTIMATION' } as const;
registerEnumType(PipelineKind, { name: 'PipelineKind', description: 'ESTIMATION: it ends in its one predictor.' });

@ObjectType({ implements: Version, simpleResolvers: true, description: 'One published state of a pipeline; never changes.' })
export class PipelineVersion extends Version {
  @Field(() => PipelineKind) pipelineKind!: PipelineKindName;
  @Field(() => Boolean, { description: 'It holds a transformation that must be fitted before it can be applied.' }) needsFitting!: boolean;
}

export const PipelineVersionConnection = connectionOf('PipelineVersion', () => PipelineVersion);

@ObjectType({ simpleResolvers: true, description: 'A segment’s version with its params bound.' })
export class PipelineStep implements StoredStep {
  @Field(() => Int, { description: 'From 0.' }) index!: number;
  @Field(() => Json) params!: StoredStep['params'];
  /** The id of the segment’s version. */
  segment!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Types are Spark’s simple strings, or families of them: numeric, array, any.' })
export class NeededPipelineColumn implements NeededColumn {
  @Field(() => String) name!: string;
  @Field(() => [String], { nullable: true, description: 'One of these; null: any.' }) types?: string[];
}

@ObjectType({ simpleResolvers: true })
export class AddedPipelineColumn implements AddedColumn {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'Null: it follows from what comes in.' }) type!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What a pipeline needs and gives, whatever else a data frame holds.' })
export class PipelineSignature implements Signature {
  @Field(() => [NeededPipelineColumn]) needs!: NeededPipelineColumn[];
  @Field(() => [AddedPipelineColumn]) adds!: AddedPipelineColumn[];
  @Field(() => [String]) drops!: string[];
  @Field(() => Boolean, { description: 'False: from some step on only the data can tell what more there is.' }) complete!: boolean;
}

@ObjectType({ implements: Payload, simpleResolvers: true })
export class PipelineVersionPayload extends Payload {
  @Field(() => PipelineVersion, { nullable: true, description: 'Null when it was refused.' }) pipelineVersion!: PipelineVersionRow | null;
}
