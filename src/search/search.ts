import type { CursorParts } from '../catalog/entity/page.js';
import type { Kind } from '../catalog/kind.js';
import type { Time } from '../catalog/time.js';

/** What hits are narrowed by; absent: any. Domains and terms will stand here too. */
export interface SearchFilter {
  readonly kinds?: readonly Kind[] | null;
  /** The id of a data source: what lies in it. */
  readonly source?: string | null;
  readonly namespace?: string | null;
  /** The id of a person or team. */
  readonly owner?: string | null;
  readonly tag?: string | null;
  readonly term?: string | null;
  /** What is in this domain, or in one below it. */
  readonly domain?: string | null;
  readonly described?: boolean | null;
  readonly updatedSince?: Time | null;
  /** Of datasets: some version of it was written since. */
  readonly writtenSince?: Time | null;
  /** Of datasets: the words of a column's name. */
  readonly hasColumn?: string | null;
  /** True: what is no longer there. */
  readonly removed?: boolean | null;
}

/** More hits than these are neither ranked nor counted: the answer says so. */
export const MAX_HITS = 1_000;

/** Something that was found. `key` never leaves the server. */
export interface Hit {
  readonly key: number;
  readonly id: string;
  /** See rank.ts; what is merely listed goes by id alone. */
  readonly rank: number;
}

/** What was found, before it is cut into pages. */
export interface HitSet {
  /** In their order. */
  readonly hits: readonly Hit[];
  /** False: there are more than were looked at. */
  readonly complete: boolean;
}

export const cursorOf = ({ rank, id }: Hit): CursorParts => [rank, id];

export function compareHits(a: Pick<Hit, 'rank' | 'id'>, b: Pick<Hit, 'rank' | 'id'>): number {
  return a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
