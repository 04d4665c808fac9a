import type { Sight } from '../access/sight.js';
import type { Database } from '../neo4j/database.js';
import { type HitRow, idOf } from './hit-row.js';
import { tokenise } from './tokenise.js';

// Names of hidden things that others are found by: of columns, tags and terms.
const HIDDEN_NAMES = `
UNWIND $p.keys AS key
CALL (key) { MATCH (e:Entity {key: key}) RETURN e UNION ALL MATCH (e:Column {key: key}) RETURN e }
WITH key, [(e)-[:HAS_COLUMN]->(column)-[:TAGGED]->(tag) WHERE tag.id IN $p.closed | column.name] AS columns,
  [(e)-[:TAGGED|MEANS]->(named)-[:TAGGED]->(tag) WHERE tag.id IN $p.closed | named.name] AS names
WHERE size(columns) > 0 OR size(names) > 0
RETURN key, columns, names`;

interface Names {
  readonly key: number;
  readonly columns: readonly string[];
  readonly names: readonly string[];
}

/** Without what is hidden, and what is seen without the words of what is: nobody shall find a dataset by the name of a column that is closed to him. */
export async function withoutHidden(database: Database, sight: Sight, rows: readonly HitRow[]): Promise<HitRow[]> {
  const namesOf = (row: HitRow): string[] => [idOf(row), ...(row.foundAs ? [row.foundAs] : [])];
  const hidden = await sight.hiddenAmong(rows.flatMap(namesOf));
  const seen = rows.filter((row) => !namesOf(row).some((id) => hidden.has(id)));
  if (sight.closed.length === 0 || seen.length === 0) return seen;
  const p = { keys: [...new Set(seen.map(({ key }) => key))], closed: sight.closed };
  const found = new Map((await database.read<Names>(HIDDEN_NAMES, { p })).map((names) => [names.key, names]));
  return seen.map((row) => {
    const names = found.get(row.key);
    return names && row.words !== undefined ? { ...row, words: wordsWithout(row.words, names) } : row;
  });
}

function wordsWithout(searchWords: string, { columns, names }: Names): string {
  const [first = '', second = '', ...lines] = searchWords.split('\n');
  const hidden = new Set(columns.map((name) => tokenise(name).join(' ')));
  const others = names.reduce((words, name) => words.replace(` ${tokenise(name).join(' ')} `, ' '), ` ${second} `).trim();
  return [first, others, ...lines.filter((line) => !hidden.has(line))].join('\n');
}
