/**
 * What one GraphQL operation may ask for, whoever sends it and by whichever transport. Everything but `cost` is read from the
 * document alone, before it is validated; cost needs the variables and is read before it runs.
 */
export interface Limits {
  /** Of the document's text. */
  readonly characters: number;
  /** Words and signs in the document. */
  readonly tokens: number;
  /** Fields in each other, the root field counted as 1. GraphiQL's introspection needs 15. */
  readonly depth: number;
  /** Fields at the top of an operation. */
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Selected fields, fragments spelled out. */
  readonly fields: number;
  /** Pairs of fields that are answered under the same name: see merging.ts. */
  readonly merging: number;
  /** Of each list among the variables of a query; commands may bring more. */
  readonly listLength: number;
  /** Objects and lists in each other, in the variables. */
  readonly nesting: number;
  /** Objects that the answer may hold, as far as can be told beforehand: see cost.ts. */
  readonly cost: number;
}

export const LIMITS: Limits = {
  characters: 1_000_000,
  tokens: 5_000,
  depth: 15,
  rootFields: 30,
  aliases: 60,
  directives: 60,
  fields: 1_000,
  merging: 5_000,
  listLength: 1_000,
  nesting: 100,
  cost: 250_000,
};
