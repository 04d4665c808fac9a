import { ArgsType, Field, ID, Int } from 'type-graphql';
import { Position } from '../../graphql/scalars.js';
import { EntityKind } from '../entity/entity.type.js';
import type { Kind } from '../kind.js';

@ArgsType()
class ChangeFilterArgs {
  @Field(() => [EntityKind], { nullable: true }) kinds?: Kind[] | null;
  @Field(() => [ID], { nullable: true }) ids?: string[] | null;
}

@ArgsType()
export class ChangeFeedArgs extends ChangeFilterArgs {
  @Field(() => Position, { nullable: true, description: 'Changes after this position; null: from now on.' }) after?: number | null;
}

@ArgsType()
export class ChangesArgs extends ChangeFilterArgs {
  @Field(() => Position, { nullable: true, description: 'Changes after this position; null: from the first one.' }) after?: number | null;
  @Field(() => Int, { nullable: true, defaultValue: 100, description: '1 to 100.' }) first?: number | null;
}
