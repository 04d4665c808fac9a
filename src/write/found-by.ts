import { parseId } from '../catalog/id.js';
import { printSearchWords, UNSEARCHED } from '../search/search-words.js';
import type { ColumnState, EntityState, View } from './state.js';

/** Relations to what things are also found by the names of. */
const BY_NAME: ReadonlySet<string> = new Set(['TAGGED', 'MEANS']);

/** The property `searchWords` of an entity; null when it is found through something else. */
export function searchWordsOf(entity: EntityState, seen: View): string | null {
  if (UNSEARCHED[entity.kind] !== undefined) return null;
  const { parts } = parseId(entity.id)!;
  const there = [...entity.columns.values()].filter(({ removed }) => !removed).map(({ path }) => path);
  // What things are called is in their id; an artifact's has the hash of its content.
  const { name = parts.at(-1)! } = seen.properties;
  return printSearchWords({
    name: String(name),
    texts: [...parts.slice(0, -1), seen.description, ...seen.texts, ...namesOf(seen)],
    columns: there.sort(),
  });
}

/** The same of a column: null until somebody described or tagged it, because there are so many. `own`: what was said of it. */
export function searchWordsOfColumn(dataset: string, column: ColumnState, own: View): string | null {
  const names = namesOf(own);
  if (own.description === null && names.length === 0) return null;
  return printSearchWords({ name: column.path, texts: [...parseId(dataset)!.parts, column.description, ...names] });
}

function namesOf({ relations }: View): string[] {
  const near = [...relations.values()].filter(({ type }) => BY_NAME.has(type));
  return near.map(({ to }) => parseId(to)!.parts.at(-1)!).sort();
}
