import { Field, Float, InputType } from 'type-graphql';
import { z } from 'zod';
import { EntityFilter } from '../entity/entity.input.js';
import { parseDuration } from '../feature-table/duration.js';
import type { ArtifactKind as Kind } from './artifact.js';
import type { ArtifactFilter as Filter } from './artifact.repository.js';
import { ArtifactKind } from './artifact.type.js';
import { isContentHash } from './content-hash.js';
import { artifactName, mediaType } from './description.js';

@InputType()
export class ArtifactFilter extends EntityFilter implements Filter {
  @Field(() => ArtifactKind, { nullable: true }) kind?: Kind | null;
  @Field(() => String, { nullable: true, description: 'Words, each anywhere in name, description or location, upper or lower case.' })
  text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'False: what nothing refers to.' }) referenced?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True: whose bytes Vinci’s own store holds.' }) stored?: boolean | null;
}

@InputType({
  description:
    'What lies elsewhere: its location, and its hash if it is known. What was uploaded: its hash. What is left out stays as it was.',
})
export class RegisterArtifactInput {
  @Field(() => String, { nullable: true, description: 'SHA-256 of the content, 64 hex digits.' }) hash?: string | null;
  @Field(() => String, { nullable: true, description: 'A URI: s3://bucket/key, dbfs:/path, https://..., docker://host/name@sha256:...' })
  location?: string | null;
  @Field(() => String, { nullable: true, description: 'What people call it; the last part of the location if nobody says it.' })
  name?: string | null;
  @Field(() => ArtifactKind, { nullable: true }) kind?: Kind | null;
  @Field(() => String, { nullable: true, description: 'application/java-archive, text/html, ...' }) mediaType?: string | null;
  @Field(() => Float, { nullable: true, description: 'Bytes; of what was uploaded it is known.' }) size?: number | null;
  @Field(() => String, { nullable: true, description: 'Says what it is.' }) description?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class PurgeArtifactsInput {
  @Field(() => String, { nullable: true, defaultValue: 'P1D', description: 'How long nobody has spoken of it: an ISO 8601 duration.' })
  olderThan?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Only tells what would be removed.' }) dryRun?: boolean | null;
}

const PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/@]*:[^/@]*@/i;

const location = z
  .string()
  .max(1500, 'has at most 1,500 characters')
  .regex(/^[a-z][a-z0-9+.-]*:\/{0,3}[^\s/][^\s\p{Cc}]*$/iu, 'must be a URI such as s3://bucket/key, with blanks as %20')
  .refine((uri) => !PASSWORD.test(uri), 'must not hold a password: everybody would see it');

export const registerArtifactRules = z.object({
  hash: z.string().refine(isContentHash, 'must be a SHA-256 as 64 hex digits in lower case').nullish(),
  location: location.nullish(),
  name: artifactName.nullish(),
  kind: z.string().nullish(),
  mediaType: mediaType.nullish(),
  size: z.number().int('must be a whole number of bytes').min(0, 'must not be negative').max(Number.MAX_SAFE_INTEGER).nullish(),
  description: z.string().max(50_000, 'has at most 50,000 characters').nullish(),
  idempotencyKey: z.string().max(200, 'has at most 200 characters').nullish(),
});

export const purgeArtifactsRules = z.object({
  olderThan: z
    .string()
    .nullish()
    .transform((text, context) => {
      const duration = parseDuration(text ?? 'P1D');
      if (duration) return duration;
      context.addIssue({ code: 'custom', message: 'must be an ISO 8601 duration such as P1D or PT12H' });
      return z.NEVER;
    }),
  dryRun: z
    .boolean()
    .nullish()
    .transform((dryRun) => dryRun ?? true),
});
