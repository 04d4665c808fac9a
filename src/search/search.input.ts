import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { EntityKind } from '../catalog/entity/entity.type.js';
import { withIds } from '../catalog/entity/filter-ids.js';
import type { Kind } from '../catalog/kind.js';
import type { Time } from '../catalog/time.js';
import { PageArgs } from '../graphql/connection.js';
import { DateTime } from '../graphql/scalars.js';
import type { SearchFilter as Filter } from './search.js';

@InputType()
export class SearchFilter implements Filter {
  @Field(() => [EntityKind], { nullable: true }) kinds?: Kind[] | null;
  @Field(() => ID, { nullable: true, description: 'A data source: what lies in it.' }) source?: string | null;
  @Field(() => String, { nullable: true }) namespace?: string | null;
  @Field(() => ID, { nullable: true, description: 'A person or a team; a plain name is a person’s.' }) owner?: string | null;
  @Field(() => ID, { nullable: true, description: 'A tag, or its plain name.' }) tag?: string | null;
  @Field(() => ID, { nullable: true, description: 'A term, or its plain name.' }) term?: string | null;
  @Field(() => ID, { nullable: true, description: 'What is in this domain, or in one below it; an id or a plain name.' })
  domain?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'False: what was only named so far.' }) described?: boolean | null;
  @Field(() => DateTime, { nullable: true, description: 'What the catalog says of it changed since.' }) updatedSince?: Time | null;
  @Field(() => DateTime, { nullable: true, description: 'Datasets of which a version was written since.' }) writtenSince?: Time | null;
  @Field(() => String, {
    nullable: true,
    description: 'Datasets with a column like this: customer_id is customerId, and billing_customer_id has it.',
  })
  hasColumn?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'True: what is no longer there.' }) removed?: boolean | null;
}

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'What a person types: words or beginnings of words, in any spelling; "in quotes" they follow each other. None: all that fits the filter.',
  })
  query?: string | null;
  @Field(() => SearchFilter, { nullable: true }) filter?: SearchFilter | null;
}

const rules = z.object({ hasColumn: z.string().max(500, 'has at most 500 characters').nullish() });

/** The filter with ids for names. Throws BadInput when one of them is the id of something else. */
export function filterOf(input: SearchFilter | null | undefined): Filter {
  rules.parse(input ?? {});
  return withIds(input ?? {});
}
