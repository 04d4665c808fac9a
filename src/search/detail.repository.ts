import { columnId } from '../catalog/id.js';
import type { Database } from '../neo4j/database.js';
import { type FacetName, type FacetValue, facetsOf, type SearchFacet } from './facets.js';
import type { FieldText } from './matched.js';

// Columns are no :Entity; keys are unique over both.
const OF_KEYS = `
UNWIND $p.keys AS key
CALL (key) { MATCH (e:Entity {key: key}) RETURN e UNION ALL MATCH (e:Column {key: key}) RETURN e }`;

const COUNT_FACETS = `${OF_KEYS}
WITH collect(e) AS hits
CALL (hits) {
  UNWIND hits AS e
  RETURN 'KIND' AS by, coalesce(e.kind, 'COLUMN') AS value, coalesce(e.kind, 'COLUMN') AS label, count(*) AS count
  UNION ALL
  UNWIND hits AS e
  WITH coalesce(e.namespace, head([(e)<-[:HAS_COLUMN]-(of) | of.namespace])) AS value
  RETURN 'NAMESPACE' AS by, value, value AS label, count(*) AS count
  UNION ALL
  UNWIND hits AS e
  MATCH (e)-[:TAGGED]->(tag)
  RETURN 'TAG' AS by, tag.id AS value, tag.name AS label, count(DISTINCT e) AS count
  UNION ALL
  UNWIND hits AS e
  MATCH (e)-[:OWNED_BY]->(owner)
  RETURN 'OWNER' AS by, owner.id AS value, owner.name AS label, count(DISTINCT e) AS count
}
RETURN by, value, label, count`;

const FIND_TEXTS = `${OF_KEYS}
RETURN key, e.name AS name, e.namespace AS namespace, e.description AS description, e.searchWords AS words, e.id AS id,
  [(e)-[:TAGGED]->(tag) | {id: tag.id, name: tag.name}] AS tags,
  [(e)-[:MEANS]->(term) | {id: term.id, name: term.name}] AS terms,
  CASE WHEN e:Dataset THEN [(e)-[:HAS_COLUMN]->(column) WHERE column.removedAt IS NULL | column.name] ELSE [] END AS columns`;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface TextRow {
  readonly key: number;
  readonly id: string | null;
  readonly name: string;
  readonly namespace: string | null;
  readonly description: string | null;
  readonly words: string | null;
  readonly tags: readonly Named[];
  readonly terms: readonly Named[];
  readonly columns: readonly string[];
}

/** Counts hits by what they have. */
export async function countFacets(database: Database, keys: readonly number[]): Promise<SearchFacet[]> {
  const rows = keys.length === 0 ? [] : await database.read<FacetValue & { by: FacetName }>(COUNT_FACETS, { p: { keys } });
  return facetsOf(rows);
}

/** The texts that hits are found by, in the order asked. */
export async function findTexts(database: Database, keys: readonly number[]): Promise<FieldText[][]> {
  const rows = await database.read<TextRow>(FIND_TEXTS, { p: { keys } });
  const found = new Map(rows.map((row) => [row.key, textsOf(row)]));
  return keys.map((key) => found.get(key) ?? []);
}

function textsOf({ id, name, namespace, description, words, tags, terms, columns }: TextRow): FieldText[] {
  const other = words?.split('\n')[1];
  return [
    { field: 'NAME', text: name },
    ...tags.map((tag) => ({ field: 'TAG' as const, text: tag.name, id: tag.id })),
    ...terms.map((term) => ({ field: 'TERM' as const, text: term.name, id: term.id })),
    ...columns.map((column) => ({ field: 'COLUMN' as const, text: column, id: columnId(id ?? '', column) })),
    ...(description ? [{ field: 'DESCRIPTION' as const, text: description }] : []),
    ...(namespace ? [{ field: 'NAMESPACE' as const, text: namespace }] : []),
    ...(other ? [{ field: 'OTHER' as const, text: other }] : []),
  ];
}
