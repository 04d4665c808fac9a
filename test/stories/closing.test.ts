import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datasetId, jobId, runId } from '../../src/catalog/id.js';
import type { Neo4jDatabase } from '../../src/neo4j/driver.js';
import type { Fact } from '../../src/write/fact.js';
import { Writer } from '../../src/write/writer.js';
import { testDatabase, uniqueNamespace } from '../support/neo4j.js';

/** What the graph believes of what a job reads: what holds, and what held, with nothing that was corrected since. */
const BELIEVED = `
MATCH (d:Dataset {namespace: $p.namespace})-[e:FEEDS|FED]->(:Job)
WHERE e.knownTo IS NULL
RETURN d.name + ' ' + substring(e.validFrom, 14, 2) + '-' + coalesce(substring(e.validTo, 14, 2), '') AS held
ORDER BY held`;

let database: Neo4jDatabase;

interface Run {
  name: string;
  minute: number;
  reads: string;
  state?: 'SUCCEEDED' | 'FAILED' | 'RUNNING';
}

function fact(namespace: string, { name, minute, reads, state = 'SUCCEEDED' }: Run): Fact {
  const run = runId(namespace, name);
  return {
    producer: 'test',
    at: `2026-01-01 00:${String(minute).padStart(2, '0')}:00`,
    claims: [{ id: run, attributes: { [`state:${state}`]: true } }],
    statement: {
      subject: jobId(namespace, 'job'),
      method: 'OBSERVED',
      run,
      inputs: [...reads].map((dataset) => ({ dataset: datasetId(namespace, dataset) })),
      outputs: [],
      columns: [],
    },
    raw: { name, minute, reads, state },
  };
}

/** Each run in a commit of its own, so that every step is stored and has to be undone or carried on. */
async function believed(runs: readonly Run[], writer = new Writer(database)): Promise<string[]> {
  const namespace = uniqueNamespace('closing');
  for (const run of runs) await writer.submit(fact(namespace, run));
  return (await database.read<{ held: string }>(BELIEVED, { p: { namespace } })).map((row) => row.held);
}

function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [i, item] of items.entries()) for (const rest of orders(items.filter((_, j) => j !== i))) yield [item, ...rest];
}

