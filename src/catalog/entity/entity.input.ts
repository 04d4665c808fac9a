import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import type { EntityFilter as Filter } from './filter.js';

/** What lists of every kind can be narrowed by; kinds add their own by extending it. */
@InputType()
export class EntityFilter implements Filter {
  @Field(() => String, { nullable: true }) namespace?: string | null;
  @Field(() => String, { nullable: true, description: 'Anywhere in the name, upper or lower case.' }) nameContains?: string | null;
  @Field(() => ID, { nullable: true, description: 'A person or a team; a plain name is a person’s.' }) owner?: string | null;
  @Field(() => ID, { nullable: true, description: 'A tag, or its plain name.' }) tag?: string | null;
  @Field(() => ID, { nullable: true, description: 'A term, or its plain name.' }) term?: string | null;
  @Field(() => ID, { nullable: true, description: 'What is in this domain, or in one below it; an id or a plain name.' })
  domain?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'False: what was only named so far.' }) described?: boolean | null;
  @Field(() => Boolean, { defaultValue: false, description: 'True: what is no longer there.' }) removed?: boolean | null;
}

@InputType()
export class DescribeInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Empty: takes back what the same person said before.' }) text!: string;
  @Field(() => String, { nullable: true, description: 'text/plain, text/markdown.' }) contentType?: string | null;
}

export const describeRules = z.object({
  text: z.string().max(50_000, 'has at most 50,000 characters'),
  contentType: z.string().max(100, 'has at most 100 characters').nullish(),
});

@InputType()
export class RemoveInput {
  @Field(() => ID) id!: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: later reports do not bring it back, until the same person removes it again without.',
  })
  ban?: boolean | null;
}
