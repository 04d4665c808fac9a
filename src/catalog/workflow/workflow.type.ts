import { ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Entity } from '../entity/entity.type.js';

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'A directed acyclic graph of sources, merges, pipelines and sinks; what it does is in its versions.',
})
export class Workflow extends Entity {}

export const WorkflowConnection = connectionOf('Workflow', () => Workflow);
