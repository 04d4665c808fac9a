import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshNeo4j, testNeo4j } from '../../test/support/neo4j.js';
import { connect, type Neo4jDatabase } from './driver.js';
import { migrate, readMigrations } from './migrate.js';

let database: Neo4jDatabase;

beforeAll(async () => {
  database = await connect(await freshNeo4j());
}, 300_000);
afterAll(() => database?.close());

test('runs nothing the second time', async () => {
  expect(await migrate(database)).toBe(0);
  expect(await database.read('MATCH (log:Log) RETURN log.name AS name, log.position AS position, log.key AS key')).toEqual([
    { name: 'log', position: 0, key: 0 },
  ]);
});

test('two instances that start at once run each statement once', async () => {
  const migrations = await readMigrations();
  const number = migrations.length + 1;
  const counting = { number, name: 'count', statements: ['MERGE (c:Counted) SET c.times = coalesce(c.times, 0) + 1'] };
  const second = await connect(await testNeo4j());
  try {
    const ran = await Promise.all([migrate(database, [...migrations, counting]), migrate(second, [...migrations, counting])]);
    expect(ran.sort()).toEqual([0, 1]);
    expect(await database.read('MATCH (c:Counted) RETURN c.times AS times')).toEqual([{ times: 1 }]);
  } finally {
    await second.close();
  }
});

test('goes on with the statement at which an earlier start was cut off', async () => {
  const migrations = await readMigrations();
  const next = { number: migrations.length + 1, name: 'two-steps', statements: ['CREATE (:Step {n: 1})', 'CREATE (:Step {n: 2})'] };
  await database.write('MERGE (m:Migration {number: toInteger($number)}) SET m.done = 1', { number: next.number });
  expect(await migrate(database, [...migrations, next])).toBe(1);
  expect(await database.read('MATCH (s:Step) RETURN s.n AS n')).toEqual([{ n: 2 }]);
});

test('refuses a database that a newer version has migrated, in one sentence', async () => {
  await database.write("MERGE (m:Migration {number: 99}) SET m.name = 'from-the-future', m.done = 1");
  await expect(migrate(database)).rejects.toMatchObject({
    code: 'STARTUP',
    message: expect.stringMatching(/newer Vinci \(migration \d+ .*start that version, or use another database\.$/),
  });
});
