import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import { Entity } from '../entity/entity.type.js';
import type { TermAttachment as Attachment, TermRow } from './term.js';

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'A word of the business, in the glossary; its description is its definition.',
})
export class Term extends Entity {}

@ObjectType({ simpleResolvers: true })
export class TermAttachment implements Attachment {
  @Field(() => Term) term!: TermRow;
  @Field(() => String, { description: 'The producer who said so.' }) by!: string;
}

export const TermConnection = connectionOf('Term', () => Term);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class TermPayload extends Payload {
  @Field(() => Term, { nullable: true, description: 'Null when it was refused.' }) term!: TermRow | null;
}
