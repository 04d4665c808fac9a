import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { Payload } from '../../graphql/payload.js';
import { Entity } from '../entity/entity.type.js';
import { ARTIFACT_KINDS, type ArtifactRow, type ArtifactKind as Kind } from './artifact.js';

export const ArtifactKind = enumOf<Kind>(ARTIFACT_KINDS);
registerEnumType(ArtifactKind, { name: 'ArtifactKind', description: 'IMAGE: of a container.' });

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'A stored object: a jar, a notebook, a data frame, a trained model, a report; known by the hash of its content.',
})
export class Artifact extends Entity {
  @Field(() => ArtifactKind) artifactKind!: Kind;
  @Field(() => String, { nullable: true }) mediaType!: string | null;
  @Field(() => Float, { nullable: true, description: 'Bytes; a whole number.' }) size!: number | null;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the content; null where nobody knows it.' }) hash!: string | null;
  @Field(() => String, { nullable: true, description: 'The URI of where it lies outside of Vinci.' }) location!: string | null;
  @Field(() => Boolean, { description: 'Vinci’s own store holds its bytes.' }) stored!: boolean;
}

export const ArtifactConnection = connectionOf('Artifact', () => Artifact);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class ArtifactPayload extends Payload {
  @Field(() => Artifact, { nullable: true, description: 'Null when it was refused.' }) artifact!: ArtifactRow | null;
}

@ObjectType({ implements: Payload, simpleResolvers: true, description: 'A receipt for each artifact that was purged, or would be.' })
export class PurgeArtifactsPayload extends Payload {
  @Field(() => Boolean, { description: 'Nothing was removed.' }) dryRun!: boolean;
  @Field(() => Int, { description: 'Artifacts that were purged, or would be.' }) count!: number;
  @Field(() => Float, { description: 'What they take in the store; a whole number.' }) bytes!: number;
  @Field(() => Boolean, { description: 'False: there are more; purge again.' }) complete!: boolean;
}
