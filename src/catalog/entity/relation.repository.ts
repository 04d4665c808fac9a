import type { Database } from '../../neo4j/database.js';
import { type CursorParts, type Page, type PageRequest, pageOf } from './page.js';
import type { EntityRow, RawRow } from './row.js';

/** What a relation is read from: any row, or what stands for one. */
export type Keyed = Pick<EntityRow, 'id' | 'key'>;

/** A relation read for many entities at once: the same page of each, in their order. */
export type PagedRelation<Row, Request extends PageRequest = PageRequest> = (
  database: Database,
  of: readonly Keyed[],
  request: Request,
) => Promise<Page<Row>[]>;

export interface RelationQuery<Row, Request extends PageRequest = PageRequest> {
  /**
   * One statement: `$p` holds keys, sort and id of the cursor (null on the first page) and limit (one more than asked for);
   * it returns `key` and `rows` for those that have any.
   */
  readonly cypher: string;
  /** What else goes into `$p`. */
  parameters?(request: Request): Record<string, unknown>;
  row(raw: RawRow, of: Keyed): Row;
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
    const p = { keys: of.map(({ key }) => key), sort, id, limit: request.first + 1, ...parameters?.(request) };
    const answer = await database.read<{ key: number; rows: RawRow[] }>(cypher, { p });
    const rows = new Map(answer.map((each) => [each.key, each.rows]));
    return of.map((owner) =>
      pageOf(
        (rows.get(owner.key) ?? []).map((raw) => row(raw, owner)),
        request,
        cursor,
      ),
    );
  };
}

/** The entity's id as a cursor: for lists in the order of ids. */
export const byId = (row: EntityRow): CursorParts => ['', row.id];
