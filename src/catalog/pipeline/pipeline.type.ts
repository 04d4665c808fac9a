import { ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Entity } from '../entity/entity.type.js';

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: 'A linear sequence of segments with bound params: a function, which gives nothing until applied to a data frame.',
})
export class Pipeline extends Entity {}

export const PipelineConnection = connectionOf('Pipeline', () => Pipeline);
