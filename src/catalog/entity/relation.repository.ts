import type { Database } from '../../neo4j/database.js';
import { kindOf } from '../id.js';
import { type CursorParts, type Page, type PageRequest, pageOf } from './page.js';
import type { RawRow } from './row.js';

/** What something is read of: a row, or of an entity its id alone. Columns, which share their key with nothing, are found by that. */
export interface Origin {
  readonly id: string;
  readonly key?: number;
}

/** How statements begin that are asked of entities and columns alike: `of`, a handle, and `o`, what it names. Columns are no :Entity. */
export const OF_HANDLES = `
UNWIND $p.of AS of
CALL (of) { MATCH (o:Entity {id: of}) RETURN o UNION ALL MATCH (o:Column {key: of}) RETURN o }`;

/** What statements find it by. */
export const handleOf = ({ id, key }: Origin): string | number => (kindOf(id) === 'COLUMN' ? key! : id);

/** What was found of one of many. */
export interface Related<Answer> {
  readonly answer: Answer;
  /** It was seen that there is such an entity; false: that is not known. */
  readonly there: boolean;
}

/** A relation read for many entities at once: the same of each, in their order. */
export type Relation<Answer, Request extends PageRequest = PageRequest> = (
  database: Database,
  of: readonly Origin[],
  request: Request,
) => Promise<Related<Answer>[]>;

export type PagedRelation<Row, Request extends PageRequest = PageRequest> = Relation<Page<Row>, Request>;

export interface RelationQuery<Row, Request extends PageRequest = PageRequest> {
  /**
   * One statement: `$p` holds handles (of), sort and id of the cursor (null on the first page) and limit (one more than asked
   * for); it returns `of` and `rows` for those that have any, or better for all that are there.
   */
  readonly cypher: string;
  /** What else goes into `$p`. */
  parameters?(request: Request): Record<string, unknown>;
  row(raw: RawRow, of: Origin): Row;
  cursor(row: Row): CursorParts;
}

export function relation<Row, Request extends PageRequest = PageRequest>({
  cypher,
  parameters,
  row,
  cursor,
}: RelationQuery<Row, Request>): PagedRelation<Row, Request> {
  return async (database, of, request) => {
    const [sort, id] = request.after ?? [null, null];
    const p = { of: of.map(handleOf), sort, id, limit: request.first + 1, ...parameters?.(request) };
    const answer = await database.read<{ of: string | number; rows: RawRow[] }>(cypher, { p });
    const rows = new Map(answer.map((each) => [each.of, each.rows]));
    return of.map((owner) => {
      const found = rows.get(handleOf(owner));
      const each = (found ?? []).map((raw) => row(raw, owner));
      return { answer: pageOf(each, request, cursor), there: found !== undefined };
    });
  };
}

/** The entity's id as a cursor: for lists in the order of ids. */
export const byId = ({ id }: Origin): CursorParts => ['', id];
