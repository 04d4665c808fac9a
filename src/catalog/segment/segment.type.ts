import { ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.js';
import { Entity } from '../entity/entity.type.js';

@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description:
    'An entry of the code catalog: a transformer or an estimator, apart from what it is applied to. What it does is in its versions.',
})
export class Segment extends Entity {}

export const SegmentConnection = connectionOf('Segment', () => Segment);
