import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { MAX_LISTED } from '../entity/too-many.js';
import { DefinitionInput, definitionRules, HierarchyFilter, nameRules } from '../hierarchy/hierarchy.input.js';

@InputType()
export class TermFilter extends HierarchyFilter {}

@InputType({ description: 'What is left out stays as it was.' })
export class DefineTermInput extends DefinitionInput {
  @Field(() => [ID], { nullable: true, description: 'Terms to look at as well, ids or plain names: all of them, at most 100.' })
  related?: string[] | null;
}

export const defineTermRules = definitionRules.extend({
  related: z.array(nameRules).max(MAX_LISTED, `has at most ${MAX_LISTED} terms`).nullish(),
});

@InputType()
export class AttachTermInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'The id of a term, `term:default/churn`, or its plain name. Need not be known yet.' }) term!: string;
}

@InputType()
export class DetachTermInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'The id of a term, or its plain name.' }) term!: string;
}

export const termRules = z.object({ term: nameRules });
