import { Args, createUnionType, Resolver, Root, Subscription } from 'type-graphql';
import type { Change as ChangeRow } from '../catalog/change/change.js';
import { Change } from '../catalog/change/change.type.js';
import type { FeedMessage } from '../events/feed-reader.js';
import { Telling } from '../events/telling.js';
import type { Context } from '../graphql/context.js';
import { Heartbeat, heartbeatOf } from '../graphql/heartbeat.type.js';
import { checkDepth, LineageFeedArgs } from './lineage.input.js';
import { followLineage } from './lineage-changes.js';

type Message = ChangeRow | Heartbeat;

const LineageMessage = createUnionType({
  name: 'LineageMessage',
  types: () => [Change, Heartbeat] as const,
  resolveType: (message: Message) => ('entityId' in message ? Change : Heartbeat),
});

interface Subscribing {
  readonly args: LineageFeedArgs;
  readonly context: Context;
}

@Resolver()
export class LineageChangesSubscription {
  @Subscription(() => LineageMessage, {
    description:
      'What appears, closes, goes, fails or gets another schema in the lineage of something, which is followed as it changes. Refused, or ended, when it has more than 10,000 entities.',
    subscribe: ({ args, context }: Subscribing) => changesOf(args, context),
  })
  lineageChanged(@Root() message: FeedMessage, @Args(() => LineageFeedArgs) _: LineageFeedArgs): Message {
    return 'heartbeat' in message ? heartbeatOf(message) : message;
  }
}

function changesOf({ after, depth = null, direction, id }: LineageFeedArgs, { feed, lineage }: Context): Telling {
  checkDepth(depth);
  return new Telling(after ?? null, async (from) => followLineage(feed, await lineage.subgraph(id, { direction, depth }), from));
}
