import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../graphql/context.js';
import type { Schema } from '../pipeline/schema.js';
import { SchemaColumn } from '../pipeline/schema.type.js';
import { definitionRules, WorkflowDefinitionInput } from './definition.input.js';
import { faultsOf } from './validate.js';
import { WorkflowValidation } from './validation.type.js';
import { validated } from './workflow.mutation.js';

@Resolver(() => WorkflowValidation)
export class WorkflowValidationResolver {
  @Query(() => WorkflowValidation, { description: 'What publishing it would say, without publishing.' })
  async validateWorkflow(
    @Arg('definition', () => WorkflowDefinitionInput) input: WorkflowDefinitionInput,
    @Arg('draft', () => Boolean, { defaultValue: false, description: 'True: what is missing is no fault.' }) draft: boolean,
    @Ctx() context: Context,
  ): Promise<WorkflowValidation> {
    const validation = await validated(context, definitionRules.parse(input), ['definition']);
    const problems = faultsOf(validation, draft);
    return { ...validation, problems, valid: problems.length === 0 };
  }

  @FieldResolver(() => [SchemaColumn], { nullable: true, description: 'What comes out of a node; null where it is not known.' })
  columns(@Root() { schemas }: WorkflowValidation, @Arg('node', () => String) node: string): Schema | null {
    return schemas.get(node) ?? null;
  }
}
