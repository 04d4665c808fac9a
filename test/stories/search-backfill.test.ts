import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { columnId, datasetId } from '../../src/catalog/id.js';
import type { Run } from '../../src/neo4j/database.js';
import { connect, type Neo4jDatabase } from '../../src/neo4j/driver.js';
import type { Claim } from '../../src/write/fact.js';
import { backfillSearchWords } from '../../src/write/search-backfill.js';
import { Writer } from '../../src/write/writer.js';
import { freshNeo4j } from '../support/neo4j.js';
import { Random } from '../support/random.js';
import { RandomFacts } from '../support/random-facts.js';

/** A catalog that was filled before there was search gets the words to be found by, however often that is cut off. */
let database: Neo4jDatabase;

beforeAll(async () => {
  database = await connect(await freshNeo4j());
  const writer = new Writer(database);
  await Promise.all(new RandomFacts(new Random(4), 'before').list(120).map((fact) => writer.submit(fact)));
  const producer = 'person:ann';
  const dataset = datasetId('before', 'described');
  const claims: Claim[] = [
    { id: dataset, attributes: { documentation: { description: 'Told by a person' }, 'tag:tag:default/gold': true } },
    { id: columnId(dataset, 'told'), attributes: { documentation: { description: 'A column of it' } } },
    { id: columnId(dataset, 'untold'), attributes: { 'facet:x': 1 } },
  ];
  await writer.submit({ producer, at: '2026-01-01 00:00:00', claims, raw: { claims: 'described' } });
  await writer.drained();
}, 300_000);
afterAll(() => database?.close());

const WORDS = `
MATCH (n:Entity|Column)
OPTIONAL MATCH (of)-[:HAS_COLUMN]->(n)
RETURN coalesce(n.id, of.id + '#' + n.name) AS id, n.searchWords AS words ORDER BY id`;
const wordsNow = () => database.read<{ id: string; words: string | null }>(WORDS);

/** As the graph was before there were words. */
async function forgetWords(): Promise<void> {
  await database.write('MATCH (n:Entity|Column) REMOVE n.searchWords, n:Searched, n:Unsearched');
  await database.write('MATCH (s:SearchWords) DELETE s');
}

test('the words are those that the Writer keeps', async () => {
  const kept = await wordsNow();
  expect(kept.find(({ id }) => id === 'dataset:before/described')?.words).toBe(
    'Edescribed Ndescribed\nbefore told by a person gold\ntold\nuntold',
  );
  expect(kept.find(({ id }) => id.endsWith('#told'))?.words).toBe('Etold Ntold\nbefore described a column of it');
  expect(kept.find(({ id }) => id.endsWith('#untold'))?.words).toBeNull();
  await forgetWords();
  const told: (readonly [number, number])[] = [];
  const count = kept.filter(({ id }) => !id.includes('#')).length;
  expect(await backfillSearchWords(database, (done, of) => told.push([done, of]), 10)).toBe(count);
  expect(told.at(0)).toEqual([10, count]);
  expect(told.at(-1)).toEqual([count, count]);
  expect(await wordsNow()).toEqual(kept);
  const [indexed] = await database.read('MATCH (n:Entity) WHERE n:Searched <> (n.searchWords IS NOT NULL) RETURN count(n) AS count');
  expect(indexed).toEqual({ count: 0 });
  expect(await backfillSearchWords(database)).toBe(0);
});

test('goes on where it was cut off', async () => {
  const kept = await wordsNow();
  await forgetWords();
  const stop = new Error('cut off');
  const cutOff = backfillSearchWords(
    database,
    (done) => {
      if (done >= 20) throw stop;
    },
    10,
  );
  await expect(cutOff).rejects.toThrow(stop);
  expect((await wordsNow()).filter(({ words }) => words !== null).length).toBeGreaterThan(0);
  const count = kept.filter(({ id }) => !id.includes('#')).length;
  expect(await backfillSearchWords(database)).toBe(count - 20);
  expect(await wordsNow()).toEqual(kept);
});

test('words of an older format are made anew', async () => {
  const kept = await wordsNow();
  await database.write('MATCH (n:Entity|Column) SET n.searchWords = CASE WHEN n.searchWords IS NOT NULL THEN "old" END');
  await database.write('MATCH (s:SearchWords) SET s.format = 0');
  expect(await backfillSearchWords(database)).toBeGreaterThan(0);
  expect(await wordsNow()).toEqual(kept);
});

test('when somebody writes meanwhile, what was made is thrown away and made again', async () => {
  await forgetWords();
  const writer = new Writer(database);
  const claims = [{ id: datasetId('before', 'described'), attributes: { documentation: { description: 'Told otherwise' } } }];
  let reads = 0;
  const busy = {
    ...database,
    read: async <Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>) => {
      const rows = await database.read<Row>(cypher, parameters);
      reads += 1;
      // The fourth reads what words are made of.
      if (reads === 4) await writer.submit({ producer: 'person:ann', at: '2026-01-02 00:00:00', claims, raw: { claims: 'otherwise' } });
      return rows;
    },
    write: <Row extends object>(cypher: string, parameters?: Readonly<Record<string, unknown>>) => database.write<Row>(cypher, parameters),
    transaction: <Result>(work: (run: Run) => Promise<Result>) => database.transaction(work),
    close: () => database.close(),
  };
  await backfillSearchWords(busy);
  const words = (await wordsNow()).find(({ id }) => id === 'dataset:before/described')?.words;
  expect(words).toContain('told otherwise');
});
