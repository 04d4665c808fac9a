import { type FieldNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Limits } from './limits.js';

/** Whoever looks further than this has seen enough. Selections. */
const MOST_STEPS = 20_000;

/**
 * How many pairs of fields would be answered under the same name, and so have to be compared with each other before the document is
 * known to be valid (graphql-js compares each pair, and what is inside). Grows with the square of repetitions; counted here in a time
 * that grows with the selections, and not beyond the limit. What is deeper than is allowed is in fragments that go in circles.
 */
export function pairsToMerge(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { depth: deepest, merging: most }: Pick<Limits, 'depth' | 'merging'>,
): number {
  let steps = 0;
  let pairs = 0;
  const open = [{ merged: [operation.selectionSet], depth: 1 }];
  for (let next = open.pop(); next && pairs <= most; next = open.pop()) {
    const { merged, depth } = next;
    const byName = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const selections of merged) collect(selections, byName, spread);
    for (const fields of byName.values()) {
      pairs += (fields.length * (fields.length - 1)) / 2;
      const inner = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inner.length > 0 && depth < deepest) open.push({ merged: inner, depth: depth + 1 });
    }
    if (steps > MOST_STEPS) return Number.POSITIVE_INFINITY;
  }
  return pairs;

  function collect(selections: SelectionSetNode, byName: Map<string, FieldNode[]>, spread: Set<string>): void {
    for (const node of selections.selections) {
      if (++steps > MOST_STEPS) return;
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const fields = byName.get(name);
        if (fields) fields.push(node);
        else byName.set(name, [node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, byName, spread);
      else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        const fragment = fragments.get(node.name.value);
        if (fragment) collect(fragment.selectionSet, byName, spread);
      }
    }
  }
}
