import { byBatch } from '../events/by-batch.js';
import type { Feed } from '../events/feed.js';
import { EVERYTHING } from '../events/feed-filter.js';
import type { FeedMessage } from '../events/feed-reader.js';
import type { LoggedBatch, LoggedChange } from '../write/log.js';
import { concerns, movesLineage } from './followed-change.js';

/** Ids of what is in the subgraph at a position of the log. */
export type SubgraphAt = (position: number) => Promise<ReadonlySet<string>>;

/**
 * What happens in a subgraph that changes itself. It is worked out as it stood where the telling begins, and anew for each batch
 * of the log that moved an edge at it: so wherever somebody begins, and on whichever server, the same is told. What came in or went
 * with a batch is told with that batch, all of which is looked at before any of it is told. `after`: null: from now on. Throws what
 * `subgraphAt` does.
 */
export async function followLineage(feed: Feed, subgraphAt: SubgraphAt, after: number | null): Promise<AsyncIterableIterator<FeedMessage>> {
  const from = after ?? (await feed.position());
  let inside = await subgraphAt(from);
  const reader = feed.read({ ...EVERYTHING, around: inside }, from);
  return byBatch<LoggedChange>(reader, async ({ changes, last }: LoggedBatch) => {
    const before = inside;
    if (changes.some((change) => movesLineage(change, before))) {
      inside = await subgraphAt(last);
      if (!isSame(before, inside)) reader.refilter({ ...EVERYTHING, around: inside });
    }
    const made = new Set(changes.filter(({ change }) => change === 'CREATED').map(({ entityId }) => entityId));
    const isInside = (id: string): boolean => before.has(id) || inside.has(id);
    return changes.filter((change) => change.position > from && concerns(change, isInside, made));
  });
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((id) => b.has(id));
