/** An answer as JSON has it. */
type Value = unknown;
type Row = Readonly<Record<string, unknown>>;

const isRow = (value: Value): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** How far texts are taken apart in search of words: percent signs and base64, some times over. */
const DEPTH = 3;

/** Where in an answer one of these words is, in any case, percent-encoded or in base64, or among the digits of a number. */
export function placesOf(words: readonly string[], value: Value, path = ''): string[] {
  if (typeof value === 'number') return holds(words, String(value)) ? [`${path}: ${value}`] : [];
  if (typeof value === 'string') return holds(words, value) ? [`${path}: ${value.slice(0, 300)}`] : [];
  if (Array.isArray(value)) return value.flatMap((each, at) => placesOf(words, each, `${path}.${at}`));
  if (!isRow(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    ...(holds(words, name) ? [`${path}.${name} (a name)`] : []),
    ...placesOf(words, each, `${path}.${name}`),
  ]);
}

export function holds(words: readonly string[], text: string, depth = DEPTH): boolean {
  const lower = text.toLowerCase();
  if (words.some((word) => lower.includes(word))) return true;
  if (depth === 0) return false;
  const percent = text.includes('%')
    ? text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  if (percent !== text && holds(words, percent, depth - 1)) return true;
  return (text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? []).some((run) => {
    const decoded = Buffer.from(run, 'base64').toString('latin1');
    return /^[\x20-\x7e]{8,}/.test(decoded) && holds(words, decoded, depth - 1);
  });
}

/** The id of the thing that a part of a list is, or stands for. */
function idOf(value: Value): string | undefined {
  if (!isRow(value)) return undefined;
  for (const name of [
    'id',
    'node',
    'entity',
    'column',
    'owner',
    'tag',
    'term',
    'trainedModel',
    'evaluation',
    'what',
    'run',
    'connector',
    'entityId',
  ]) {
    const id = typeof value[name] === 'string' ? `${value[name]} ${value.position ?? ''}` : idOf(value[name]);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** What a hidden name or text may be in the answer. */
const isLess = (value: Value): boolean => (value ?? null) === null || String(value).startsWith('restricted:');

/** Whether one may be the other without what is hidden: they have the same id, or all that is not hidden is the same. */
function areOne(all: Value, part: Value, words: readonly string[]): boolean {
  if (typeof all === 'string') return typeof part === 'string' && isLess(part);
  if (!isRow(all) || !isRow(part)) return false;
  const id = idOf(all);
  if (id !== undefined) return id === idOf(part);
  return Object.entries(all).every(
    ([name, value]) => typeof value === 'object' || (holds(words, String(value)) ? isLess(part[name]) : value === part[name]),
  );
}

/**
 * What is wrong with what somebody is told who may not see everything, by what somebody is told who may: whatever does not hold one of
 * the words has to be the same, in lists in the same order; of what does, as much as the other may have been told.
 * `isFree`: places that may be different.
 */
export function differences(all: Value, part: Value, words: readonly string[], isFree: (path: string) => boolean, path = ''): string[] {
  if (isFree(path)) return [];
  const say = (): string[] => [`${path}: ${JSON.stringify(part)?.slice(0, 200)} rather than ${JSON.stringify(all)?.slice(0, 200)}`];
  const isClean = placesOf(words, all).length === 0;
  if (Array.isArray(all)) return Array.isArray(part) ? listDifferences(all, part, words, isFree, path) : say();
  if (isRow(all)) {
    if (!isRow(part)) return isClean || isSeen(all, words) ? say() : [];
    if (part.__typename === 'Restricted') return isClean ? say() : [];
    // What stands for something hidden may say nothing of it.
    const mayBeLess = !isClean && typeof all.name !== 'string';
    return Object.keys(all).flatMap((name) =>
      mayBeLess && (part[name] ?? null) === null ? [] : differences(all[name], part[name], words, isFree, `${path}.${name}`),
    );
  }
  return !isClean || JSON.stringify(all) === JSON.stringify(part) ? [] : say();
}

/** Of an entity that is not hidden itself. */
const isSeen = (value: Value, words: readonly string[]): boolean =>
  isRow(value) && typeof value.id === 'string' && typeof value.name === 'string' && placesOf(words, [value.id, value.name]).length === 0;

function listDifferences(
  all: readonly Value[],
  part: readonly Value[],
  words: readonly string[],
  isFree: (path: string) => boolean,
  path: string,
): string[] {
  const found: string[] = [];
  let at = 0;
  for (const [place, each] of all.entries()) {
    const isClean = placesOf(words, each).length === 0;
    const other = part[at];
    const isSame = at < part.length && (isClean || areOne(each, other, words));
    if (isSame || (other === null && each !== null && all.length - place === part.length - at)) {
      found.push(...(other === null && !isClean ? [] : differences(each, other, words, isFree, `${path}.${place}`)));
      at++;
    } else if (isClean) found.push(`${path}.${place}: ${JSON.stringify(each)?.slice(0, 200)} is not there`);
    else if (isSeen(each, words)) found.push(`${path}.${place}: ${(each as Row).id} is not there`);
  }
  if (at < part.length) found.push(`${path}: ${JSON.stringify(part.slice(at)).slice(0, 300)} is there as well`);
  return found;
}
