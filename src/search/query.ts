import { parseId } from '../catalog/id.js';
import { joined, tokenise } from './tokenise.js';

/** What a person looks for. */
export interface SearchQuery {
  readonly terms: readonly Term[];
  /** All words joined: what the name of something has to be to be exactly that. */
  readonly joined: string;
}

/**
 * Something typed between spaces, or between quotes: its words have to be there all together. Of the last, if it is not between
 * quotes, the beginning is enough.
 */
export interface Term {
  readonly words: readonly string[];
  /** Between quotes: one after the other, and whole. */
  readonly phrase: boolean;
}

/** More words than this are not looked for. */
export const MAX_QUERY_WORDS = 16;
/** Characters. */
const MAX_QUERY = 2_000;

const QUOTED_OR_NOT = /"([^"]*)"?|[^\s"]+/g;

/**
 * Takes any text. Words between quotes have to follow each other; an id is looked for by the names in it. No terms: nothing can be
 * found by it, as by "*".
 */
export function parseQuery(text: string): SearchQuery {
  const typed = text.slice(0, MAX_QUERY).trim();
  const terms: Term[] = [];
  let room = MAX_QUERY_WORDS;
  for (const [part, quoted] of (parseId(typed)?.parts.join(' ') ?? typed).matchAll(QUOTED_OR_NOT)) {
    const words = tokenise(quoted ?? part).slice(0, room);
    room -= words.length;
    if (words.length > 0) terms.push({ words, phrase: quoted !== undefined });
  }
  return { terms, joined: joined(terms.flatMap(({ words }) => words)) };
}
