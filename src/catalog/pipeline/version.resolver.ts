import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import { Problem } from '../../graphql/payload.js';
import type { EntityRow } from '../entity/row.js';
import { thingOf } from '../entity/version.js';
import { SegmentVersion } from '../segment/version.type.js';
import { Pipeline } from './pipeline.type.js';
import { MISSING_RULES, pipelineProblems } from './pipeline-rules.js';
import { signatureOf } from './signature.js';
import type { PipelineDefinition, PipelineVersionRow } from './version.js';
import { PipelineSignature, PipelineStep, PipelineVersion } from './version.type.js';

@Resolver(() => PipelineVersion)
export class PipelineVersionResolver {
  @FieldResolver(() => Pipeline)
  pipeline(@Root() version: PipelineVersionRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(thingOf(version.id));
  }

  @FieldResolver(() => [PipelineStep], { description: 'In order.' })
  async steps(@Root() version: PipelineVersionRow, @Ctx() { loaders }: Context): Promise<PipelineStep[]> {
    const definition = (await loaders.definition.load(version.key)) as PipelineDefinition | null;
    return (definition?.steps ?? []).map((step, index) => ({ ...step, index }));
  }

  @FieldResolver(() => PipelineSignature, { description: 'Which columns it needs from outside, and which it adds.' })
  async signature(@Root() version: PipelineVersionRow, @Ctx() { loaders }: Context): Promise<PipelineSignature> {
    const pipeline = await loaders.knownPipeline.load(version.id);
    return signatureOf(pipeline?.steps ?? []) as PipelineSignature;
  }

  @FieldResolver(() => [Problem], { description: 'Of a draft: what it still lacks.' })
  async missing(@Root() version: PipelineVersionRow, @Ctx() { loaders }: Context): Promise<Problem[]> {
    if (!version.draft) return [];
    const pipeline = await loaders.knownPipeline.load(version.id);
    return pipelineProblems(pipeline?.steps ?? []).filter(({ rule }) => MISSING_RULES.has(rule)) as Problem[];
  }
}

@Resolver(() => PipelineStep)
export class PipelineStepResolver {
  @FieldResolver(() => SegmentVersion)
  segmentVersion(@Root() step: PipelineStep, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(step.segment);
  }
}
