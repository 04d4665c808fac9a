import { type FieldNode, type GraphQLResolveInfo, getArgumentValues, isAbstractType, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import { typeNameOf } from '../catalog/entity/entity.type.js';
import type { EntityRow } from '../catalog/entity/row.js';
import { rowOfId } from '../catalog/entity/told-by-id.js';
import { kindOf } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import type { Context } from './context.js';
import { fieldsOf } from './selection.js';

/** Marks a field whose resolver reads, through the request's loaders, with nothing of an entity but what its id tells. */
export const FromId = (): MethodDecorator => Extensions({ fromId: true });

/**
 * The entity of an id; null where there is none. While its row is read, so is what its fields ask that need no more than the id:
 * a question about one thing waits for the database once. The fields themselves are resolved afterwards, out of the loaders.
 * Not of columns, which are found by more than their id.
 */
export function entityWithFields(id: string, context: Context, info: GraphQLResolveInfo): Promise<EntityRow | null> {
  const row = context.loaders.entity.load(id);
  const kind = kindOf(id);
  // Whatever goes wrong is told when the field itself is resolved.
  if (kind !== undefined && kind !== 'COLUMN') readFields(id, kind, context, info).catch(() => undefined);
  return row;
}

async function readFields(id: string, kind: Kind, context: Context, info: GraphQLResolveInfo): Promise<void> {
  const type = info.schema.getType(typeNameOf({ kind }));
  if (!isObjectType(type)) return;
  /** Whether a fragment on the type of this name holds. */
  const holds = (name: string): boolean => {
    const condition = info.schema.getType(name);
    return condition === type || (isAbstractType(condition) && info.schema.isSubType(condition, type));
  };
  const fields = type.getFields();
  const readField = async (node: FieldNode): Promise<void> => {
    const field = fields[node.name.value];
    if (field?.extensions.fromId !== true) return;
    await field.resolve!(rowOfId(id, kind), getArgumentValues(field, node, info.variableValues), context, { ...info, fieldNodes: [node] });
  };
  await Promise.allSettled(fieldsOf(info.fieldNodes, info.fragments, holds).map(readField));
}
