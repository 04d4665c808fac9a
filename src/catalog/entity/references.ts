import type { Problem } from '../../write/fact.js';
import type { Kind } from '../kind.js';
import { quoted } from './owned-definition.js';
import { isOfKind } from './projection.js';

/** An id that something refers to, and where it stands. */
export interface Reference {
  readonly id: string;
  readonly path: readonly string[];
}

/** A reference to something of certain kinds. */
export interface TypedReference extends Reference {
  readonly kinds: readonly Kind[];
}

/** As ids are kept: once each, sorted, so that their order makes no difference. Until then they stand as they were sent, for problems to name their place. */
export const keptIds = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/** In the input under this name; none when it was left out. */
export const referenceIn = (name: string, id: string | null | undefined, ...kinds: readonly Kind[]): TypedReference[] =>
  id ? [{ id, path: ['input', name], kinds }] : [];

export const unknownReference = ({ id, path }: Reference): Problem => ({
  rule: 'known-id',
  path,
  message: `There is nothing with the id ${quoted(id)}.`,
  remedy: 'Send the id of something as a query gave it, or report it first.',
});

/** Those that are ids of other kinds, or of nothing that is there. */
export const referenceProblems = (references: readonly TypedReference[], known: { has(id: string): boolean }): Problem[] =>
  references.flatMap((reference) => {
    if (!isOfKind(reference.id, ...reference.kinds)) return [wrongReference(reference)];
    return known.has(reference.id) ? [] : [unknownReference(reference)];
  });

const wrongReference = ({ id, kinds, path }: TypedReference): Problem => ({
  rule: 'reference-kind',
  path,
  message: `${quoted(id)} is not the id of a ${kinds.join(' or a ').toLowerCase().replaceAll('_', ' ')}.`,
  remedy: 'Send its id as a query gives it.',
});
