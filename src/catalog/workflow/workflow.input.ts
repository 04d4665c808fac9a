import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { EntityFilter } from '../entity/entity.input.js';
import { DEFAULT_NAMESPACE } from '../id.js';
import { definitionRules, WorkflowDefinitionInput } from './definition.input.js';
import type { WorkflowKind as WorkflowKindName } from './definition.js';
import { WorkflowKind } from './definition.type.js';
import type { WorkflowFilter as Filter } from './workflow.repository.js';

@InputType({ description: 'What is in a workflow is asked of its newest published version.' })
export class WorkflowFilter extends EntityFilter implements Filter {
  @Field(() => String, { nullable: true, description: 'Words, each anywhere in name or description, upper or lower case.' }) text?:
    | string
    | null;
  @Field(() => WorkflowKind, { nullable: true }) workflowKind?: WorkflowKindName | null;
  @Field(() => ID, { nullable: true, description: 'A pipeline, or one of its versions.' }) pipeline?: string | null;
  @Field(() => ID, { nullable: true, description: 'A segment, or one of its versions, in a pipeline or a merge.' }) segment?: string | null;
  @Field(() => ID, { nullable: true, description: 'A dataset or feature table that it reads or writes.' }) dataset?: string | null;
}

@InputType()
export class PublishWorkflowInput {
  @Field(() => String, { nullable: true, defaultValue: DEFAULT_NAMESPACE }) namespace?: string | null;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'A tag or semantic version for people.' }) label?: string | null;
  @Field(() => String, { nullable: true, description: 'Says what the workflow is.' }) description?: string | null;
  @Field(() => WorkflowDefinitionInput) definition!: WorkflowDefinitionInput;
  @Field(() => Boolean, { nullable: true, description: 'May be incomplete; lineage does not show its data.' }) draft?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

const name = z.string().min(1, 'must not be empty').max(500, 'has at most 500 characters');

export const publishWorkflowRules = z.object({
  namespace: name.nullish().transform((namespace) => namespace ?? DEFAULT_NAMESPACE),
  name,
  label: z.string().max(200, 'has at most 200 characters').nullish(),
  description: z.string().max(50_000, 'has at most 50,000 characters').nullish(),
  definition: definitionRules,
  draft: z
    .boolean()
    .nullish()
    .transform((draft) => draft ?? false),
  idempotencyKey: z.string().max(200, 'has at most 200 characters').nullish(),
});

export type PublishWorkflow = z.infer<typeof publishWorkflowRules>;
