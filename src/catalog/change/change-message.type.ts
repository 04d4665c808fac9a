import { createUnionType } from 'type-graphql';
import type { FeedMessage } from '../../events/feed-reader.js';
import { Heartbeat, heartbeatOf } from '../../graphql/heartbeat.type.js';
import type { Change as ChangeRow } from './change.js';
import { Change } from './change.type.js';

/** What a subscription to changes tells. */
export type ChangeMessage = ChangeRow | Heartbeat;

/** Its type, under this name. */
export const changeMessageType = (name: string) =>
  createUnionType({
    name,
    types: () => [Change, Heartbeat] as const,
    resolveType: (message: ChangeMessage) => ('entityId' in message ? Change : Heartbeat),
  });

export const changeMessageOf = (message: FeedMessage): ChangeMessage => ('heartbeat' in message ? heartbeatOf(message) : message);
