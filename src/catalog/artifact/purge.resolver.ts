import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import { PurgeArtifactsInput } from './artifact.input.js';
import { PurgeArtifactsPayload } from './artifact.type.js';
import { type PurgeParts, purgeArtifacts } from './purge.mutation.js';

@Resolver()
export class PurgeResolver {
  constructor(private readonly parts: PurgeParts) {}

  @Mutation(() => PurgeArtifactsPayload, {
    description:
      'Removes artifacts from the store that nothing refers to, at most 1,000; their entities stay, as removed. For administrators.',
  })
  purgeArtifacts(
    @Arg('input', () => PurgeArtifactsInput, { defaultValue: {} }) input: PurgeArtifactsInput,
    @Ctx() context: Context,
  ): Promise<PurgeArtifactsPayload> {
    return purgeArtifacts(this.parts, context, input);
  }
}
