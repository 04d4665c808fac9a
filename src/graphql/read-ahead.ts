import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getArgumentValues, isAbstractType, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import { typeNameOf } from '../catalog/entity/entity.type.js';
import type { EntityRow } from '../catalog/entity/row.js';
import { kindOf } from '../catalog/id.js';
import type { Context } from './context.js';
import { fieldsOf } from './selection.js';

/** Marks a field whose resolver needs nothing of an entity but its id, and reads through the request's loaders. */
export const FromId = (): MethodDecorator => Extensions({ fromId: true });

/**
 * The entity of an id; null where there is none. While its row is read, so is what its fields ask that need no more than the id:
 * a question about one thing waits for the database once. The fields themselves are resolved afterwards, out of the loaders.
 * Not of columns, which are found by more than their id.
 */
export function entityWithFields(id: string, context: Context, info: GraphQLResolveInfo): Promise<EntityRow | null> {
  const row = context.loaders.entity.load(id);
  const kind = kindOf(id);
  const type = kind && info.schema.getType(typeNameOf({ kind }));
  if (isObjectType(type) && kind !== 'COLUMN')
    for (const node of fieldsOf(info.fieldNodes, info.fragments, holdsOf(type, info)))
      void readField(type, node, id, context, info).catch(() => undefined);
  return row;
}

/** Whatever goes wrong is told when the field itself is resolved. */
async function readField(type: GraphQLObjectType, node: FieldNode, id: string, context: Context, info: GraphQLResolveInfo): Promise<void> {
  const field = type.getFields()[node.name.value];
  if (!field?.resolve || field.extensions.fromId !== true) return;
  await field.resolve({ id }, getArgumentValues(field, node, info.variableValues), context, { ...info, fieldNodes: [node] });
}

/** Whether a fragment on a type of this name holds of `type`. */
function holdsOf(type: GraphQLObjectType, { schema }: GraphQLResolveInfo): (name: string) => boolean {
  return (name) => {
    const condition = schema.getType(name);
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
  };
}
