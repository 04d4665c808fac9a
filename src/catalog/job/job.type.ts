import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { enumOf } from '../../graphql/enum.js';
import { Entity } from '../entity/entity.type.js';
import { type CodeLocation, JOB_TRIGGERS, type JobTrigger as Trigger } from './job.js';

export const JobTrigger = enumOf<Trigger>(JOB_TRIGGERS);
registerEnumType(JobTrigger, { name: 'JobTrigger', description: 'What starts its runs.' });

@ObjectType('JobLocation', { simpleResolvers: true, description: 'Where its code is.' })
export class JobLocation implements CodeLocation {
  @Field(() => String, { nullable: true }) type?: string;
  @Field(() => String, { nullable: true }) url?: string;
  @Field(() => String, { nullable: true }) repoUrl?: string;
  @Field(() => String, { nullable: true }) path?: string;
  @Field(() => String, { nullable: true }) version?: string;
  @Field(() => String, { nullable: true }) tag?: string;
  @Field(() => String, { nullable: true }) branch?: string;
}

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'The application of a workflow, pipeline or function; its executions are runs.',
})
export class Job extends Entity {
  @Field(() => JobTrigger) trigger!: Trigger;
  @Field(() => String, { nullable: true }) sql!: string | null;
  @Field(() => String, { nullable: true }) sqlDialect!: string | null;
  @Field(() => String, { nullable: true, description: 'BATCH or STREAMING.' }) processingType!: string | null;
  @Field(() => String, { nullable: true, description: 'SPARK, AIRFLOW, DBT, ...' }) integration!: string | null;
  @Field(() => String, { nullable: true, description: 'JOB, TASK, MODEL, QUERY, ...' }) jobType!: string | null;
  @Field(() => JobLocation, { nullable: true }) location!: CodeLocation | null;
}

export const JobConnection = connectionOf('Job', () => Job);
