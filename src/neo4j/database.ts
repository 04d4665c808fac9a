/**
 * What the rest of Vinci sees of Neo4j. Parameters are one map of plain values. JavaScript numbers travel as floats: looking up
 * an integer property with one works; wherever one is stored the statement says `toInteger(...)`. Integers come back as numbers.
 * Throws Unavailable when the database cannot be reached.
 */
export interface Database {
  /** One read statement; retried by itself when the server says that it may be. */
  read<Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]>;
  /** One statement in a transaction of its own; never retried, since it is not known whether it was committed. */
  write<Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]>;
  /** Several statements that are committed together, or not at all; never retried. What `work` throws undoes them. */
  transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** One statement of a transaction. */
export type Run = <Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Row[]>;
