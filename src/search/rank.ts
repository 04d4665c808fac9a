import type { SearchQuery, Term } from './query.js';

/** What decides on the place of a hit; all descending, then its id. */
export interface Closeness {
  /** 2: the query is its name; 1: the part of its name that people use; however either is spelled. */
  readonly exact: 0 | 1 | 2;
  /** How many of the words it has, or words that begin with them. */
  readonly matched: number;
  /** How many of those are in its name. */
  readonly named: number;
  /** How many are there as they are, rather than as a beginning. */
  readonly whole: number;
  /** 1: its name, or the part that people use, begins with the query. */
  readonly begins: 0 | 1;
}

const MOST_WORDS = 32;
const MOST_USE = 100_000;

/**
 * How well an entity fits, from its `searchWords` (see search-words.ts); undefined when it does not: what the index finds and this
 * does not, or the other way round, would be a mistake.
 */
export function closenessOf({ terms, joined }: SearchQuery, searchWords: string): Closeness | undefined {
  // A phrase does not go from one line into the next.
  const text = ` ${searchWords.replaceAll('\n', ' \n ')} `;
  const sum = { matched: 0, named: 0, whole: 0 };
  for (const term of terms) add(sum, ofTerm(term, text));
  const exact = text.startsWith(` E${joined} `) ? 2 : text.includes(` S${joined} `) ? 1 : 0;
  const begins = text.startsWith(` E${joined}`) || text.includes(` S${joined}`) ? 1 : 0;
  return sum.matched > 0 || exact > 0 ? { exact, ...sum, begins } : undefined;
}

/**
 * One number, smaller for what comes first, so that it can stand in a cursor: of closeness and of `use`, how much of the catalog
 * reads it or carries it.
 */
export function rankNumber({ exact, matched, named, whole, begins }: Closeness, use: number): number {
  const places = [matched, named, whole].map((count) => Math.min(count, MOST_WORDS - 1));
  const close = places.reduce((number, place) => number * MOST_WORDS + place, exact);
  return -((close * 2 + begins) * MOST_USE + Math.min(use, MOST_USE - 1));
}

type Count = { matched: number; named: number; whole: number };
const NOTHING: Count = { matched: 0, named: 0, whole: 0 };

function add(sum: Count, more: Count): void {
  sum.matched += more.matched;
  sum.named += more.named;
  sum.whole += more.whole;
}

function ofTerm({ words, phrase }: Term, text: string): Count {
  const count = words.length;
  if (phrase) {
    const named = text.includes(` ${words.map((word) => `N${word}`).join(' ')} `);
    return named || text.includes(` ${words.join(' ')} `) ? { matched: count, named: named ? count : 0, whole: count } : NOTHING;
  }
  const sum = { ...NOTHING };
  for (const [at, word] of words.entries()) {
    const one = ofWord(word, text, at === count - 1);
    if (one === NOTHING) return asName(words, text);
    add(sum, one);
  }
  return sum;
}

/** customerid, for a thing that is named customer_id. */
function asName(words: readonly string[], text: string): Count {
  const name = words.join('');
  const matched = text.startsWith(` E${name}`) || text.includes(` S${name}`);
  return matched ? { matched: words.length, named: words.length, whole: 0 } : NOTHING;
}

function ofWord(word: string, text: string, last: boolean): Count {
  if (text.includes(` N${word} `)) return { matched: 1, named: 1, whole: 1 };
  if (last && text.includes(` N${word}`)) return { matched: 1, named: 1, whole: 0 };
  if (text.includes(` ${word} `)) return { matched: 1, named: 0, whole: 1 };
  if (last && text.includes(` ${word}`)) return { matched: 1, named: 0, whole: 0 };
  return NOTHING;
}
