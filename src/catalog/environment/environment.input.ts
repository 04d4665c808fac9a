import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { EntityFilter } from '../entity/entity.input.js';
import { newName } from '../entity/name.input.js';
import type { EnvironmentFilter as Filter } from './environment.repository.js';

@InputType()
export class EnvironmentFilter extends EntityFilter implements Filter {
  @Field(() => Boolean, { nullable: true }) requiresApproval?: boolean | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class SetEnvironmentPolicyInput {
  @Field(() => String, { description: 'production, staging, ...' }) environment!: string;
  @Field(() => Boolean, { nullable: true, description: 'Not required until somebody says so.' }) requiresApproval?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Required in "prod" and "production", unless somebody says otherwise.' })
  requiresEvaluations?: boolean | null;
}

export const environmentNameRules = newName(200);
export const setEnvironmentPolicyRules = z.looseObject({ environment: environmentNameRules });
