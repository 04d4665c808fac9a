import { Args, Resolver, Root, Subscription } from 'type-graphql';
import type { FeedMessage } from '../../events/feed-reader.js';
import { Telling } from '../../events/telling.js';
import type { Context } from '../../graphql/context.js';
import { changesFrom } from './change.feed.js';
import { ChangeFeedArgs } from './change.input.js';
import { changeMessageOf, changeMessageType, type ChangeMessage as Message } from './change-message.type.js';

const ChangeMessage = changeMessageType('ChangeMessage');

interface Subscribing {
  readonly args: ChangeFeedArgs;
  readonly context: Context;
}

@Resolver()
export class ChangeSubscription {
  @Subscription(() => ChangeMessage, {
    description: 'What has changed since a position, then what changes, each once and in order.',
    subscribe: ({ args, context }: Subscribing) => new Telling(args.after ?? null, (after) => changesFrom(context.feed, args, after)),
  })
  changes(@Root() message: FeedMessage, @Args(() => ChangeFeedArgs) _: ChangeFeedArgs): Message {
    return changeMessageOf(message);
  }
}
