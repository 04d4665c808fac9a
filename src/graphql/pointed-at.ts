import type { GraphQLResolveInfo } from 'graphql';
import type { EntityRow } from '../catalog/entity/row.js';
import { areToldById, rowOfId } from '../catalog/entity/told-by-id.js';
import { kindOf } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import type { Context } from './context.js';
import { entityWithFields } from './read-ahead.js';
import { selectedFields } from './selection.js';

/** Kinds of which things may go by several ids, or are not named by them: they have to be looked up. */
const LOOKED_UP: ReadonlySet<Kind | undefined> = new Set<Kind>(['DATASET', 'COLUMN', 'ARTIFACT']);

/** What an entity points at, by id; null where it points at nothing. Looked up only for what the id does not tell. */
export function pointedAt(
  id: string | null | undefined,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<EntityRow | null> | object | null {
  if (id === null || id === undefined) return null;
  const kind = kindOf(id);
  if (kind === undefined || LOOKED_UP.has(kind) || !areToldById(selectedFields(info, []), kind)) return entityWithFields(id, context, info);
  return rowOfId(id, kind);
}
