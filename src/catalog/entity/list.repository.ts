import type { Database } from '../../neo4j/database.js';
import { sourceId } from '../id.js';
import { COMMON_CONDITIONS, commonParameters, type EntityFilter, idRange } from './filter.js';
import { type Page, type PageRequest, pageOf } from './page.js';
import { byId } from './relation.repository.js';
import { type EntityRow, type RawRow, rowMap, rowOf, type Shape } from './row.js';

export interface ListQuery {
  /** How ids of the kind begin, up to the first part. */
  readonly prefix: string;
  readonly shape: Shape;
  /** Cypher conditions on `e` beyond the common ones; parameters in `$p`. */
  readonly conditions?: string;
  /** Cypher that leads to few `e`, each once, by the parameter that it begins with: such a list begins there, where it is asked for. */
  readonly starts?: Readonly<Record<string, string>>;
  /** Whether ids have a namespace and a name, or one part alone. */
  readonly namespaced?: boolean;
}

/** A list of one kind in the order of ids, narrowed by filter. */
export type List<Filter extends EntityFilter, Row> = (database: Database, filter: Filter, request: PageRequest) => Promise<Page<Row>>;

export function listOfKind<Filter extends EntityFilter, Row extends EntityRow>(
  query: ListQuery,
  parameters: (filter: Filter) => Record<string, unknown> = () => ({}),
): List<Filter, Row> {
  const asked = `e.id > $p.from AND e.id < $p.until AND e.canonical IS NULL AND ${COMMON_CONDITIONS}
${query.conditions ? `  AND ${query.conditions}` : ''}`;
  const statement = (start: string): string => `
${start}
WITH e ORDER BY e.id
WHERE ${asked}
WITH e LIMIT toInteger($p.limit)
RETURN ${rowMap(query.shape)} AS row ORDER BY e.id`;
  const all = `
MATCH (e:Entity)
USING INDEX e:Entity(id)
WHERE ${asked}
WITH e ORDER BY e.id LIMIT toInteger($p.limit)
RETURN ${rowMap(query.shape)} AS row`;
  const starts = Object.entries(query.starts ?? {}).map(([name, pattern]) => ({
    name,
    cypher: statement(pattern),
  }));
  return async (database, filter, request) => {
    const range = idRange(query.prefix + namespacePart(query, filter), request);
    const own = parameters(filter);
    const p = { ...commonParameters(filter), ...own, ...range };
    const cypher = starts.find(({ name }) => (own[name] ?? null) !== null)?.cypher ?? all;
    const rows = await database.read<{ row: RawRow }>(cypher, { p });
    return pageOf(
      rows.map(({ row }) => rowOf<Row>(query.shape, row)),
      request,
      byId,
    );
  };
}

/** A namespace as ids spell it, up to the name. */
function namespacePart(query: ListQuery, filter: EntityFilter): string {
  if (query.namespaced === false || !filter.namespace) return '';
  const id = sourceId(filter.namespace);
  return `${id.slice(id.indexOf(':') + 1)}/`;
}
