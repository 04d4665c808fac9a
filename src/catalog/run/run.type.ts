import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { DateTime } from '../../graphql/scalars.js';
import type { RunState as State } from '../attributes.js';
import { Entity } from '../entity/entity.type.js';
import type { Time } from '../time.js';
import { type RunEngine as Engine, RUN_STATES, type RunFailure } from './run.js';

export const RunState = enumOf<State>(RUN_STATES);
registerEnumType(RunState, { name: 'RunState' });

@ObjectType({ simpleResolvers: true })
export class RunError implements RunFailure {
  @Field(() => String) message!: string;
  @Field(() => String, { nullable: true }) programmingLanguage?: string;
  @Field(() => String, { nullable: true }) stackTrace?: string;
}

@ObjectType({ simpleResolvers: true, description: 'What ran it.' })
export class RunEngine implements Engine {
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) version?: string;
  @Field(() => String, { nullable: true, description: 'Of the lineage client.' }) adapterVersion?: string;
}

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'One execution of a job.' })
export class Run extends Entity {
  @Field(() => String, { description: 'The producer’s run id.' }) externalId!: string;
  @Field(() => RunState) state!: State;
  @Field(() => DateTime, { nullable: true }) startedAt!: Time | null;
  @Field(() => DateTime, { nullable: true }) endedAt!: Time | null;
  @Field(() => DateTime, { nullable: true, description: 'The time it was planned for.' }) nominalTime!: Time | null;
  @Field(() => DateTime, { nullable: true }) nominalEndTime!: Time | null;
  @Field(() => RunError, { nullable: true }) error!: RunFailure | null;
  @Field(() => RunEngine, { nullable: true }) engine!: Engine | null;
}

export const RunConnection = connectionOf('Run', () => Run);
