import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import { Entity } from '../entity/entity.type.js';
import type { VersionRow } from '../entity/version.js';

@ObjectType({ implements: Entity, simpleResolvers: true, description: 'One published state of a workflow; never changes.' })
export class WorkflowVersion extends Entity {
  @Field(() => Int, { description: '1, 2, ...' }) number!: number;
  @Field(() => String, { nullable: true }) label!: string | null;
  @Field(() => Boolean, { description: 'True: it may be incomplete.' }) draft!: boolean;
  @Field(() => String, { nullable: true, description: 'Equal definitions have equal hashes.' }) contentHash!: string | null;
}

export const WorkflowVersionConnection = connectionOf('WorkflowVersion', () => WorkflowVersion);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class WorkflowVersionPayload extends Payload {
  @Field(() => WorkflowVersion, { nullable: true, description: 'Null when it was refused.' }) workflowVersion!: VersionRow | null;
}
