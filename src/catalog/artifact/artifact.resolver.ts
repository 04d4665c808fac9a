import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { seenAmong } from '../../access/seen.js';
import { PageArgs } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { entityWithFields, FromId } from '../../graphql/read-ahead.js';
import { EntityConnection } from '../entity/entity.type.js';
import { MAX_PAGE, type Page, pageRequest } from '../entity/page.js';
import type { EntityRow } from '../entity/row.js';
import { ArtifactFilter, RegisterArtifactInput } from './artifact.input.js';
import { ARTIFACTS_PATH, type ArtifactRow, artifactId } from './artifact.js';
import { listArtifacts, referencesOfArtifacts } from './artifact.repository.js';
import { Artifact, ArtifactConnection, ArtifactPayload } from './artifact.type.js';
import { registerArtifact } from './register.mutation.js';

@Resolver(() => Artifact)
export class ArtifactResolver {
  @Query(() => Artifact, { nullable: true, description: 'By the SHA-256 of its content; what has none by node(id).' })
  artifact(@Arg('hash', () => String) hash: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return entityWithFields(artifactId(hash), context, info);
  }

  @Query(() => ArtifactConnection)
  artifacts(
    @Arg('filter', () => ArtifactFilter, { nullable: true }) filter: ArtifactFilter | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { database }: Context,
  ): Promise<Page<ArtifactRow>> {
    return listArtifacts(database, filter ?? {}, pageRequest(first, after));
  }

  @FieldResolver(() => String, { nullable: true, description: 'The path to download it from; null where Vinci does not hold it.' })
  url(@Root() { stored, hash }: ArtifactRow): string | null {
    return stored ? `${ARTIFACTS_PATH}/${hash}` : null;
  }

  @FromId()
  @FieldResolver(() => EntityConnection, { description: 'What refers to it: while anything does, it is not purged.' })
  references(
    @Root() artifact: ArtifactRow,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<EntityRow>> {
    return loaders.related(referencesOfArtifacts, artifact, pageRequest(first, after));
  }

  @FieldResolver(() => Int, {
    description: 'How much refers to it; who does not see everything is told of what is seen, of the first 100.',
  })
  async referenceCount(@Root() artifact: ArtifactRow, @Ctx() { loaders, sight }: Context): Promise<number> {
    if (!sight) return loaders.referenceCount.load(artifact.key);
    const { nodes } = await loaders.related(referencesOfArtifacts, artifact, { first: MAX_PAGE, after: null });
    return (await seenAmong(sight, nodes, ({ id }) => id)).length;
  }

  @Mutation(() => ArtifactPayload, { description: 'Says where something lies that Vinci does not hold, or what something uploaded is.' })
  async registerArtifact(
    @Arg('input', () => RegisterArtifactInput) input: RegisterArtifactInput,
    @Ctx() context: Context,
  ): Promise<ArtifactPayload> {
    const { position, receipts, entity } = await registerArtifact(context, input);
    return { position, receipts, artifact: entity };
  }
}
