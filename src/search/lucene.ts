import type { SearchQuery, Term } from './query.js';

/**
 * The query in Lucene's syntax. Of what was typed it holds nothing but words, which are lower-case letters and digits. Weights
 * only decide which hits come first when there are more than are ranked; the order is rank.ts's.
 */
export function printLucene({ terms, joined }: SearchQuery, columns: readonly string[] = []): string {
  const exact = `E${joined}^64 S${joined}^32`;
  const wanted = terms.length > 0 ? `+(${exact} ${terms.map(ofTerm).join(' ')})` : '';
  const having = columns.length > 0 ? `+"${columns.join(' ')}"` : '';
  return `${wanted} ${having}`.trim();
}

/** Names of which some word begins with the last word, and that have the words before it. */
export function printSuggestion({ terms, joined }: SearchQuery): string {
  const words = terms.flatMap((term) => term.words);
  return `E${joined}^64 S${joined}^32 E${joined}*^8 S${joined}*^8 (${words.map((word) => `+(N${word}^4 N${word}*)`).join(' ')})`;
}

function ofTerm({ words, phrase }: Term): string {
  if (phrase) return `("${words.map((word) => `N${word}`).join(' ')}"^8 "${words.join(' ')}"^4)`;
  const all = words.map((word, at) => `+${at === words.length - 1 ? ofLastWord(word) : ofWord(word)}`).join(' ');
  const name = words.join('');
  return `((${all}) E${name}*^4 S${name}*^4)`;
}

const ofWord = (word: string): string => `(N${word}^8 ${word}^4)`;
const ofLastWord = (word: string): string => `(N${word}^8 ${word}^4 N${word}*^2 ${word}*)`;
