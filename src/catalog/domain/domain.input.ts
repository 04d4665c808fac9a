import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { DefinitionInput, HierarchyFilter, nameRules } from '../hierarchy/hierarchy.input.js';

@InputType()
export class DomainFilter extends HierarchyFilter {}

@InputType({ description: 'What is left out stays as it was.' })
export class DefineDomainInput extends DefinitionInput {}

@InputType()
export class AssignDomainInput {
  @Field(() => ID) id!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The id of a domain, `domain:default/marketing`, or its plain name. Need not be known yet; null: none, whoever said so.',
  })
  domain!: string | null;
}

export const assignDomainRules = z.object({ domain: nameRules.nullable() });
