import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { DateTime, Position } from '../../graphql/scalars.js';
import { EntityFilter } from '../entity/entity.input.js';
import { newName } from '../entity/name.input.js';
import { environmentNameRules } from '../environment/environment.input.js';
import type { Time } from '../time.js';
import type { DeploymentState } from './deployment.js';
import type { DeploymentFilter as Filter } from './deployment.repository.js';
import { DeploymentStatus } from './deployment.type.js';

@InputType()
export class DeploymentFilter extends EntityFilter implements Filter {
  @Field(() => String, { nullable: true }) environment?: string | null;
  @Field(() => ID, { nullable: true, description: 'What it serves, or what that is a training or a version of.' }) what?: string | null;
  @Field(() => DeploymentStatus, { nullable: true }) status?: DeploymentState | null;
  @Field(() => Boolean, { nullable: true, description: 'True: what serves nothing any more; false: what does.' }) retired?: boolean | null;
}

@InputType()
export class ServingInput {
  @Field(() => ID, { description: 'A trained model, a version of a pipeline or workflow, or a feature table.' }) what!: string;
  @Field(() => Float, { nullable: true, description: 'In percent; 100 when left out.' }) trafficShare?: number | null;
  @Field(() => String, { nullable: true, description: 'Of the container, with its digest.' }) image?: string | null;
  @Field(() => String, { nullable: true, description: 'sha256: and 64 hexadecimal digits.' }) digest?: string | null;
  @Field(() => [ID], { nullable: true, description: 'What runs; those of the trained model when left out.' }) artifacts?: string[] | null;
}

/** What every change of a deployment can say. */
@InputType()
abstract class ReleaseInput {
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it took place, after the release before; now, when left out.' })
  at?: Time | null;
  @Field(() => Position, { nullable: true, description: 'The lastPosition that the deployment must still be at; else CONFLICT.' })
  expectedPosition?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'All that is served from now on: it takes the place of what was served before.' })
export class DeployInput extends ReleaseInput {
  @Field(() => String, { description: 'production, staging, ...' }) environment!: string;
  @Field(() => String) name!: string;
  @Field(() => [ServingInput], { description: '1 to 20, of one kind.' }) serving!: ServingInput[];
  @Field(() => String, { nullable: true, description: 'http or https, without credentials.' }) url?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the endpoint tells how it is, on the same host: "/health".' })
  healthPath?: string | null;
  @Field(() => Int, { nullable: true }) replicas?: number | null;
}

@InputType({ description: 'Puts what a deployment serves into another environment, or gives it all the traffic.' })
export class PromoteInput extends ReleaseInput {
  @Field(() => ID, { description: 'The deployment that serves it now.' }) deployment!: string;
  @Field(() => ID, { nullable: true, description: 'Which of what it serves; needed where there are several.' }) what?: string | null;
  @Field(() => String, { nullable: true, description: 'The same when left out.' }) environment?: string | null;
  @Field(() => String, { nullable: true, description: 'Of the deployment there; the same when left out.' }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'Stays as it is there when left out.' }) url?: string | null;
  @Field(() => Int, { nullable: true, description: 'Likewise.' }) replicas?: number | null;
}

@InputType()
export class RollBackInput extends ReleaseInput {
  @Field(() => ID) deployment!: string;
  @Field(() => Int, { nullable: true, description: 'The number of a release; the one before when left out.' }) to?: number | null;
}

@InputType()
export class RetireInput extends ReleaseInput {
  @Field(() => ID) deployment!: string;
}

@InputType()
export class ReportDeploymentStatusInput {
  @Field(() => ID) deployment!: string;
  @Field(() => DeploymentStatus) status!: DeploymentState;
  @Field(() => String, { nullable: true }) message?: string | null;
  @Field(() => Int, { nullable: true, description: 'That are running.' }) replicas?: number | null;
}

@InputType({ description: 'Valid for exactly this, as it is now, and there.' })
export class ApproveDeploymentInput {
  @Field(() => ID, { description: 'A trained model, a version of a pipeline or workflow, or a feature table.' }) what!: string;
  @Field(() => String) environment!: string;
  @Field(() => String, { nullable: true, description: 'For the deployment of this name only.' }) name?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'False: what the same person approved before is no longer.' })
  approved?: boolean | null;
}

export const MAX_SERVED = 20;
const MAX_ARTIFACTS = 100;
const text = (max: number) => z.string().max(max, `has at most ${max} characters`).nullish();
const word = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must consist of printable ASCII characters without spaces')
  .max(1000, 'has at most 1,000 characters')
  .nullish();
const replicas = z.number().int().min(0, 'is at least 0').max(100_000, 'is at most 100,000').nullish();

function isPlainUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hash, password, protocol, username } = new URL(url);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '' && hash === '';
}

const url = word.refine((value) => !value || isPlainUrl(value), 'must be an http or https URL without credentials');
const common = { reason: text(10_000), idempotencyKey: text(200), replicas, url };
const name = newName(200);

export const deployRules = z.looseObject({
  ...common,
  environment: environmentNameRules,
  name,
  healthPath: word.refine((path) => !path || /^\/(?![/\\])[^\\]*$/.test(path), 'must be a path on the same host: "/health"'),
  serving: z
    .array(
      z.looseObject({
        image: word,
        digest: word,
        artifacts: z.array(z.string().max(2000)).max(MAX_ARTIFACTS, `has at most ${MAX_ARTIFACTS} items`).nullish(),
      }),
    )
    .min(1, 'names at least one thing: to serve nothing any more, retire the deployment')
    .max(MAX_SERVED, `has at most ${MAX_SERVED} items`),
});

export const promoteRules = z.looseObject({ ...common, environment: environmentNameRules.nullish(), name: name.nullish() });
export const releaseRules = z.looseObject(common);
export const reportDeploymentStatusRules = z.looseObject({ message: text(2000), replicas });
export const approveDeploymentRules = z.looseObject({ environment: environmentNameRules, name: name.nullish(), note: text(10_000) });
