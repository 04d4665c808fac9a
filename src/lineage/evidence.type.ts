import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Time } from '../catalog/time.js';
import { DateTime } from '../graphql/scalars.js';
import type { EvidenceMethod as Method } from './evidence.js';

export const EvidenceMethod = { DECLARED: 'DECLARED', PARSED: 'PARSED', OBSERVED: 'OBSERVED' } as const;
registerEnumType(EvidenceMethod, { name: 'EvidenceMethod', description: 'Said outright, read out of code, or seen at run time.' });

@ObjectType({ simpleResolvers: true, description: 'Who says so, how and when.' })
export class Evidence {
  @Field(() => String, { description: 'The producer.' }) by!: string;
  @Field(() => EvidenceMethod) method!: Method;
  @Field(() => DateTime) firstSeen!: Time;
  @Field(() => DateTime) lastSeen!: Time;
  @Field(() => DateTime) validFrom!: Time;
  @Field(() => DateTime, { nullable: true, description: 'Null: it still holds.' }) validTo!: Time | null;
}
