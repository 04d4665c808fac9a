import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { VinciError } from '../errors.js';
import type { Limits } from './limits.js';
import { pairsToMerge } from './merging.js';

/** How big a selection is, with fragments spelled out. */
interface Extent {
  readonly depth: number;
  /** Fields of the selection itself, not of what is inside them. */
  readonly rootFields: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

const NOTHING: Extent = { depth: 0, rootFields: 0, fields: 0, aliases: 0, directives: 0 };

const SENTENCES: Readonly<Record<keyof Extent, (found: string, most: string) => string>> = {
  depth: (found, most) => `The fields of this operation are ${found} deep in each other; at most ${most} are allowed.`,
  rootFields: (found, most) =>
    `This operation has ${found} fields at its top; at most ${most} are allowed: ask for the rest in another request.`,
  fields: (found, most) => `This operation selects ${found} fields, fragments spelled out; at most ${most} are allowed.`,
  aliases: (found, most) => `This operation has ${found} aliases; at most ${most} are allowed: nodes(ids) looks many things up at once.`,
  directives: (found, most) => `This operation has ${found} directives; at most ${most} are allowed.`,
};

/**
 * Throws VinciError TOO_COMPLEX, one sentence with the numbers, when an operation of the document goes beyond the limits.
 * Runs before validation, whose rules take time that grows with the square of what they are given; so it must live with
 * fragments that are missing or go in circles, which validation refuses afterwards.
 */
export function checkExtent(document: DocumentNode, limits: Limits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measure = measureOf(fragments);
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    const extent = measure(operation.selectionSet);
    for (const what of Object.keys(SENTENCES) as (keyof Extent)[])
      if (extent[what] > limits[what]) throw new VinciError('TOO_COMPLEX', SENTENCES[what](inWords(extent[what]), inWords(limits[what])));
    const pairs = pairsToMerge(operation, fragments, limits);
    if (pairs > limits.merging)
      throw new VinciError(
        'TOO_COMPLEX',
        `The same fields are repeated so often in this operation that more than ${inWords(limits.merging)} pairs would have to be compared: ask for each once.`,
      );
  }
}

/** Doubling fragments spell out to astronomical numbers. */
export function inWords(count: number): string {
  return count > 1e12 ? 'over a trillion' : Math.ceil(count).toLocaleString('en');
}

/** Each fragment is measured once, however often it is spread: a chain of doubling fragments takes no longer than it is. */
function measureOf(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (selections: SelectionSetNode) => Extent {
  const known = new Map<string, Extent>();

  function ofFragment(name: string): Extent {
    const before = known.get(name);
    if (before) return before;
    // Until it is known: a circle ends here.
    known.set(name, NOTHING);
    const fragment = fragments.get(name);
    const extent = fragment ? ofSelections(fragment.selectionSet) : NOTHING;
    known.set(name, extent);
    return extent;
  }

  function ofSelections(selections: SelectionSetNode): Extent {
    let { depth, rootFields, fields, aliases, directives } = NOTHING;
    for (const node of selections.selections) {
      const field = node.kind === Kind.FIELD ? 1 : 0;
      const inner =
        node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : node.selectionSet ? ofSelections(node.selectionSet) : NOTHING;
      depth = Math.max(depth, inner.depth + field);
      rootFields += field || inner.rootFields;
      fields += inner.fields + field;
      aliases += inner.aliases + (node.kind === Kind.FIELD && node.alias ? 1 : 0);
      directives += inner.directives + (node.directives?.length ?? 0);
    }
    return { depth, rootFields, fields, aliases, directives };
  }

  return ofSelections;
}
