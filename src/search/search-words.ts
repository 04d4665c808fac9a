import type { Kind } from '../catalog/kind.js';
import { joined, tokenise } from './tokenise.js';

/**
 * What is found only through something else. Every other kind that is stored is found by its words; a column once somebody
 * described or tagged it, else through its dataset.
 */
export const UNSEARCHED: Readonly<Partial<Record<Kind, string>>> = {
  DATASET_VERSION: 'found through its dataset: it has no name of its own',
  RUN: 'found through its job, and by run(externalId): there are too many, and their names are made by machines',
  FEATURE_TABLE_VERSION: 'found through its feature table',
  SEGMENT_VERSION: 'found through its segment',
  PIPELINE_VERSION: 'found through its pipeline',
  WORKFLOW_VERSION: 'found through its workflow',
  TRAINED_MODEL: 'found through its model',
  EVALUATION: 'found through its trained model: it is a measurement of it',
  RELEASE: 'found through its deployment',
  STATISTICS: 'found through its dataset: it is a measurement of it',
};

/** When this changes, the words of everything that is stored are made anew at the next start. */
export const WORDS_FORMAT = 2;

/** What an entity is found by. */
export interface Findable {
  readonly name: string;
  /** Namespace, description, names of tags and terms and whatever else there is. */
  readonly texts: readonly (string | null)[];
  /** Of a dataset: names of the columns that are there. */
  readonly columns?: Iterable<string>;
}

/** Of texts, and of columns. More is not kept: it is not found by those beyond. */
const MAX_WORDS = 1_000;
const MAX_COLUMNS = 5_000;
/** Of one text. Characters. */
const MAX_TEXT = 20_000;

/**
 * The property `searchWords`. In the first line the name: `E` and all of it joined, `S` and the joined part that people use of it,
 * if that is less, and its words, each after an `N`. In the second the words of everything else, in their order. Then a line for each column.
 */
export function printSearchWords({ name, texts, columns = [] }: Findable): string {
  const words = tokenise(name);
  const short = joined(tokenise(shortName(name)));
  const whole = joined(words);
  const first = [`E${whole}`, ...(short === whole || short === '' ? [] : [`S${short}`]), ...words.map((word) => `N${word}`)];
  const lines = [first.join(' '), wordsOf(texts)];
  for (const column of columns) if (lines.push(tokenise(column).join(' ')) >= MAX_COLUMNS + 2) break;
  return lines.join('\n').trimEnd();
}

function wordsOf(texts: Findable['texts']): string {
  const words = texts.flatMap((text) => (text === null ? [] : tokenise(text.slice(0, MAX_TEXT))));
  return words.slice(0, MAX_WORDS).join(' ');
}

/** `orders` of `dw.public.orders`; of a path the file, without what its kind is: `orders` of `in/orders.csv`. */
export function shortName(name: string): string {
  const path = name.replace(/\/+$/, '');
  const slash = path.lastIndexOf('/');
  if (slash < 0) return path.slice(path.lastIndexOf('.') + 1);
  const file = path.slice(slash + 1);
  const dot = file.indexOf('.');
  return dot > 0 ? file.slice(0, dot) : file;
}

/** The names of a dataset's columns as words, from its `searchWords`. */
export function columnLines(searchWords: string): string[] {
  return searchWords.split('\n').slice(2);
}
