import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EntityRow } from '../catalog/entity/row.js';
import { Job } from '../catalog/job/job.type.js';
import { Run } from '../catalog/run/run.type.js';
import type { Context } from '../graphql/context.js';
import type { EvidenceRow } from './evidence.js';
import { Evidence } from './evidence.type.js';

@Resolver(() => Evidence)
export class EvidenceResolver {
  @FieldResolver(() => Job, { nullable: true })
  job(@Root() { jobId }: EvidenceRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> | null {
    return jobId === null ? null : loaders.entity.load(jobId);
  }

  @FieldResolver(() => Run, { nullable: true })
  lastRun(@Root() { lastRunId }: EvidenceRow, @Ctx() { loaders }: Context): Promise<EntityRow | null> | null {
    return lastRunId === null || lastRunId === undefined ? null : loaders.entity.load(lastRunId);
  }
}
