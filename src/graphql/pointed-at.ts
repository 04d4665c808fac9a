import type { GraphQLResolveInfo } from 'graphql';
import type { EntityRow } from '../catalog/entity/row.js';
import { areToldById, isLookedUp, rowOfId } from '../catalog/entity/told-by-id.js';
import { kindOf } from '../catalog/id.js';
import type { Context } from './context.js';
import { entityWithFields } from './read-ahead.js';
import { selectedFields } from './selection.js';

/**
 * What an entity points at, by id; null where it points at nothing. Looked up only for what the id does not tell. `canonical`: of a
 * dataset, that this is the id that it goes by now.
 */
export function pointedAt(
  id: string | null | undefined,
  context: Context,
  info: GraphQLResolveInfo,
  canonical = false,
): Promise<EntityRow | null> | object | null {
  if (id === null || id === undefined) return null;
  const kind = kindOf(id);
  const isTold = kind !== undefined && (canonical || !isLookedUp(kind)) && areToldById(selectedFields(info, []), kind);
  return isTold ? rowOfId(id, kind) : entityWithFields(id, context, info);
}
