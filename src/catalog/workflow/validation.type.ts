import { Field, ObjectType } from 'type-graphql';
import { Problem } from '../../graphql/payload.js';
import type { Problem as ProblemRow } from '../../write/fact.js';
import type { WorkflowKind as WorkflowKindName } from './definition.js';
import { WorkflowKind } from './definition.type.js';
import type { WorkflowValidation as Validation } from './validate.js';

@ObjectType({ simpleResolvers: true, description: 'What the rules say of a workflow, all at once.' })
export class WorkflowValidation {
  @Field(() => Boolean, { description: 'It would be published.' }) valid!: boolean;
  @Field(() => WorkflowKind, { nullable: true, description: 'Null: can’t be said yet.' }) kind!: WorkflowKindName | null;
  @Field(() => [Problem], { description: 'Why it would be refused; at most 2,000.' }) problems!: readonly ProblemRow[];
  @Field(() => [Problem], { description: 'What is not there yet: a draft may lack it, else these are among the problems.' })
  missing!: readonly ProblemRow[];
  @Field(() => [Problem], { description: 'What could not be checked, or is allowed and worth knowing.' }) notes!: readonly ProblemRow[];

  /** For the field `columns`. */
  readonly schemas!: Validation['schemas'];
}
