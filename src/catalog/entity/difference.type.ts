import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Json } from '../../graphql/scalars.js';
import type { Json as JsonValue } from '../../write/fact.js';
import type { Change, Difference as DifferenceRow } from './difference.js';

export const DifferenceKind = { ADDED: 'ADDED', REMOVED: 'REMOVED', CHANGED: 'CHANGED' } as const;
registerEnumType(DifferenceKind, { name: 'DifferenceKind' });

@ObjectType({ simpleResolvers: true, description: 'What is in one definition and not in another.' })
export class Difference implements DifferenceRow {
  @Field(() => [String], { description: 'Items of lists by their names.' }) path!: string[];
  @Field(() => DifferenceKind) change!: Change;
  @Field(() => Json, { nullable: true }) before!: JsonValue;
  @Field(() => Json, { nullable: true }) after!: JsonValue;
}
