import { existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../../errors.js';
import { type Connection, isAway, Neo4jDatabase, openDriver } from '../driver.js';
import { MANAGED_USER, passwordFile, prepareCredentials } from './credentials.js';
import { DataFolderLock } from './data-folder-lock.js';
import { GRACE_MS, GuardedServer } from './guarded-server.js';
import { type ServerSettings, writeConfiguration } from './java-command.js';
import { chooseLauncher, type Launcher, type LauncherOptions } from './launcher.js';
import { type MemorySizes, memorySizes } from './memory.js';
import { endProcess, isRunning, waitUntilGone } from './process-identity.js';
import { readServerRecord, removeServerRecord } from './server-record.js';
import { codeOf, diskFull, fileFailure, isDiskNearlyFull, saysDiskFull } from './startup-failure.js';

export interface ManagedNeo4jOptions extends LauncherOptions {
  readonly dataFolder: string;
  /** By the machine's size when absent. */
  readonly memory?: MemorySizes;
  /** When it was taken before, to learn early that another Vinci has the folder; else it is taken by the start. */
  readonly lock?: DataFolderLock;
  /** The data folder is deleted when the server ends: for tests. */
  readonly throwAway?: boolean;
}

const READY_WITHIN_MS = 180_000;
const LOG_LIMIT_BYTES = 10_000_000;
const PORT_ATTEMPTS = 3;

/**
 * The local Neo4j that Vinci runs by itself: on a free loopback port, with a password of its own, its data under
 * `dataFolder`/neo4j, behind a guard process that ends it when this process is gone.
 */
export class ManagedNeo4j {
  private constructor(
    readonly connection: Connection,
    private readonly server: GuardedServer,
    private readonly lock: DataFolderLock,
  ) {}

  /** Resolves once it answers. Throws StartupError. */
  static async start(options: ManagedNeo4jOptions): Promise<ManagedNeo4j> {
    const lock = options.lock ?? lockDataFolder(options.dataFolder);
    const folder = resolve(options.dataFolder);
    try {
      return await startLocked(options, folder, (connection, server) => new ManagedNeo4j(connection, server, lock));
    } catch (error) {
      lock.release();
      throw fileFailure(error, folder);
    }
  }

  /** For tests that kill them. */
  get processes(): { readonly guard: number | undefined; readonly server: number | undefined } {
    return { guard: this.server.guardPid, server: this.server.serverPid };
  }

  async stop(): Promise<void> {
    await this.server.stop();
    this.lock.release();
  }
}

/** Throws StartupError when another Vinci has the folder, or it cannot be written to. */
export function lockDataFolder(dataFolder: string): DataFolderLock {
  const folder = resolve(dataFolder);
  try {
    return DataFolderLock.acquire(folder);
  } catch (error) {
    throw fileFailure(error, folder);
  }
}

/**
 * How to reach the server of the Vinci that runs on this data folder; undefined when none does: one that was killed leaves a
 * server that is about to end.
 */
export function findRunning(dataFolder: string): Connection | undefined {
  if (!DataFolderLock.isHeld(resolve(dataFolder))) return undefined;
  const home = homeIn(resolve(dataFolder));
  const record = readServerRecord(home);
  if (!record?.server || !isRunning(record.server) || !existsSync(passwordFile(home))) return undefined;
  return { uri: record.uri, user: MANAGED_USER, password: readFileSync(passwordFile(home), 'utf8').trim() };
}

const homeIn = (folder: string): string => join(folder, 'neo4j');

async function startLocked<T>(
  options: ManagedNeo4jOptions,
  folder: string,
  made: (connection: Connection, server: GuardedServer) => T,
): Promise<T> {
  const home = homeIn(folder);
  for (const name of ['conf', 'data', 'logs']) mkdirSync(join(home, name), { recursive: true });
  await endLeftOver(home, options);
  const launcher = await chooseLauncher(options);
  const password = prepareCredentials(home);
  for (let attempt = 1; ; attempt++) {
    const settings: ServerSettings = {
      home,
      port: await freePort(),
      memory: options.memory ?? memorySizes(),
      small: options.throwAway ?? false,
    };
    const connection: Connection = { uri: `bolt://127.0.0.1:${settings.port}`, user: MANAGED_USER, password };
    const server = await tryToStart(options, launcher, settings, connection, attempt < PORT_ATTEMPTS);
    if (server) return made(connection, server);
  }
}

/** Undefined when somebody else took the port between asking for a free one and using it. */
async function tryToStart(
  options: ManagedNeo4jOptions,
  launcher: Launcher,
  settings: ServerSettings,
  connection: Connection,
  mayTryAgain: boolean,
): Promise<GuardedServer | undefined> {
  const { home } = settings;
  writeConfiguration(settings);
  const logFile = join(home, 'logs', 'console.log');
  const before = sizeForAppending(logFile);
  const { progress, log, throwAway, dataFolder } = options;
  progress.begin('Starting the local Neo4j');
  const server = new GuardedServer(launcher(settings, connection.password), {
    home,
    uri: connection.uri,
    logFile,
    log,
    ...(throwAway ? { throwAway: resolve(dataFolder) } : {}),
  });
  try {
    const outcome = await untilReady(server, connection, (seconds) => progress.update(`${seconds} s`));
    if (outcome === 'READY') {
      server.markReady();
      progress.end('ready');
      return server;
    }
    progress.end('failed');
    const said = readFileSync(logFile).subarray(before).toString();
    await server.stop();
    if (mayTryAgain && /Address already in use|BindException|port is already allocated/.test(said)) return undefined;
    throw startFailure(outcome, said, home, logFile);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

type Outcome = 'READY' | 'ENDED' | 'REFUSED' | 'SILENT';

async function untilReady(server: GuardedServer, connection: Connection, tick: (seconds: number) => void): Promise<Outcome> {
  let ended = false;
  void server.failedToStart.then(() => {
    ended = true;
  });
  const database = new Neo4jDatabase(openDriver(connection));
  const begun = Date.now();
  try {
    for (;;) {
      if (ended) return 'ENDED';
      if (Date.now() - begun > READY_WITHIN_MS) return 'SILENT';
      try {
        await database.verify();
        return 'READY';
      } catch (error) {
        if (codeOf(error)?.startsWith('Neo.ClientError.Security.')) return 'REFUSED';
        if (!isAway(error)) throw error;
      }
      tick(Math.round((Date.now() - begun) / 1000));
      await Promise.race([sleep(300), server.failedToStart]);
    }
  } finally {
    await database.close();
  }
}

function startFailure(outcome: Outcome, said: string, home: string, logFile: string): StartupError {
  if (outcome === 'REFUSED')
    return new StartupError(
      `The local Neo4j refused the password kept in ${passwordFile(home)}: put the right one there, or move ${home} away to begin with an empty database.`,
    );
  if (saysDiskFull(said) || (outcome === 'ENDED' && isDiskNearlyFull(home))) return diskFull(home);
  if (/FileLockException|store_lock|lock.*already held/i.test(said))
    return new StartupError(`Another Neo4j uses ${join(home, 'data')}: end it, or set VINCI_DATA to another folder.`);
  if (/Could not reserve enough space|insufficient memory|OutOfMemoryError/i.test(said))
    return new StartupError('There is not enough memory for the local Neo4j: free some, or set NEO4J_URI to a server elsewhere.');
  if (outcome === 'SILENT')
    return new StartupError(`The local Neo4j did not answer within ${READY_WITHIN_MS / 60_000} minutes: its log, ${logFile}, may say why.`);
  const reason = said
    .split('\n')
    .filter((line) => /ERROR|Exception|Error:/.test(line))
    .at(-1);
  return new StartupError(
    `The local Neo4j ended while starting${reason ? ` (${reason.trim().slice(0, 200)})` : ''}: its log, ${logFile}, may say more.`,
  );
}

/** After a Vinci that was killed: its guard is about to end the server, or was killed too and left the server behind. */
async function endLeftOver(home: string, options: ManagedNeo4jOptions): Promise<void> {
  const record = readServerRecord(home);
  if (!record) return;
  const left = [record.guard, record.server].filter((identity) => identity !== undefined).filter(isRunning);
  if (left.length > 0) {
    options.progress.begin('Waiting for the Neo4j of an earlier start to end');
    if (record.guard && !(await waitUntilGone(record.guard, GRACE_MS + 10_000))) await endProcess(record.guard, 0);
    if (record.server && !(await endProcess(record.server, GRACE_MS)))
      throw new StartupError(`The Neo4j of an earlier start (process ${record.server.pid}) does not end: end it, then start again.`);
    options.progress.end('done');
  }
  removeServerRecord(home);
}

/** The console log grows over the starts; a large one begins anew. */
function sizeForAppending(file: string): number {
  if (!existsSync(file)) return 0;
  const { size } = statSync(file);
  if (size < LOG_LIMIT_BYTES) return size;
  truncateSync(file);
  return 0;
}

async function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