describe('what a job reads, as its runs come in', () => {
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('runs A, B, A: three intervals, in all orders', async () => {
    const runs: Run[] = [
      { name: 'first', minute: 10, reads: 'ac' },
      { name: 'second', minute: 20, reads: 'bc' },
      { name: 'third', minute: 30, reads: 'ac' },
    ];
    for (const order of orders(runs)) expect(await believed(order)).toEqual(['a 10-20', 'a 30-', 'b 20-30', 'c 10-']);
  });

  it('an end that names no dataset, told to a server that was started anew, ends the run that does', async () => {
    const namespace = uniqueNamespace('closing');
    const told = fact(namespace, { name: 'only', minute: 10, reads: 'a', state: 'RUNNING' });
    const start = { ...told, statement: { ...told.statement!, outputs: [{ dataset: datasetId(namespace, 'b') }] } };
    const end = fact(namespace, { name: 'only', minute: 20, reads: '' });
    for (const event of [start, end]) await new Writer(database).submit(event);
    const written = 'MATCH (:Run {namespace: $p.namespace})-[:WROTE]->(:DatasetVersion)<-[:HAS_VERSION]-(d) RETURN d.name AS name';
    expect(await database.read(written, { p: { namespace } })).toEqual([{ name: 'b' }]);
  });

  it('a late run splits an interval that was open', async () => {
    const runs: Run[] = [
      { name: 'first', minute: 10, reads: 'a' },
      { name: 'third', minute: 30, reads: 'a' },
    ];
    expect(await believed(runs)).toEqual(['a 10-']);
    expect(await believed([...runs, { name: 'second', minute: 20, reads: 'b' }])).toEqual(['a 10-20', 'a 30-', 'b 20-30']);
  });

  it('failed and unfinished runs assert, and end nothing', async () => {
    const runs: Run[] = [
      { name: '1', minute: 10, reads: 'a' },
      { name: '2', minute: 20, reads: 'b', state: 'FAILED' },
      { name: '3', minute: 30, reads: 'c', state: 'RUNNING' },
    ];
    for (const order of orders(runs)) expect(await believed(order)).toEqual(['a 10-', 'b 20-', 'c 30-']);
  });

  it('a run that is found to have failed after all ends nothing any more', async () => {
    const runs: Run[] = [
      { name: '1', minute: 10, reads: 'a' },
      { name: '2', minute: 20, reads: 'b' },
      { name: '2', minute: 20, reads: '', state: 'FAILED' },
    ];
    for (const order of orders(runs)) expect(await believed(order)).toEqual(['a 10-', 'b 20-']);
  });

  it('what was believed in between is kept, marked as corrected', async () => {
    const namespace = uniqueNamespace('closing');
    const writer = new Writer(database);
    await writer.submit(fact(namespace, { name: 'later', minute: 20, reads: 'a' }));
    await writer.submit(fact(namespace, { name: 'earlier', minute: 10, reads: 'a' }));
    const corrected = await database.read<{ from: string }>(
      `MATCH (:Dataset {namespace: $p.namespace})-[e:FED]->(:Job) WHERE e.knownTo IS NOT NULL RETURN e.validFrom AS from`,
      { p: { namespace } },
    );
    expect(corrected.map(({ from }) => from.slice(14, 16))).toEqual(['20']);
  });

  it('a job with hundreds of runs, some far too late, by a writer that forgets in between', async () => {
    const runs: Run[] = Array.from({ length: 200 }, (_, i) => ({ name: `run ${i}`, minute: 0, reads: i % 50 === 0 ? 'ab' : 'a' }));
    const namespace = uniqueNamespace('closing');
    const at = (i: number): Fact => ({
      ...fact(namespace, runs[i]!),
      at: `2026-01-${String(1 + Math.floor(i / 50)).padStart(2, '0')} 00:${String(i % 50).padStart(2, '0')}:00`,
    });
    let writer = new Writer(database);
    const late = [50, 51, 0, 149];
    for (let i = 0; i < 200; i++) {
      if (i === 120) writer = new Writer(database);
      if (!late.includes(i)) await writer.submit(at(i));
    }
    for (const i of late) await writer.submit(at(i));
    expect((await database.read<{ held: string }>(BELIEVED, { p: { namespace } })).map((row) => row.held)).toEqual([
      'a 00-',
      'b 00-01',
      'b 00-01',
      'b 00-01',
      'b 00-01',
    ]);
  });

  it('two writers on one database, taking turns and at once: every fact is there once', async () => {
    const namespace = uniqueNamespace('closing');
    const writers = [new Writer(database), new Writer(database)];
    const facts = Array.from({ length: 80 }, (_, i) =>
      fact(namespace, { name: `run ${i % 40}`, minute: i % 40, reads: i % 3 === 0 ? 'ab' : 'a' }),
    );
    const receipts = await Promise.all(facts.map((each, i) => writers[i % 2]!.submit(each)));
    expect(receipts.every(({ outcome }) => outcome === 'APPLIED' || outcome === 'UNCHANGED')).toBe(true);
    const again = await Promise.all(facts.map((each, i) => writers[(i + 1) % 2]!.submit(each)));
    expect(again.every(({ outcome }) => outcome === 'UNCHANGED')).toBe(true);
    const counted = await database.read<{ runs: number; edges: number }>(
      `MATCH (j:Job {namespace: $p.namespace})
       RETURN COUNT { (j)<-[:RUN_OF]-(:Run) } AS runs, COUNT { (j)<-[:FEEDS]-() } AS edges`,
      { p: { namespace } },
    );
    expect(counted).toEqual([{ runs: 40, edges: 2 }]);
  });
});
