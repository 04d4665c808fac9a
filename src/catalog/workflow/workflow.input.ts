import { Field, ID, InputType } from 'type-graphql';
import { DefinitionFilter } from '../entity/definition-filter.input.js';
import { DEFAULT_NAMESPACE } from '../id.js';
import { publicationRules } from '../segment/segment.input.js';
import { definitionRules, WorkflowDefinitionInput } from './definition.input.js';
import type { WorkflowKind as WorkflowKindName } from './definition.js';
import { WorkflowKind } from './definition.type.js';
import type { WorkflowFilter as Filter } from './workflow.repository.js';

@InputType({ description: 'What is in a workflow is asked of its newest published version.' })
export class WorkflowFilter extends DefinitionFilter implements Filter {
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

export const publishWorkflowRules = publicationRules.extend({ definition: definitionRules });
