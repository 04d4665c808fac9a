import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getArgumentValues, isAbstractType, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import { typeNameOf } from '../catalog/entity/entity.type.js';
import { areToldById, isLookedUp, rowOfId } from '../catalog/entity/told-by-id.js';
import { kindOf } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import type { Context } from './context.js';
import { fieldsOf } from './selection.js';

/** Marks a field whose resolver reads, through the request's loaders, with nothing of an entity but what its id tells. */
export const FromId = (): MethodDecorator => Extensions({ fromId: true });

/**
 * The entity of an id; null where there is none. While its row is read, so is what its fields ask that need no more than the id:
 * a question about one thing waits for the database once. The fields themselves are resolved afterwards, out of the loaders.
 * The row is not read at all where nothing of it is asked, and its fields have seen that it is there. Not of columns, which are
 * found by more than their id.
 */
export async function entityWithFields(id: string, context: Context, info: GraphQLResolveInfo): Promise<object | null> {
  const { loaders, sight } = context;
  // An alias may be hidden where what it is an alias of is not.
  if (await sight?.hides(id)) return null;
  const kind = kindOf(id);
  const type = kind && info.schema.getType(typeNameOf({ kind }));
  if (!isObjectType(type) || kind === undefined || kind === 'COLUMN') return loaders.entity.load(id);
  const asked = fieldsOf(info.fieldNodes, info.fragments, holdsOf(type, info));
  const [ahead, others] = [asked.filter((node) => isFromId(type, node)), asked.filter((node) => !isFromId(type, node))];
  const names = others.map(({ name }) => name.value);
  const isRowAsked = isLookedUp(kind) || ahead.length === 0 || !areToldById(names, kind);
  const row = isRowAsked ? loaders.entity.load(id) : undefined;
  const read = Promise.allSettled(ahead.map((node) => readField({ type, node, id, kind }, context, info)));
  if (row) return row;
  await read;
  return loaders.isThere(id) ? rowOfId(id, kind) : loaders.entity.load(id);
}

const isFromId = (type: GraphQLObjectType, { name }: FieldNode): boolean => type.getFields()[name.value]?.extensions.fromId === true;

interface Ahead {
  readonly type: GraphQLObjectType;
  readonly node: FieldNode;
  readonly id: string;
  readonly kind: Kind;
}

/** Whatever goes wrong is told when the field itself is resolved. */
async function readField({ type, node, id, kind }: Ahead, context: Context, info: GraphQLResolveInfo): Promise<void> {
  const field = type.getFields()[node.name.value]!;
  await field.resolve!(rowOfId(id, kind), getArgumentValues(field, node, info.variableValues), context, { ...info, fieldNodes: [node] });
}

/** Whether a fragment on the type of this name holds of `type`. */
function holdsOf(type: GraphQLObjectType, { schema }: GraphQLResolveInfo): (name: string) => boolean {
  return (name) => {
    const condition = schema.getType(name);
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
  };
}
