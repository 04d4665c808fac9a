import { Unavailable } from '../../src/errors.js';
import type { Database, Run } from '../../src/neo4j/database.js';
import type { Random } from './random.js';

/** A database on a bad line: slow at times, away at times, and at times what was written is done but nobody hears of it. */
export class FlakyDatabase implements Database {
  /** Writes that went wrong. */
  faults = 0;

  constructor(
    private readonly database: Database,
    private readonly random: Random,
  ) {}

  async read<Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]> {
    await this.pause(3);
    return this.database.read(cypher, parameters);
  }

  async write<Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]> {
    await this.pause(20);
    const fate = this.random.below(10);
    if (fate === 0) throw this.fault(new Unavailable('The line was cut before.'));
    if (fate === 1) throw this.fault(new Error('Something in the data.'));
    const rows = await this.database.write<Row>(cypher, parameters);
    if (fate === 2) throw this.fault(new Unavailable('The line was cut after.'));
    return rows;
  }

  transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.database.transaction(work);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private fault(error: Error): Error {
    this.faults += 1;
    return error;
  }

  private async pause(most: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.random.below(most)));
  }
}
