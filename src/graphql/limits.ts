/**
 * What one GraphQL operation may ask for, whoever sends it and by whichever transport. Everything but `cost` is read from the
 * document alone, before it is validated; cost needs the variables and is read before it runs.
 */
export interface Limits {
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
  /** Objects that the answer may hold, as far as can be told beforehand: see cost.ts. */
  readonly cost: number;
}

export const LIMITS: Limits = {
  tokens: 5_000,
  depth: 15,
  rootFields: 30,
  aliases: 60,
  directives: 60,
  fields: 1_000,
  cost: 250_000,
};
