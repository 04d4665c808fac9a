import { Field, ObjectType } from 'type-graphql';
import { type Time, timeOf } from '../catalog/time.js';
import type { FeedHeartbeat } from '../events/feed-reader.js';
import { DateTime, Position } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'Everything up to this position has been told, or does not concern the subscription.' })
export class Heartbeat {
  @Field(() => Position, { description: 'To resume from.' }) position!: number;
  @Field(() => DateTime) at!: Time;
}

export const heartbeatOf = ({ heartbeat }: FeedHeartbeat): Heartbeat => ({ position: heartbeat, at: timeOf(Date.now()) });
