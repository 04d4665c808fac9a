import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../src/log.js';
import { type Connection, connect, type Neo4jDatabase } from '../../src/neo4j/driver.js';
import { ManagedNeo4j } from '../../src/neo4j/managed/managed-neo4j.js';
import { identityOf, isRunning, type ProcessIdentity } from '../../src/neo4j/managed/process-identity.js';
import { silent } from '../../src/neo4j/managed/progress.js';
import { migrate } from '../../src/neo4j/migrate.js';

/** For tests' own servers too. Megabytes. */
export const TEST_MEMORY = { heap: 512, pageCache: 128 };

export const testCacheFolder = (): string => join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'vinci');

/** What is shared by the test files of one jest worker, each of which has its own copy of all modules: a file. */
interface Shared {
  readonly worker: ProcessIdentity;
  readonly guard: ProcessIdentity;
  readonly connection: Connection;
}

/**
 * The Neo4j of this jest worker: started by the first test file that asks, migrated, kept for the worker's life, and ended
 * and deleted by its guard when the worker ends. Tests isolate themselves by a namespace of their own (`uniqueNamespace`).
 */
export async function testNeo4j(): Promise<Connection> {
  const worker = identityOf(process.pid)!;
  // Deleted by the guard with all that is in it.
  const folder = join(tmpdir(), `vinci-test-worker-${worker.pid}-${worker.started}`);
  const file = join(folder, 'shared.json');
  if (existsSync(file)) {
    const shared = JSON.parse(readFileSync(file, 'utf8')) as Shared;
    if (isRunning(shared.guard)) return shared.connection;
  }
  const neo4j = await startTestNeo4j(folder);
  const database = await connect(neo4j.connection);
  await migrate(database);
  await database.close();
  const shared: Shared = { worker, guard: identityOf(neo4j.processes.guard!)!, connection: neo4j.connection };
  writeFileSync(file, JSON.stringify(shared), { mode: 0o600 });
  return neo4j.connection;
}

/** The worker's Neo4j emptied and migrated anew: for tests about the whole graph. Nothing else may be using it then. */
export async function freshNeo4j(): Promise<Connection> {
  const connection = await testNeo4j();
  const database = await connect(connection);
  await database.write('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  await migrate(database);
  await database.close();
  return connection;
}

/** An open database on the worker's Neo4j; close it in afterAll. */
export async function testDatabase(): Promise<Neo4jDatabase> {
  return connect(await testNeo4j());
}

/** A server of the test's own, to be killed or restarted: stop it in afterAll. Its data is deleted when it ends. */
export async function startTestNeo4j(dataFolder: string = newTestFolder()): Promise<ManagedNeo4j> {
  return ManagedNeo4j.start({
    dataFolder,
    cacheFolder: testCacheFolder(),
    environment: process.env,
    memory: TEST_MEMORY,
    throwAway: true,
    log: silentLog,
    progress: silent,
  });
}

let folders = 0;

export function newTestFolder(): string {
  const folder = join(tmpdir(), `vinci-test-${process.pid}-${Date.now()}-${folders++}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

let namespaces = 0;

/** A namespace that no other test uses. */
export function uniqueNamespace(about = 'test'): string {
  return `${about}-${process.pid}-${Date.now().toString(36)}-${namespaces++}`;
}
