import type { Driver } from 'neo4j-driver';
import { COLUMNS, type Estate, type EstateJob } from '../estate/estate.js';
import { COLUMN_NAMES, columnType } from '../estate/events.js';

/**
 * What the server is compared with: a short program that writes the same graph straight through the driver, a thousand events
 * to a transaction. It keeps no evidence, no log, no history and closes nothing, and has no HTTP in front of it.
 */
const JOBS_PER_TRANSACTION = 500;

const CONSTRAINTS = [
  'CREATE CONSTRAINT dataset_name IF NOT EXISTS FOR (d:Dataset) REQUIRE d.name IS UNIQUE',
  'CREATE CONSTRAINT job_name IF NOT EXISTS FOR (j:Job) REQUIRE j.name IS UNIQUE',
  'CREATE CONSTRAINT run_id IF NOT EXISTS FOR (r:Run) REQUIRE r.id IS UNIQUE',
  'CREATE CONSTRAINT column_id IF NOT EXISTS FOR (c:Column) REQUIRE c.id IS UNIQUE',
];
const DATASETS = `UNWIND $p.datasets AS row
MERGE (d:Dataset {name: row.name})
WITH d, row UNWIND row.columns AS column
MERGE (c:Column {id: column.id}) ON CREATE SET c.name = column.name, c.type = column.type
MERGE (d)-[:HAS_COLUMN]->(c)`;
const RUNS = `UNWIND $p.jobs AS row
MERGE (j:Job {name: row.name})
MERGE (r:Run {id: row.run}) SET r.state = row.state, r.startedAt = row.startedAt, r.endedAt = row.endedAt
MERGE (r)-[:RUN_OF]->(j)`;
const READS = `UNWIND $p.reads AS row
MATCH (d:Dataset {name: row.dataset}) MATCH (j:Job {name: row.job}) MERGE (d)-[:FEEDS]->(j)`;
const WRITES = `UNWIND $p.writes AS row
MATCH (d:Dataset {name: row.dataset}) MATCH (j:Job {name: row.job}) MERGE (j)-[:PRODUCES]->(d)`;
const DERIVATIONS = `UNWIND $p.derivations AS row
MATCH (a:Column {id: row.from}) MATCH (b:Column {id: row.to}) MERGE (a)-[:DERIVES]->(b)`;

export interface PlainResult {
  readonly events: number;
  readonly seconds: number;
}

/** Writes the estate into an empty database. */
export async function writePlainly(driver: Driver, { jobs }: Estate): Promise<PlainResult> {
  for (const constraint of CONSTRAINTS) await driver.executeQuery(constraint);
  await driver.executeQuery('CALL db.awaitIndexes(60)');
  const began = performance.now();
  const session = driver.session();
  try {
    for (let i = 0; i < jobs.length; i += JOBS_PER_TRANSACTION) {
      const p = rowsOf(jobs.slice(i, i + JOBS_PER_TRANSACTION), i);
      await session.executeWrite(async (tx) => {
        for (const statement of [DATASETS, RUNS, READS, WRITES, DERIVATIONS]) await tx.run(statement, { p });
      });
    }
  } finally {
    await session.close();
  }
  return { events: jobs.length * 2, seconds: (performance.now() - began) / 1000 };
}

function rowsOf(jobs: readonly EstateJob[], first: number): object {
  const names = new Set(jobs.flatMap((job) => [...job.inputs, ...job.outputs.map((output) => output.name)]));
  return {
    datasets: [...names].map((name) => ({ name, columns: columnsOf(name) })),
    jobs: jobs.map((job, i) => ({
      name: job.name,
      run: job.run,
      state: 'SUCCEEDED',
      startedAt: (first + i) * 2,
      endedAt: (first + i) * 2 + 1,
    })),
    reads: jobs.flatMap((job) => job.inputs.map((dataset) => ({ job: job.name, dataset }))),
    writes: jobs.flatMap((job) => job.outputs.map((output) => ({ job: job.name, dataset: output.name }))),
    derivations: jobs.flatMap((job) =>
      job.outputs.flatMap((output) =>
        output.sources.flatMap((refs, to) =>
          refs.map((from) => ({ from: columnKey(from.dataset, from.column), to: columnKey(output.name, to) })),
        ),
      ),
    ),
  };
}

const columnKey = (dataset: string, column: number): string => `${dataset}#${COLUMN_NAMES[column]}`;

function columnsOf(dataset: string): object[] {
  return Array.from({ length: COLUMNS }, (_, i) => ({ id: columnKey(dataset, i), name: COLUMN_NAMES[i], type: columnType(dataset, i) }));
}
