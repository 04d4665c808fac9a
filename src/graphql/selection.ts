import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** The names of the fields that a resolver's selection asks for under a path of fields, fragments spelled out. */
export function selectedFields(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>, path: readonly string[]): Set<string> {
  let nodes: readonly FieldNode[] = info.fieldNodes;
  for (const name of path) nodes = fieldsOf(nodes, info.fragments).filter((node) => node.name.value === name);
  return new Set(fieldsOf(nodes, info.fragments).map((node) => node.name.value));
}

function fieldsOf(nodes: readonly FieldNode[], fragments: GraphQLResolveInfo['fragments']): FieldNode[] {
  const found: FieldNode[] = [];
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const node of set?.selections ?? [])
      if (node.kind === Kind.FIELD) found.push(node);
      else collect(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments[node.name.value]?.selectionSet);
  };
  for (const node of nodes) collect(node.selectionSet);
  return found;
}
