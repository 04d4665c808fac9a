import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '../../src/log.js';
import { type Connection, connect, type Neo4jDatabase } from '../../src/neo4j/driver.js';
import { findRunning, ManagedNeo4j } from '../../src/neo4j/managed/managed-neo4j.js';
import { identityOf, isRunning, waitUntilGone } from '../../src/neo4j/managed/process-identity.js';
import { silent } from '../../src/neo4j/managed/progress.js';
import { readServerRecord } from '../../src/neo4j/managed/server-record.js';
import { newTestFolder, TEST_MEMORY, testCacheFolder } from '../support/neo4j.js';

const ROOT = join(import.meta.dirname, '../..');

const start = (dataFolder: string): Promise<ManagedNeo4j> =>
  ManagedNeo4j.start({
    dataFolder,
    cacheFolder: testCacheFolder(),
    environment: process.env,
    memory: TEST_MEMORY,
    log: silentLog,
    progress: silent,
  });

/** Tries until it holds; for what happens in other processes. */
async function eventually<T>(attempt: () => Promise<T>, withinMs = 60_000): Promise<T> {
  for (const deadline = Date.now() + withinMs; ; await sleep(200))
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
}

describe('in this process', () => {
  const folder = newTestFolder();
  let neo4j: ManagedNeo4j;
  let database: Neo4jDatabase;

  beforeAll(async () => {
    neo4j = await start(folder);
    database = await connect(neo4j.connection);
  });
  afterAll(async () => {
    await database?.close();
    await neo4j?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('answers on loopback only, with a password', async () => {
    expect(neo4j.connection.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
    await expect(connect({ ...neo4j.connection, password: 'wrong' })).rejects.toMatchObject({
      code: 'STARTUP',
      message: expect.stringMatching(/refused the user "neo4j": check NEO4J_USER and NEO4J_PASSWORD\.$/),
    });
    await expect(connect({ ...neo4j.connection, database: 'nowhere' })).rejects.toThrow(
      /no database named "nowhere": check NEO4J_DATABASE/,
    );
  });

  test('is found by other programs of its user', () => {
    expect(findRunning(folder)).toEqual(neo4j.connection);
    expect(findRunning(join(folder, 'nothing'))).toBeUndefined();
  });

  test('a second start on the same folder is refused', async () => {
    await expect(start(folder)).rejects.toThrow(
      /^Another Vinci \(process \d+\) uses the data folder .*set VINCI_DATA to another folder\.$/,
    );
  });

  test('is started again when it is killed; until then reads and writes say Unavailable, afterwards all works', async () => {
    await database.write('CREATE (:Kept {name: $name})', { name: 'before' });
    const { guard, server } = neo4j.processes;
    // Held up, so that the server stays away for as long as the test looks.
    process.kill(guard!, 'SIGSTOP');
    process.kill(server!, 'SIGKILL');
    const started = Date.now();
    await expect(database.write('CREATE (:Kept {name: $name})', { name: 'meanwhile' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(database.read('RETURN 1 AS one')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(Date.now() - started).toBeLessThan(15_000);
    process.kill(guard!, 'SIGCONT');
    const rows = await eventually(() => database.read('MATCH (k:Kept) RETURN k.name AS name'));
    expect(rows).toEqual([{ name: 'before' }]);
    await database.write('CREATE (:Kept {name: $name})', { name: 'after' });
    expect(neo4j.processes.server).not.toBe(server);
  });

  test('a killed guard is replaced, and the server with it', async () => {
    const { guard, server } = neo4j.processes;
    process.kill(guard!, 'SIGKILL');
    await eventually(async () => {
      expect(neo4j.processes.server).toBeDefined();
      expect(neo4j.processes.guard).not.toBe(guard);
      expect(neo4j.processes.server).not.toBe(server);
    });
    expect(await eventually(() => database.read('MATCH (k:Kept) RETURN count(k) AS count'))).toEqual([{ count: 2 }]);
    expect(identityOf(server!)).toBeUndefined();
  });

  test('a restart keeps the data and the password', async () => {
    const { password } = neo4j.connection;
    await database.close();
    await neo4j.stop();
    expect(readServerRecord(join(folder, 'neo4j'))).toBeUndefined();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    neo4j = await start(folder);
    expect(neo4j.connection.password).toBe(password);
    database = await connect(neo4j.connection);
    expect(await database.read('MATCH (k:Kept) RETURN count(k) AS count')).toEqual([{ count: 2 }]);
  });
});

describe('in a process that is killed', () => {
  test('the server ends with it, and the next start takes the folder over', async () => {
    const folder = newTestFolder();
    const { child, connection } = await startInChild(folder);
    const database = await connect(connection);
    await database.write('CREATE (:Kept)');
    await database.close();
    const record = readServerRecord(join(folder, 'neo4j'))!;
    await killed(child);
    // At once: the server of the killed one is still ending.
    const next = await start(folder);
    expect(isRunning(record.guard!)).toBe(false);
    expect(isRunning(record.server!)).toBe(false);
    const again = await connect(next.connection);
    expect(await again.read('MATCH (k:Kept) RETURN count(k) AS count')).toEqual([{ count: 1 }]);
    await again.close();
    await next.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('nothing runs any more soon after, without a next start', async () => {
    const folder = newTestFolder();
    const { child } = await startInChild(folder);
    const record = readServerRecord(join(folder, 'neo4j'))!;
    await killed(child);
    expect(await waitUntilGone(record.server!, 30_000)).toBe(true);
    expect(await waitUntilGone(record.guard!, 5_000)).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  });

  test('when the guard is killed too, the next start ends the server that was left behind', async () => {
    const folder = newTestFolder();
    const { child } = await startInChild(folder);
    const record = readServerRecord(join(folder, 'neo4j'))!;
    process.kill(record.guard!.pid, 'SIGSTOP');
    await killed(child);
    process.kill(record.guard!.pid, 'SIGKILL');
    await waitUntilGone(record.guard!, 5_000);
    expect(isRunning(record.server!)).toBe(true);
    const next = await start(folder);
    expect(isRunning(record.server!)).toBe(false);
    await next.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function startInChild(folder: string): Promise<{ child: ChildProcess; connection: Connection }> {
  const program = `
    import { ManagedNeo4j } from ${JSON.stringify(join(ROOT, 'src/neo4j/managed/managed-neo4j.ts'))};
    const nothing = () => undefined;
    const { connection } = await ManagedNeo4j.start({
      dataFolder: ${JSON.stringify(folder)}, cacheFolder: ${JSON.stringify(testCacheFolder())}, environment: process.env,
      memory: ${JSON.stringify(TEST_MEMORY)}, log: { info: nothing, warn: nothing, error: nothing },
      progress: { begin: nothing, update: nothing, end: nothing },
    });
    console.log(JSON.stringify(connection));
    setInterval(nothing, 1e6);`;
  const child = spawn(process.execPath, ['--import', './scripts/typescript.mjs', '--input-type=module', '-e', program], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout! }), 'line');
  return { child, connection: JSON.parse(line as string) as Connection };
}
