import { Field, ID, InputType } from 'type-graphql';
import { EntityFilter } from '../entity/entity.input.js';
import type { DatasetFilter as Filter } from './dataset.repository.js';

@InputType()
export class DatasetFilter extends EntityFilter implements Filter {
  @Field(() => ID, { nullable: true, description: 'A data source.' }) source?: string | null;
}
