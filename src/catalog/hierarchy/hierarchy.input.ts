import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { PageArgs } from '../../graphql/connection.js';
import { Position } from '../../graphql/scalars.js';
import { EntityFilter } from '../entity/entity.input.js';
import { EntityKind } from '../entity/entity.type.js';
import { newName } from '../entity/name.input.js';
import { pageRequest } from '../entity/page.js';
import { DEFAULT_NAMESPACE } from '../id.js';
import type { Kind } from '../kind.js';
import type { HierarchyFilter as Filter } from './list.repository.js';
import type { MemberRequest } from './members.repository.js';

@InputType()
export abstract class HierarchyFilter extends EntityFilter implements Filter {
  @Field(() => ID, { nullable: true, description: 'Directly below this one.' }) parent?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: those without a parent, and those whose parents go in a circle.' })
  top?: boolean | null;
}

/** Which entities of a term or domain. */
@ArgsType()
export class MemberArgs extends PageArgs {
  @Field(() => [EntityKind], { nullable: true, description: 'Of these kinds; any when absent.' }) kinds?: Kind[] | null;
  @Field(() => Boolean, { defaultValue: false, description: 'True: also what belongs to those below it.' }) deep!: boolean;
}

export const memberRequest = ({ first, after, kinds }: MemberArgs): MemberRequest => ({
  ...pageRequest(first, after),
  kinds: kinds ?? null,
});

const text = (max: number) => z.string().max(max, `has at most ${max.toLocaleString('en')} characters`);

export const nameRules = text(500).min(1, 'must not be empty');

/** What a term and a domain are defined by. */
@InputType()
export abstract class DefinitionInput {
  @Field(() => String, { defaultValue: DEFAULT_NAMESPACE }) namespace!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'Empty: takes back what the same person said before.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'What it is below: an id or a plain name. Need not be known yet; null: there is none.' })
  parent?: string | null;
  @Field(() => Position, { nullable: true, description: 'Refused (CONFLICT) when it was changed since.' })
  expectedPosition?: number | null;
  @Field(() => String, { nullable: true, description: 'The same key and input gives the first answer again.' })
  idempotencyKey?: string | null;
}

export const definitionRules = z.object({
  namespace: text(500).min(1, 'must not be empty'),
  name: newName(500),
  description: text(50_000).nullish(),
  parent: nameRules.nullish(),
  expectedPosition: z.number().nullish(),
  idempotencyKey: text(200).nullish(),
});
