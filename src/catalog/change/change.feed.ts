import type { Feed } from '../../events/feed.js';
import { EVERYTHING } from '../../events/feed-filter.js';
import type { FeedReader } from '../../events/feed-reader.js';
import type { ChangeFilter } from './change.js';

/** The changes after a position that pass the filter; null: from now on. */
export const changesFrom = (feed: Feed, { ids, kinds }: ChangeFilter, after: number | null): FeedReader =>
  feed.read({ ...EVERYTHING, ids: ids ? new Set(ids) : null, kinds: kinds ? new Set(kinds) : null }, after);
