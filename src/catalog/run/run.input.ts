import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../../graphql/scalars.js';
import type { RunState as State } from '../attributes.js';
import { EntityFilter } from '../entity/entity.input.js';
import type { Time } from '../time.js';
import type { RunFilter as Filter } from './run.repository.js';
import { RunState } from './run.type.js';

@InputType()
export class RunFilter extends EntityFilter implements Filter {
  @Field(() => ID, { nullable: true }) job?: string | null;
  @Field(() => ID, { nullable: true, description: 'The run that they are children of.' }) parent?: string | null;
  @Field(() => RunState, { nullable: true }) state?: State | null;
  @Field(() => [RunState], { nullable: true, description: 'Any of these.' }) states?: State[] | null;
  @Field(() => DateTime, { nullable: true, description: 'Heard of last at this time or after.' }) since?: Time | null;
  @Field(() => DateTime, { nullable: true, description: 'Heard of last before this time.' }) until?: Time | null;
}
