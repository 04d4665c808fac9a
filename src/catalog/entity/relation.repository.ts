import type { Database } from '../../neo4j/database.js';
import { kindOf } from '../id.js';
import { type CursorParts, type Page, type PageRequest, pageOf } from './page.js';
import type { RawRow } from './row.js';

/** What something is read of: a row, or of an entity its id alone. Columns, which share their key with nothing, are found by that. */
export interface Origin {
  readonly id: string;
  readonly key?: number;
}

/** What statements find it by. */
export const handleOf = ({ id, key }: Origin): string | number => (kindOf(id) === 'COLUMN' ? key! : id);

/** A relation read for many entities at once: the same page of each, in their order. */
export type PagedRelation<Row, Request extends PageRequest = PageRequest> = (
  database: Database,
  of: readonly Origin[],
  request: Request,
) => Promise<Page<Row>[]>;

export interface RelationQuery<Row, Request extends PageRequest = PageRequest> {
  /**
   * One statement: `$p` holds handles (of), sort and id of the cursor (null on the first page) and limit (one more than asked
   * for); it returns `of` and `rows` for those that have any.
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
    return of.map((owner) =>
      pageOf(
        (rows.get(handleOf(owner)) ?? []).map((raw) => row(raw, owner)),
        request,
        cursor,
      ),
    );
  };
}

/** The entity's id as a cursor: for lists in the order of ids. */
export const byId = ({ id }: Origin): CursorParts => ['', id];
