import { isReachedById, nextPlace, type Range, rangesOf } from '../access/reach.js';
import type { Sight } from '../access/sight.js';
import { decodeCursor, encodeCursor } from '../catalog/entity/page.js';
import { KINDS, type Kind } from '../catalog/kind.js';

/** A cursor of a list, or one farther on when nothing is seen before. */
export type Skip = (cursor: unknown) => unknown;

/** Behind all ids. */
export const NOTHING_LEFT = encodeCursor(['~', '~']);

const nowhere: Skip = (cursor) => cursor;

/** Of which kind a connection of this name lists all that there is, in the order of ids, where a reach tells what of it may be seen. */
export function listedKind(connection: string): Kind | undefined {
  const name = connection
    .replace(/Connection$/, '')
    .replaceAll(/(?<=[a-z])[A-Z]/g, '_$&')
    .toUpperCase();
  return KINDS.find((kind) => kind === name && isReachedById(kind));
}

/** How a list of all of a kind is read by somebody who may see a part of it; without a kind it is read through. */
export async function skippingIn(kind: Kind | undefined, sight: Sight): Promise<Skip> {
  const reach = kind && (await sight.reach());
  if (!reach) return nowhere;
  const ranges = rangesOf(kind, reach);
  return (cursor) => (typeof cursor === 'string' || !cursor ? movedOn(cursor, kind, ranges) : cursor);
}

/** That of columns names the dataset first. */
function movedOn(cursor: unknown, kind: Kind, ranges: readonly Range[]): unknown {
  const [sort, id] = cursor ? decodeCursor(String(cursor)) : ['', ''];
  const at = kind === 'COLUMN' ? String(sort) : id;
  const next = nextPlace(ranges, at);
  if (next === undefined) return NOTHING_LEFT;
  if (next === at) return cursor;
  return encodeCursor(kind === 'COLUMN' ? [next, ''] : ['', next]);
}
