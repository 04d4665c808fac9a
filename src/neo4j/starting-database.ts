import { Unavailable } from '../errors.js';
import type { Database, Run } from './database.js';

/** Stands for the database until it is there: what is built on it can be made, and answers 503, while it starts. */
export class StartingDatabase implements Database {
  #database: Database | undefined;

  use(database: Database): void {
    this.#database = database;
  }

  async read<Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]> {
    return this.#started().read(cypher, parameters);
  }

  async write<Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]> {
    return this.#started().write(cypher, parameters);
  }

  async transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.#started().transaction(work);
  }

  async close(): Promise<void> {
    await this.#database?.close();
  }

  #started(): Database {
    if (!this.#database) throw new Unavailable('Vinci is starting; try again shortly.', 5);
    return this.#database;
  }
}
