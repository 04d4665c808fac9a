import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '../../src/neo4j/driver.js';
import { findRunning } from '../../src/neo4j/managed/managed-neo4j.js';
import { readServerRecord } from '../../src/neo4j/managed/server-record.js';
import { isAlive } from './process-usage.js';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'main.js');
const TOKEN = 'vinci-token-of-this-test-run-only';

export interface VinciProcessOptions {
  /** VINCI_DATA: kept when the process ends. */
  readonly data: string;
  /** A free one is taken when absent. */
  readonly port?: number;
  /** As they follow `npm start --`. */
  readonly options?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** How long until it must be ready. Milliseconds. */
  readonly patience?: number;
}

/** The built server (dist/main.js) as a process of its own, as users run it. */
export class VinciProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    readonly port: number,
    readonly data: string,
  ) {}

  readonly token = TOKEN;

  get pid(): number {
    return this.child.pid!;
  }

  /** Resolves when /ready says so. Throws with the end of its output when it ends before, or takes too long. */
  static async start(options: VinciProcessOptions): Promise<VinciProcess> {
    mkdirSync(options.data, { recursive: true });
    const port = options.port ?? (await freePort());
    const log = join(options.data, 'vinci-process.log');
    const output = openSync(log, 'a');
    const { NEO4J_URI: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [MAIN, ...(options.options ?? [])], {
      env: { ...inherited, VINCI_DATA: options.data, HOST: '127.0.0.1', PORT: String(port), VINCI_TOKEN: TOKEN, ...options.environment },
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    const vinci = new VinciProcess(child, `http://127.0.0.1:${port}`, port, options.data);
    const end = Date.now() + (options.patience ?? 180_000);
    while (!(await vinci.isReady())) {
      const ended = child.exitCode !== null || child.signalCode !== null;
      if (ended || Date.now() > end) {
        if (!ended) await vinci.kill();
        throw new Error(
          `Vinci ${ended ? `ended with ${child.exitCode ?? child.signalCode}` : 'was not ready in time'}:\n${lastLines(log)}`,
        );
      }
      await sleep(100);
    }
    return vinci;
  }

  async isReady(): Promise<boolean> {
    try {
      const response = await fetch(`${this.url}/ready`, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  /** As a user does it; resolves when it and its Neo4j have ended. */
  async stop(): Promise<void> {
    const database = databasePid(this.data);
    await this.#end('SIGTERM');
    while (database !== undefined && isAlive(database)) await sleep(50);
  }

  /** Kills the server, and nothing else: the guard is to end its Neo4j. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
  }
}

/** The Java process of a data folder's managed Neo4j; undefined while there is none. */
export function databasePid(data: string): number | undefined {
  const pid = readServerRecord(join(data, 'neo4j'))?.server?.pid;
  return pid !== undefined && isAlive(pid) ? pid : undefined;
}

/** How to reach the managed Neo4j of a data folder. */
export function boltOf(data: string): Connection {
  const connection = findRunning(data);
  if (!connection) throw new Error(`No managed Neo4j is running on ${data}.`);
  return connection;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-30).join('\n');
}
