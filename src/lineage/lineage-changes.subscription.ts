import { Args, Resolver, Root, Subscription } from 'type-graphql';
import { type ChangeMessage, changeMessageOf, changeMessageType } from '../catalog/change/change-message.type.js';
import type { FeedMessage } from '../events/feed-reader.js';
import { Telling } from '../events/telling.js';
import type { Context } from '../graphql/context.js';
import { checkDepth, LineageFeedArgs } from './lineage.input.js';
import { followLineage } from './lineage-changes.js';

const LineageMessage = changeMessageType('LineageMessage');

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
  lineageChanged(@Root() message: FeedMessage, @Args(() => LineageFeedArgs) _: LineageFeedArgs): ChangeMessage {
    return changeMessageOf(message);
  }
}

function changesOf({ after, depth = null, direction, id }: LineageFeedArgs, { feed, lineage }: Context): Telling {
  checkDepth(depth);
  return new Telling(after ?? null, async (from) => followLineage(feed, await lineage.subgraph(id, { direction, depth }), from));
}
