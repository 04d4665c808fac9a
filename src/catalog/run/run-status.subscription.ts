import { Arg, Ctx, createUnionType, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';
import type { FeedMessage } from '../../events/feed-reader.js';
import { Telling } from '../../events/telling.js';
import type { Context } from '../../graphql/context.js';
import { Heartbeat, heartbeatOf } from '../../graphql/heartbeat.type.js';
import { Position } from '../../graphql/scalars.js';
import type { RunState } from '../attributes.js';
import { withIds } from '../entity/filter-ids.js';
import type { EntityRow } from '../entity/row.js';
import type { Time } from '../time.js';
import { Run } from './run.type.js';
import { runStatuses } from './run-status.feed.js';
import { RunStatus, RunStatusFilter } from './run-status.type.js';

interface RunStatusRow {
  readonly position: number;
  readonly at: Time;
  readonly state: RunState;
  readonly previous: RunState | null;
  readonly runId: string;
}

const RunStatusMessage = createUnionType({
  name: 'RunStatusMessage',
  types: () => [RunStatus, Heartbeat] as const,
  resolveType: (message: RunStatusRow | Heartbeat) => ('runId' in message ? RunStatus : Heartbeat),
});

interface Subscribing {
  readonly args: { readonly filter?: RunStatusFilter | null; readonly after?: number | null };
  readonly context: Context;
}

@Resolver(() => RunStatus)
export class RunStatusSubscription {
  @Subscription(() => RunStatusMessage, {
    description: 'Each state that runs came to since a position, then those that they come to.',
    subscribe: ({ args, context }: Subscribing) => statusesOf(context, args),
  })
  runStatus(
    @Root() message: FeedMessage,
    @Arg('filter', () => RunStatusFilter, { nullable: true }) _: RunStatusFilter | null,
    @Arg('after', () => Position, { nullable: true, description: 'After this position; null: from now on.' }) __: number | null,
  ): RunStatusRow | Heartbeat {
    if ('heartbeat' in message) return heartbeatOf(message);
    const { at, entityId, position, run } = message;
    return { position, at, state: run!.state, previous: run!.previous, runId: entityId };
  }

  @FieldResolver(() => Run, { description: 'As it is now.' })
  run(@Root() { runId }: RunStatusRow, @Ctx() { loaders }: Context): Promise<EntityRow> {
    return loaders.existing(runId);
  }
}

function statusesOf(context: Context, { after, filter }: Subscribing['args']): Telling {
  const wanted = withIds({ ...filter });
  return new Telling(after ?? null, (from) => runStatuses(context, wanted, from));
}
