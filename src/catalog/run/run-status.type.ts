import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, Position } from '../../graphql/scalars.js';
import type { RunState as State } from '../attributes.js';
import type { Time } from '../time.js';
import { RunState } from './run.type.js';

@ObjectType({ simpleResolvers: true, description: 'A run has come to another state.' })
export class RunStatus {
  @Field(() => Position) position!: number;
  @Field(() => DateTime) at!: Time;
  @Field(() => RunState) state!: State;
  @Field(() => RunState, { nullable: true, description: 'Null: nothing had been heard of it before.' }) previous!: State | null;
}

@InputType()
export class RunStatusFilter {
  @Field(() => ID, { nullable: true, description: 'Runs of this job.' }) jobId?: string | null;
  @Field(() => ID, { nullable: true }) runId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A workflow, or a version of one: runs of the jobs that write what it produces.',
  })
  workflowId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A person or team that owns the run or its job; a plain name is a person’s.' })
  owner?: string | null;
  @Field(() => [RunState], { nullable: true, description: 'Runs that come to any of these.' }) states?: State[] | null;
}
