import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseEvent } from '../../src/ingest/openlineage/parse.js';
import { connect, type Neo4jDatabase } from '../../src/neo4j/driver.js';
import { canonicalLines } from '../../src/write/canonical.js';
import { verifyLog } from '../../src/write/log.js';
import { Writer } from '../../src/write/writer.js';
import { freshNeo4j } from '../support/neo4j.js';
import { Random } from '../support/random.js';

const CAPTURES = ['python-client', 'dbt-build', 'spark-etl', 'spark-ml'];
/** All of them in the full suite; every run of the tests has some. */
const SHUFFLES = Number(process.env.SHUFFLES ?? 5);

let database: Neo4jDatabase;

async function write(events: readonly unknown[], sizes: Random | undefined): Promise<string[]> {
  await database.close();
  database = await connect(await freshNeo4j());
  const writer = new Writer(database);
  for (let i = 0; i < events.length; ) {
    const size = sizes ? 1 + sizes.below(12) : 1;
    await Promise.all(events.slice(i, i + size).map((event) => writer.submit(parseEvent(event))));
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

  it.each(CAPTURES)('%s', async (capture) => {
    const file = new URL(`../fixtures/openlineage/${capture}.ndjson`, import.meta.url);
    const events = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    const straight = await write(events, undefined);
    expect(straight.length).toBeGreaterThan(events.length);
    for (let seed = 1; seed <= SHUFFLES; seed++) {
      const random = new Random(seed);
      const repeats = events.filter(() => random.below(4) === 0);
      expect({ seed, lines: await write(random.shuffle([...events, ...repeats]), random) }).toEqual({ seed, lines: straight });
    }
  });
});
