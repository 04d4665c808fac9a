import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { DefinitionFilter } from '../entity/definition-filter.input.js';
import { newName } from '../entity/name.input.js';
import { DEFAULT_NAMESPACE } from '../id.js';
import { definitionRules, SegmentDefinitionInput } from './definition.input.js';
import type { Fits as FitsName } from './definition.js';
import type { SegmentFilter as Filter } from './segment.repository.js';
import { Fits } from './version.type.js';

@InputType({ description: 'What a segment does is asked of its newest published version.' })
export class SegmentFilter extends DefinitionFilter implements Filter {
  @Field(() => Fits, { nullable: true }) fits?: FitsName | null;
  @Field(() => String, { nullable: true, description: 'CLASSIFICATION, REGRESSION, ...' }) task?: string | null;
}

@InputType()
export class PublishSegmentInput {
  @Field(() => String, { nullable: true, defaultValue: DEFAULT_NAMESPACE }) namespace?: string | null;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'A tag or semantic version for people.' }) label?: string | null;
  @Field(() => String, { nullable: true, description: 'Says what the segment is.' }) description?: string | null;
  @Field(() => SegmentDefinitionInput) definition!: SegmentDefinitionInput;
  @Field(() => Boolean, { nullable: true, description: 'May be incomplete; no pipeline can be built on it.' }) draft?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

const name = z.string().min(1, 'must not be empty').max(500, 'has at most 500 characters');
/** What every publication says besides its definition. */
export const publicationRules = z.object({
  namespace: name.nullish().transform((namespace) => namespace ?? DEFAULT_NAMESPACE),
  name: newName(500),
  label: z.string().max(200, 'has at most 200 characters').nullish(),
  description: z.string().max(50_000, 'has at most 50,000 characters').nullish(),
  draft: z
    .boolean()
    .nullish()
    .transform((draft) => draft ?? false),
  idempotencyKey: z.string().max(200, 'has at most 200 characters').nullish(),
});

export const publishSegmentRules = publicationRules.extend({ definition: definitionRules });
