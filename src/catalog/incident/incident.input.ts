import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { EntityFilter } from '../entity/entity.input.js';
import type { IncidentRule as Rule, IncidentState as State } from './incident.js';
import type { IncidentFilter as Filter } from './incident.repository.js';
import { IncidentRule, IncidentState } from './incident.type.js';

@InputType()
export class IncidentFilter extends EntityFilter implements Filter {
  @Field(() => [IncidentState], { nullable: true }) states?: State[] | null;
  @Field(() => IncidentRule, { nullable: true }) rule?: Rule | null;
  @Field(() => String, { nullable: true }) criterion?: string | null;
  @Field(() => ID, { nullable: true }) model?: string | null;
}

@InputType({ description: 'What is left out stays as it is; a note is added.' })
export class UpdateIncidentInput {
  @Field(() => ID) id!: string;
  @Field(() => IncidentState, { nullable: true }) state?: State | null;
  @Field(() => String, { nullable: true, description: 'Why it happened; needed to resolve it.' }) cause?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

const text = z.string().min(1, 'must not be empty').max(10_000, 'has at most 10,000 characters').nullish();
export const updateIncidentRules = z.looseObject({ cause: text, note: text });
