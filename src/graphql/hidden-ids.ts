import type { Sight } from '../access/sight.js';
import { DEFAULT_NAMESPACE, entityId, kindOf, parseId } from '../catalog/id.js';
import { VinciError } from '../errors.js';

/** In the first part of an id it makes one of nothing; no name has it. (U+2060, a word joiner, which nobody sees in a message.) */
const MARK = '\u2060';

/** A sentence about what was sent, as it was sent. */
export const unmarked = (text: string): string => text.replaceAll(MARK, '');

const isId = (text: string): boolean => kindOf(text) !== undefined && parseId(text) !== undefined;

/** Whatever is in arguments or in an answer, with its texts made others. `key`: what the text, or the list that it is in, is called. */
function mapTexts(value: unknown, map: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return map(value, key);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, map, key));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapTexts(each, map, name)]));
}

function isPlain(value: object): boolean {
  return !(value instanceof Date) && !ArrayBuffer.isView(value);
}

/** Sentences have ids in quotes. */
const QUOTED = /(?<=")[^"]+(?=")/g;

/** But for those that were sent and taken for ids of nothing: who sent them may read them. */
function idsIn(value: unknown): Set<string> {
  const ids = new Set<string>();
  mapTexts(value, (text) => {
    for (const each of [text, ...(text.match(QUOTED) ?? [])]) if (isId(each) && !each.includes(MARK)) ids.add(each);
    return text;
  });
  return ids;
}

/** Of what may be named without being there yet, and by its plain name: by what arguments are called. */
const NAMED_INTO_BEING: Readonly<Record<string, readonly ('TAG' | 'TERM' | 'DOMAIN' | 'PERSON' | 'ENVIRONMENT')[]>> = {
  tag: ['TAG'],
  tags: ['TAG'],
  term: ['TERM'],
  related: ['TERM'],
  domain: ['DOMAIN'],
  parent: ['TERM', 'DOMAIN'],
  owner: ['PERSON'],
  environment: ['ENVIRONMENT'],
};

function idsMeantBy(text: string, key: string): readonly string[] {
  if (isId(text)) return [text];
  return text === '' || text.length > MAX_NAME
    ? []
    : (NAMED_INTO_BEING[key] ?? []).map((kind) =>
        kind === 'ENVIRONMENT' ? entityId(kind, text) : entityId(kind, DEFAULT_NAMESPACE, text),
      );
}
const MAX_NAME = 500;

/** Arguments in which ids of hidden things are ids of nothing. */
export async function hideIds<Args extends object>(args: Args, sight: Sight): Promise<Args> {
  const hidden = await hiddenIn(args, sight);
  if (hidden.size === 0) return args;
  return mapTexts(args, (text, key) => {
    if (!idsMeantBy(text, key).some((id) => hidden.has(id))) return text;
    return isId(text) ? text.replace(/(?=[/#]|$)/, MARK) : text + MARK;
  }) as Args;
}

/** Throws FORBIDDEN when a change would make, beside something hidden, another of that name. */
export async function refuseHiddenNames(args: object, sight: Sight): Promise<void> {
  const [hidden] = await hiddenIn(args, sight, (key) => key in NAMED_INTO_BEING);
  if (hidden !== undefined) throw new VinciError('FORBIDDEN', `"${hidden}" is not for you to use: name another.`);
}

function hiddenIn(args: object, sight: Sight, holds: (key: string) => boolean = () => true): Promise<Set<string>> {
  const ids = new Set<string>();
  mapTexts(args, (text, key) => {
    if (holds(key)) for (const id of idsMeantBy(text, key)) ids.add(id);
    return text;
  });
  return sight.hiddenAmong(ids);
}

/**
 * An answer without ids of hidden things: each has another name, the same in all of the answer. What was taken for the id of nothing reads as
 * it was sent. `sight` null or absent: nothing is hidden.
 */
export async function withoutHiddenIds<Answer>(answer: Answer, sight: Sight | null | undefined): Promise<Answer> {
  if (!sight) return answer;
  const hidden = await sight.hiddenAmong(idsIn(answer));
  const named = (text: string): string => (hidden.has(text) ? sight.aliasOf(text) : text);
  return mapTexts(answer, (text) => unmarked(hidden.has(text) ? named(text) : text.replace(QUOTED, named))) as Answer;
}
