import { Arg, Ctx, createUnionType, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { BadInput } from '../../errors.js';
import { byBatch } from '../../events/by-batch.js';
import { EVERYTHING } from '../../events/feed-filter.js';
import type { FeedHeartbeat } from '../../events/feed-reader.js';
import { Telling } from '../../events/telling.js';
import type { Context } from '../../graphql/context.js';
import { Heartbeat, heartbeatOf } from '../../graphql/heartbeat.type.js';
import { DateTime, Position } from '../../graphql/scalars.js';
import type { EntityRow } from '../entity/row.js';
import { parseId } from '../id.js';
import type { Time } from '../time.js';
import { Connector } from './connector.type.js';
import { type ConnectorReport, reportsIn } from './connector-status.js';

@ObjectType({ simpleResolvers: true, description: 'A connector was heard of: what it said in one batch of the log.' })
class ConnectorStatus {
  @Field(() => Position, { description: 'Of the last of its changes.' }) position!: number;
  @Field(() => DateTime, { description: 'When it was last heard of.' }) at!: Time;
  @Field(() => Boolean, { description: 'For the first time.' }) isNew!: boolean;
  @Field(() => Int, { description: 'How many changes came of it.' }) changes!: number;
  @Field(() => Int, { description: 'How many runs failed, as it says.' }) failedRuns!: number;
}

const ConnectorMessage = createUnionType({
  name: 'ConnectorMessage',
  types: () => [ConnectorStatus, Heartbeat] as const,
  resolveType: (message: ConnectorReport | Heartbeat) => ('entityId' in message ? ConnectorStatus : Heartbeat),
});

interface Subscribing {
  readonly args: { readonly id?: string | null; readonly after?: number | null };
  readonly context: Context;
}

@Resolver(() => ConnectorStatus)
export class ConnectorStatusSubscription {
  @Subscription(() => ConnectorMessage, {
    description: 'When connectors were heard of since a position, then when they are, as far as what they say changes anything.',
    subscribe: ({ args, context }: Subscribing) => reportsOf(context, args),
  })
  connectorStatus(
    @Root() message: ConnectorReport | FeedHeartbeat,
    @Arg('id', () => ID, { nullable: true, description: 'Null: of all.' }) _: string | null,
    @Arg('after', () => Position, { nullable: true, description: 'After this position; null: from now on.' }) __: number | null,
  ): ConnectorReport | Heartbeat {
    return 'heartbeat' in message ? heartbeatOf(message) : message;
  }

  @FieldResolver(() => Connector, { description: 'As it is now.' })
  connector(@Root() { entityId }: ConnectorReport, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(entityId);
  }
}

function reportsOf({ feed }: Context, { after, id }: Subscribing['args']): Telling {
  const wanted = id ? producerOf(id) : null;
  const filter = { ...EVERYTHING, ...(wanted !== null && { producers: new Set([wanted]) }) };
  const isWanted = (producer: string): boolean => (wanted === null ? !producer.startsWith('person:') : producer === wanted);
  return new Telling(after ?? null, (from) =>
    byBatch(feed.read(filter, from), ({ changes }) => reportsIn(changes, isWanted).filter(({ position }) => position > (from ?? 0))),
  );
}

/** Throws BadInput. */
function producerOf(id: string): string {
  const parsed = parseId(id);
  if (parsed?.kind === 'CONNECTOR') return parsed.parts[1]!;
  throw new BadInput(`"${id.slice(0, 200)}" is not the id of a connector, such as "connector:default/my-scheduler".`, ['id']);
}
