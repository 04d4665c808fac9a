/** Longer words are cut, both where they are kept and where they are looked for. Characters. */
export const MAX_WORD = 64;
const MAX_JOINED = 200;

const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}+/gu;
const RUN = /[\p{L}\p{N}]+/gu;
/** Between orders and Final in ordersFinal, HTTP and Server in HTTPServer, s3 and Bucket in s3Bucket; the s of IDs stays. */
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})|(?<=[\p{Lu}\p{N}])(?=\p{Lu}\p{Ll}{2})/u;
/** Languages that are written without spaces: each sign is a word. */
const SIGN = /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])|(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u;
/** Letters then digits, or the other way round: orders2024. What changes more often, as hashes do, is left whole. */
const NUMBERED = /^(?:(\p{L}+)(\p{N}+)|(\p{N}+)(\p{L}+))$/u;
const SPELLED_OUT: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' };
const SPELLABLE = /[ßæœøđðłþı]/g;

/**
 * The words of a text: names in snake_case, camelCase, with.dots or numbers2024 fall into the words they are made of; accents and
 * upper case do not matter. A word holds nothing but lower-case letters and digits, so that it means nothing special to Lucene.
 * In the order of the text, repeats included.
 */
export function tokenise(text: string): string[] {
  const ascii = ASCII.test(text);
  const plain = ascii ? text : withoutMarks(text);
  const words: string[] = [];
  for (const run of plain.match(RUN) ?? [])
    for (const part of run.split(CAMEL))
      for (const piece of ascii ? [part] : part.split(SIGN))
        for (const word of NUMBERED.exec(piece)?.slice(1) ?? [piece]) if (word) words.push(ascii ? cut(word.toLowerCase()) : fold(word));
  return words;
}

/** A piece of a text and the words it is made of. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

const MARKED_RUN = /[\p{L}\p{N}\p{M}]+/gu;

/** Where in a text its words are, as far as can be told: more than one word may come from one place. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const match of text.matchAll(MARKED_RUN)) {
    let start = match.index;
    for (const part of match[0].split(CAMEL)) {
      runs.push({ start, end: start + part.length, words: tokenise(part) });
      start += part.length;
    }
  }
  return runs;
}

/** A name without what people spell differently: customer_id, customerId and "Customer ID" come to the same. */
export function joined(words: readonly string[]): string {
  return cut(words.join(''), MAX_JOINED);
}

/** Signs that are an accent and a letter, wide or raised letters and the like become plain letters. */
function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').normalize('NFC');
}

function fold(word: string): string {
  return cut(withoutMarks(word.toLowerCase()).replace(SPELLABLE, (letter) => SPELLED_OUT[letter] ?? letter));
}

/** Never through the middle of a character. */
function cut(word: string, most = MAX_WORD): string {
  return word.length <= most ? word : word.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
