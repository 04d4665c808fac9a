import { Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import type { Outcome as OutcomeName, Problem as ProblemRow } from '../write/fact.js';
import { Position } from './scalars.js';

export const Outcome = { APPLIED: 'APPLIED', UNCHANGED: 'UNCHANGED', REFUSED: 'REFUSED', HELD: 'HELD' } as const;
registerEnumType(Outcome, { name: 'Outcome' });

@ObjectType({ simpleResolvers: true, description: 'Why something was refused, and what would be right.' })
export class Problem implements ProblemRow {
  @Field(() => String) rule!: string;
  @Field(() => [String]) path!: string[];
  @Field(() => String) message!: string;
  @Field(() => String, { nullable: true }) remedy?: string;
}

@ObjectType({ simpleResolvers: true, description: 'What became of one change.' })
export class Receipt {
  @Field(() => Int) index!: number;
  @Field(() => Outcome) outcome!: OutcomeName;
  @Field(() => ID, { nullable: true }) id!: string | null;
  @Field(() => [Problem]) problems!: readonly ProblemRow[];
}

@InterfaceType({ description: 'What every mutation answers; each adds what it made or changed.' })
export abstract class Payload {
  @Field(() => Position, { description: 'Reads that send it as Vinci-Min-Position see what was done.' }) position!: number;
  @Field(() => [Receipt]) receipts!: readonly Receipt[];
}
