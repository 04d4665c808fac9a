import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Payload } from '../../graphql/payload.js';
import type { VersionRow } from '../entity/version.js';
import { Version } from '../entity/version.type.js';

@ObjectType({ implements: Version, simpleResolvers: true, description: 'One published state of a workflow; never changes.' })
export class WorkflowVersion extends Version {}

export const WorkflowVersionConnection = connectionOf('WorkflowVersion', () => WorkflowVersion);

@ObjectType({ implements: Payload, simpleResolvers: true })
export class WorkflowVersionPayload extends Payload {
  @Field(() => WorkflowVersion, { nullable: true, description: 'Null when it was refused.' }) workflowVersion!: VersionRow | null;
}
