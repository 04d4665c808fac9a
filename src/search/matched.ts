import type { SearchQuery } from './query.js';
import { shortName } from './search-words.js';
import { joined, runsOf, tokenise } from './tokenise.js';

/** Where words were found. OTHER: in what the kind of thing is found by besides; the snippet then has its words alone. */
export const SEARCH_FIELDS = ['NAME', 'TAG', 'TERM', 'COLUMN', 'DESCRIPTION', 'NAMESPACE', 'OTHER'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** A text that something is found by. `id`: of the tag, term or column. */
export interface FieldText {
  readonly field: SearchField;
  readonly text: string;
  readonly id?: string;
}

/** From `start` up to `end`, in UTF-16 units as JavaScript counts. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface SearchMatch {
  readonly field: SearchField;
  readonly id: string | null;
  /** Of those that were looked for, each once. */
  readonly words: readonly string[];
  /** The text, or what is around the first place in a long one. */
  readonly snippet: string;
  /** Of the words in the snippet. */
  readonly places: readonly Place[];
}

const MAX_MATCHES = 20;
const MAX_PLACES = 20;
const BEFORE = 40;
const SNIPPET = 160;

/** Why something was found: in which of its texts which words are, in the order of SEARCH_FIELDS; at most 20 texts. */
export function matchesOf(query: SearchQuery, texts: readonly FieldText[]): SearchMatch[] {
  const words = [...new Set(query.terms.flatMap((term) => term.words))];
  const found = texts.flatMap((each) => matchIn(each, words, query) ?? []);
  const explained = new Set(found.filter(({ field }) => field !== 'OTHER').flatMap((match) => match.words));
  return found
    .filter(({ field, words: of }) => field !== 'OTHER' || of.some((word) => !explained.has(word)))
    .sort((a, b) => SEARCH_FIELDS.indexOf(a.field) - SEARCH_FIELDS.indexOf(b.field) || b.words.length - a.words.length)
    .slice(0, MAX_MATCHES);
}

function matchIn({ field, text, id }: FieldText, words: readonly string[], query: SearchQuery): SearchMatch | undefined {
  const matched = new Set<string>();
  const places: Place[] = [];
  for (const run of runsOf(text)) {
    const here = words.filter((word) => run.words.some((one) => one.startsWith(word)));
    if (here.length === 0) continue;
    for (const word of here) matched.add(word);
    if (places.length < MAX_PLACES) places.push({ start: run.start, end: run.end });
  }
  if (matched.size === 0 && field === 'NAME') for (const word of wholeName(text, query)) matched.add(word);
  if (matched.size === 0) return undefined;
  if (places.length === 0) places.push({ start: 0, end: text.length });
  return { field, id: id ?? null, words: [...matched], ...snippetOf(text, places) };
}

/** customerid, where the name is customer_id. */
function wholeName(name: string, query: SearchQuery): readonly string[] {
  const names = [joined(tokenise(name)), joined(tokenise(shortName(name)))];
  const term = [...query.terms].find(({ words }) => names.some((each) => each.startsWith(words.join(''))));
  return term?.words ?? [];
}

function snippetOf(text: string, places: readonly Place[]): Pick<SearchMatch, 'snippet' | 'places'> {
  if (text.length <= SNIPPET) return { snippet: text, places };
  const from = Math.max(0, Math.min(places[0]!.start - BEFORE, text.length - SNIPPET));
  const until = from + SNIPPET;
  const inside = places.filter(({ start, end }) => start >= from && end <= until);
  return { snippet: text.slice(from, until), places: inside.map(({ start, end }) => ({ start: start - from, end: end - from })) };
}
