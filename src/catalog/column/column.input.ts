import { Field, ID, InputType } from 'type-graphql';
import { EntityFilter } from '../entity/entity.input.js';
import type { ColumnFilter as Filter } from './column.repository.js';

@InputType()
export class ColumnFilter extends EntityFilter implements Filter {
  @Field(() => ID, { nullable: true }) dataset?: string | null;
  @Field(() => String, { nullable: true, description: 'As the producer spells it, in upper or lower case.' }) type?: string | null;
}
