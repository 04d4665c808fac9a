import type { Fact } from './fact.js';

/** Ids of what a fact says something of, some of them twice; what it merely names, as data that was read, is not among them. */
export function* subjectsOf({ claims, statement, also = [] }: Pick<Fact, 'claims' | 'statement' | 'also'>): Iterable<string> {
  for (const { id, attributes, removed } of claims) if (removed || Object.keys(attributes ?? {}).length > 0) yield id;
  for (const { subject, outputs, columns } of statement ? [statement, ...also] : also) {
    yield subject;
    for (const { dataset } of outputs) yield dataset;
    for (const { output } of columns) yield output;
  }
}
