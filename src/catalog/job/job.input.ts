import { Field, InputType } from 'type-graphql';
import { EntityFilter } from '../entity/entity.input.js';
import type { JobTrigger as Trigger } from './job.js';
import type { JobFilter as Filter } from './job.repository.js';
import { JobTrigger } from './job.type.js';

@InputType()
export class JobFilter extends EntityFilter implements Filter {
  @Field(() => JobTrigger, { nullable: true }) trigger?: Trigger | null;
  @Field(() => String, { nullable: true, description: 'SPARK, AIRFLOW, DBT, ... in upper or lower case.' }) integration?: string | null;
}
