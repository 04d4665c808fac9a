import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLog } from '../../src/audit/verify-log.js';
import { datasetId } from '../../src/catalog/id.js';
import { parseEvent } from '../../src/ingest/openlineage/parse.js';
import type { Database, Run } from '../../src/neo4j/database.js';
import { connect, type Neo4jDatabase } from '../../src/neo4j/driver.js';
import { canonicalLines } from '../../src/write/canonical.js';
import type { Fact } from '../../src/write/fact.js';
import { Memory } from '../../src/write/memory.js';
import { Writer } from '../../src/write/writer.js';
import { FlakyDatabase } from '../support/flaky-database.js';
import { freshNeo4j } from '../support/neo4j.js';
import { Random } from '../support/random.js';
import { RandomFacts } from '../support/random-facts.js';

const CAPTURES = ['python-client', 'dbt-build', 'spark-etl', 'spark-ml'];
/** All of them in the full suite; every run of the tests has some. */
const SHUFFLES = Number(process.env.SHUFFLES ?? 5);
const TIMEOUT_MS = 60 * 60_000;

let database: Neo4jDatabase;

/** One by one, or in groups of other sizes each time. `anew`: by a server that is started anew before each, and remembers nothing. */
async function write(facts: readonly Fact[], sizes?: Random, anew = false): Promise<string[]> {
  await database.close();
  database = await connect(await freshNeo4j());
  let writer = new Writer(database);
  for (let i = 0; i < facts.length; ) {
    const size = sizes ? 1 + sizes.below(24) : 1;
    if (anew) writer = new Writer(database);
    await Promise.all(facts.slice(i, i + size).map((fact) => writer.submit(fact)));
    i += size;
  }
  await writer.drained();
  expect((await verifyLog(database)).faults).toEqual([]);
  return canonicalLines(database);
}

/** Many callers at once, each sending its next fact when the one before is there; on a bad line, and with nothing remembered. */
async function writeWildly(facts: readonly Fact[], random: Random): Promise<{ lines: string[]; faults: number }> {
  await database.close();
  database = await connect(await freshNeo4j());
  const flaky = new FlakyDatabase(database, random);
  const writers = [new Writer(flaky, new Forgetful()), new Writer(flaky)];
  const left = [...facts];
  const call = async (writer: Writer): Promise<void> => {
    for (let fact = left.pop(); fact; fact = left.pop())
      while (!(await writer.submit(fact).catch(() => undefined))) await new Promise((resolve) => setTimeout(resolve, random.below(10)));
  };
  // Mostly one server; now and then another writes in between.
  await Promise.all([...Array.from({ length: 30 }, () => call(writers[0]!)), call(writers[1]!)]);
  expect((await verifyLog(database)).faults).toEqual([]);
  return { lines: await canonicalLines(database), faults: flaky.faults };
}

class Forgetful extends Memory {
  constructor() {
    super();
    const forget = () => setImmediate(() => this.clear()).unref();
    for (const cache of [this.entities, this.subjects, this.contents] as { set: unknown }[]) {
      const set = cache.set as (...args: unknown[]) => unknown;
      cache.set = (...args: unknown[]) => {
        forget();
        return set.apply(cache, args);
      };
    }
  }
}

function describing(dataset: string, producer: string): Fact {
  const claims = [{ id: dataset, attributes: { documentation: { description: 'text' } } }];
  return { producer, at: '2026-01-01 00:00:00', claims, raw: { dataset, producer } };
}

/** Passes nothing on that is to be written, until it is told to: then in the order in which it came. */
class Held implements Database {
  private release!: () => void;
  private readonly released = new Promise<void>((resolve) => {
    this.release = resolve;
  });
  /** Writes that wait. */
  waiting = 0;

  constructor(private readonly database: Database) {}

  read<Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]> {
    return this.database.read(cypher, parameters);
  }

  async write<Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>): Promise<Row[]> {
    this.waiting += 1;
    await this.released;
    return this.database.write(cypher, parameters);
  }

  letGo(): void {
    this.release();
  }

  transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.database.transaction(work);
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

describe('the same facts in any order, any number of times, give the same graph', () => {
  beforeAll(async () => {
    database = await connect(await freshNeo4j());
  });
  afterAll(() => database.close());

  it.each(CAPTURES)(
    '%s',
    async (capture) => {
      const file = new URL(`../fixtures/openlineage/${capture}.ndjson`, import.meta.url);
      const events = readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => parseEvent(JSON.parse(line)));
      const straight = await write(events);
      expect(straight.length).toBeGreaterThan(events.length);
      expect(await write(events, undefined, true)).toEqual(straight);
      for (let seed = 1; seed <= SHUFFLES; seed++) {
        const random = new Random(seed);
        const repeats = events.filter(() => random.below(4) === 0);
        expect({ seed, lines: await write(random.shuffle([...events, ...repeats]), random) }).toEqual({ seed, lines: straight });
      }
    },
    TIMEOUT_MS,
  );

  it(
    'facts that contradict each other in every way',
    async () => {
      for (let seed = 1; seed <= SHUFFLES; seed++) {
        const random = new Random(seed);
        const facts = new RandomFacts(random, 'order').list(5 + random.below(80));
        const straight = await write(facts);
        const mixed = await write(random.shuffle([...facts, ...facts.slice(0, 5)]), random, seed % 2 === 0);
        expect({ seed, lines: mixed }).toEqual({ seed, lines: straight });
      }
    },
    TIMEOUT_MS,
  );

  it(
    'such facts while the database fails, forgets to answer, and another server writes in between',
    async () => {
      let faults = 0;
      for (let seed = 1; seed <= SHUFFLES; seed++) {
        const random = new Random(seed);
        const facts = new RandomFacts(random, 'order').list(40 + random.below(40));
        const straight = await write(facts);
        const wild = await writeWildly(random.shuffle([...facts, ...facts.slice(0, 10)]), random);
        expect({ seed, lines: wild.lines }).toEqual({ seed, lines: straight });
        faults += wild.faults;
      }
      expect(faults).toBeGreaterThan(SHUFFLES);
    },
    TIMEOUT_MS,
  );

  it('another server wrote just as much as the group that the next one counts on', async () => {
    const [first, second, others] = ['one', 'one', 'two'].map((producer, i) => describing(datasetId(`space-${i}`, 'd'), producer));
    const straight = await write([first!, second!, others!]);
    await database.close();
    database = await connect(await freshNeo4j());
    const held = new Held(database);
    const writer = new Writer(held);
    const answers = [writer.submit(first!)];
    while (held.waiting < 1) await new Promise(setImmediate);
    answers.push(writer.submit(second!));
    while (held.waiting < 2) await new Promise(setImmediate);
    await new Writer(database).submit(others!);
    held.letGo();
    for (const { outcome } of await Promise.all(answers)) expect(outcome).toBe('APPLIED');
    expect((await verifyLog(database)).faults).toEqual([]);
    expect(await canonicalLines(database)).toEqual(straight);
  });
});
