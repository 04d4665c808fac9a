import { BadInput } from '../../errors.js';

/**
 * Pages by position in a sorted list, never by offset: a cursor names the last row by its sort key and id, so that what is
 * inserted before it moves nothing.
 */
export type SortKey = string | number;
export type CursorParts = readonly [sort: SortKey, id: string];

export interface PageRequest {
  readonly first: number;
  readonly after: CursorParts | null;
}

export interface Page<Row> {
  readonly edges: readonly { readonly node: Row; readonly cursor: string }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: PageInfo;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export const MAX_PAGE = 100;
/** What is given when nobody says how many. */
export const SHORT_PAGE = 20;

/** Throws BadInput when `first` is out of bounds or `after` is no cursor. */
export function pageRequest(first: number | null | undefined, after: string | null | undefined, usual = SHORT_PAGE): PageRequest {
  const count = first ?? usual;
  checkFirst(count, MAX_PAGE);
  return { first: count, after: after === null || after === undefined ? null : decodeCursor(after) };
}

export function checkFirst(first: number, max: number): void {
  if (!Number.isInteger(first) || first < 1 || first > max)
    throw new BadInput(`first is ${first}; it must be from 1 to ${max}.`, ['first']);
}

export function encodeCursor(parts: CursorParts): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

export function decodeCursor(cursor: string): CursorParts {
  const parts = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (
    Array.isArray(parts) &&
    parts.length === 2 &&
    typeof parts[1] === 'string' &&
    (typeof parts[0] === 'string' || typeof parts[0] === 'number')
  )
    return [parts[0], parts[1]];
  throw new BadInput('after is not a cursor of this list: send the endCursor of the page before, as it came.', ['after']);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `rows`: one more than was asked for when there are more. */
export function pageOf<Row>(rows: readonly Row[], request: PageRequest, cursorOf: (row: Row) => CursorParts): Page<Row> {
  const nodes = rows.slice(0, request.first);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(cursorOf(node)) }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > nodes.length,
      hasPreviousPage: request.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Those of a page that are wanted. Its bounds stay: the next page begins where it ended, though this one is shorter. */
export async function wantedOf<Row>(page: Page<Row>, isWanted: (row: Row) => Promise<boolean>): Promise<Page<Row>> {
  const wanted = await Promise.all(page.nodes.map(isWanted));
  const edges = page.edges.filter((_, at) => wanted[at]);
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}
