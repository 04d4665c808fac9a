import type { Seen } from '../access/seen.js';
import { type CursorParts, type Page, type PageRequest, pageOf } from '../catalog/entity/page.js';
import type { EntityRow } from '../catalog/entity/row.js';
import { BadInput } from '../errors.js';
import type { Place } from './matched.js';
import { parseQuery, type SearchQuery } from './query.js';
import { compareHits, cursorOf, type Hit, type HitSet, type SearchFilter } from './search.js';
import { findHits, findSuggestions, listHits } from './search.repository.js';
import { takeIntoIndex } from './search-index.js';
import { runsOf, tokenise } from './tokenise.js';

/** One page of what was found, and what its other fields are made from. */
export interface Found {
  readonly query: SearchQuery;
  /** All of them, for counting. */
  readonly whole: HitSet;
  readonly page: Page<Hit>;
}

const NONE: HitSet = { hits: [], complete: true };

/** `text`: as it was typed; empty: everything that fits the filter. Throws BadInput when the cursor is of another list. */
export async function find(seen: Seen, text: string, filter: SearchFilter, request: PageRequest): Promise<Found> {
  const query = parseQuery(text);
  const after = cursorIn(request.after);
  const column = filter.hasColumn?.trim() ?? '';
  if (text.trim() === '' && column === '') {
    const whole = await listHits(seen, filter, null);
    return { query, whole, page: pageAfter(after ? await listHits(seen, filter, request.after) : whole, request, after) };
  }
  // Nothing is called by signs alone.
  const nothing = (text.trim() !== '' && query.terms.length === 0) || (column !== '' && tokenise(column).length === 0);
  if (!nothing) await takeIntoIndex(seen.database);
  const whole = nothing ? NONE : await findHits(seen, query, filter);
  return { query, whole, page: pageAfter(whole, request, after) };
}

function pageAfter({ hits }: HitSet, request: PageRequest, after: Pick<Hit, 'rank' | 'id'> | null): Page<Hit> {
  const rest = after ? hits.filter((hit) => compareHits(hit, after) > 0) : hits;
  return pageOf(rest.slice(0, request.first + 1), request, cursorOf);
}

function cursorIn(after: CursorParts | null): Pick<Hit, 'rank' | 'id'> | null {
  if (after === null) return null;
  const [rank, id] = after;
  if (typeof rank !== 'number') throw new BadInput('after is not a cursor of a search: send its endCursor, as it came.', ['after']);
  return { rank, id };
}

/** The best names for what was typed so far. */
export async function suggest(seen: Seen, text: string, first: number): Promise<readonly Hit[]> {
  const query = parseQuery(text);
  if (query.terms.length === 0) return [];
  await takeIntoIndex(seen.database);
  const { hits } = await findSuggestions(seen, query);
  return hits.slice(0, first);
}

/** Where in a name the words are that were typed; all of it where only the whole of it is like them. */
export function placesIn({ name }: Pick<EntityRow, 'name'>, text: string): Place[] {
  const words = parseQuery(text).terms.flatMap((term) => term.words);
  const places = runsOf(name).filter((run) => run.words.some((one) => words.some((word) => one.startsWith(word))));
  return places.length === 0 ? [{ start: 0, end: name.length }] : places.map(({ start, end }) => ({ start, end }));
}
