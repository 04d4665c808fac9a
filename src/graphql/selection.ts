import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Of all items of a list graphql-js hands on the same nodes. */
const known = new WeakMap<readonly FieldNode[], Set<string>>();

/** The names of the fields that a resolver's selection asks for under a path of fields, fragments spelled out. */
export function selectedFields(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>, path: readonly string[]): Set<string> {
  const before = path.length === 0 ? known.get(info.fieldNodes) : undefined;
  if (before) return before;
  let nodes: readonly FieldNode[] = info.fieldNodes;
  for (const name of path) nodes = fieldsOf(nodes, info.fragments).filter((node) => node.name.value === name);
  const fields = new Set(fieldsOf(nodes, info.fragments).map((node) => node.name.value));
  if (path.length === 0) known.set(info.fieldNodes, fields);
  return fields;
}

/** The fields right below others, fragments spelled out; of fragments those on types of which `holds`. */
export function fieldsOf(
  nodes: readonly FieldNode[],
  fragments: GraphQLResolveInfo['fragments'],
  holds: (type: string) => boolean = () => true,
): FieldNode[] {
  const found: FieldNode[] = [];
  const enter = (fragment: FragmentDefinitionNode | InlineFragmentNode | undefined): void => {
    if (fragment && (!fragment.typeCondition || holds(fragment.typeCondition.name.value))) collect(fragment.selectionSet);
  };
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const node of set?.selections ?? [])
      if (node.kind === Kind.FIELD) found.push(node);
      else enter(node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value]);
  };
  for (const node of nodes) collect(node.selectionSet);
  return found;
}
