import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseEvent } from '../../src/ingest/openlineage/parse.js';
import { connect, type Neo4jDatabase } from '../../src/neo4j/driver.js';
import { canonicalLines } from '../../src/write/canonical.js';
import type { Fact } from '../../src/write/fact.js';
import { verifyLog } from '../../src/write/log.js';
import { Writer } from '../../src/write/writer.js';
import { freshNeo4j } from '../support/neo4j.js';
import { Random } from '../support/random.js';
import { RandomFacts } from '../support/random-facts.js';

const CAPTURES = ['python-client', 'dbt-build', 'spark-etl', 'spark-ml'];
/** All of them in the full suite; every run of the tests has some. */
const SHUFFLES = Number(process.env.SHUFFLES ?? 5);
const TIMEOUT_MS = 60 * 60_000;

let database: Neo4jDatabase;

async function write(facts: readonly Fact[], sizes: Random | undefined): Promise<string[]> {
  await database.close();
  database = await connect(await freshNeo4j());
  const writer = new Writer(database);
  for (let i = 0; i < facts.length; ) {
    const size = sizes ? 1 + sizes.below(12) : 1;
    await Promise.all(facts.slice(i, i + size).map((fact) => writer.submit(fact)));
    i += size;
  }
  await writer.drained();
  expect(await verifyLog(database)).toEqual([]);
  return canonicalLines(database);
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
      const straight = await write(events, undefined);
      expect(straight.length).toBeGreaterThan(events.length);
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
        const facts = new RandomFacts(random, 'order').list(5 + random.below(40));
        const straight = await write(facts, undefined);
        const mixed = await write(random.shuffle([...facts, ...facts.slice(0, 5)]), random);
        expect({ seed, lines: mixed }).toEqual({ seed, lines: straight });
      }
    },
    TIMEOUT_MS,
  );
});
