import type { Sight } from '../access/sight.js';
import { kindOf, parseId } from '../catalog/id.js';

/** In the first part of an id it makes one of nothing; no name has it. (U+2060, a word joiner, which nobody sees in a message.) */
const MARK = '\u2060';

/** A sentence about what was sent, as it was sent. */
export const unmarked = (text: string): string => text.replaceAll(MARK, '');

const isId = (text: string): boolean => kindOf(text) !== undefined && parseId(text) !== undefined;

/** Whatever is in arguments or in an answer, with its texts made others. What holds none of them comes back as it is. */
function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, map));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapTexts(each, map)]));
}

function isPlain(value: object): boolean {
  return !(value instanceof Date) && !ArrayBuffer.isView(value);
}

/** Sentences have ids in quotes. */
const QUOTED = /(?<=")[^"]+(?=")/g;

function idsIn(value: unknown): Set<string> {
  const ids = new Set<string>();
  mapTexts(value, (text) => {
    for (const each of [text, ...(text.match(QUOTED) ?? [])]) if (isId(each)) ids.add(each);
    return text;
  });
  return ids;
}

/** Arguments in which ids of hidden things are ids of nothing. */
export async function hideIds<Args extends object>(args: Args, sight: Sight): Promise<Args> {
  const hidden = await sight.hiddenAmong(idsIn(args));
  if (hidden.size === 0) return args;
  return mapTexts(args, (text) => (hidden.has(text) ? text.replace(/(?=[/#]|$)/, MARK) : text)) as Args;
}

/**
 * An answer without ids of hidden things: each has another name, the same in all of the answer. What was taken for the id of nothing reads as
 * it was sent.
 */
export async function withoutHiddenIds<Answer>(answer: Answer, sight: Sight): Promise<Answer> {
  const hidden = await sight.hiddenAmong(idsIn(answer));
  const named = (text: string): string => (hidden.has(text) ? sight.aliasOf(text) : text);
  return mapTexts(answer, (text) => unmarked(hidden.has(text) ? named(text) : text.replace(QUOTED, named))) as Answer;
}
