import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Log } from '../../log.js';
import type { Command } from './java-command.js';
import { endProcess, identityOf, type ProcessIdentity, waitUntilGone } from './process-identity.js';
import { removeServerRecord, type ServerRecord, writeServerRecord } from './server-record.js';

const GUARD = fileURLToPath(new URL('./guard.mjs', import.meta.url));

/** How long the server may take to end in order, before it is killed. */
export const GRACE_MS = 20_000;

export interface GuardedServerOptions {
  readonly home: string;
  readonly uri: string;
  readonly logFile: string;
  readonly log: Log;
  /** A folder that the guard deletes when all is over. */
  readonly throwAway?: string;
}

/** Vinci's end of the guard: starts it, hears from it, and starts a new one should the guard itself be killed. */
export class GuardedServer {
  #guard: ChildProcess | undefined;
  #guardIdentity: ProcessIdentity | undefined;
  #server: ProcessIdentity | undefined;
  #ready = false;
  #stopping = false;
  #failed: (() => void) | undefined;
  /** Resolves when the server ends before it was found to answer. */
  readonly failedToStart: Promise<void>;

  constructor(
    private readonly command: Command,
    private readonly options: GuardedServerOptions,
  ) {
    this.failedToStart = new Promise((resolve) => {
      this.#failed = resolve;
    });
    this.#spawnGuard();
  }

  get guardPid(): number | undefined {
    return this.#guardIdentity?.pid;
  }

  get serverPid(): number | undefined {
    return this.#server?.pid;
  }

  /** It answers: from now on it is started again whenever it ends. */
  markReady(): void {
    this.#ready = true;
    this.#send({ ready: true });
  }

  /** Ends the server in order, and the guard. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const guard = this.#guardIdentity;
    this.#guard?.ref();
    this.#send({ stop: true });
    if (guard && !(await waitUntilGone(guard, GRACE_MS + 10_000))) await endProcess(guard, 0);
    if (this.#server) await endProcess(this.#server, GRACE_MS);
    removeServerRecord(this.options.home);
  }

  #spawnGuard(): void {
    const { home, logFile, throwAway } = this.options;
    const output = openSync(logFile, 'a');
    // In a session of its own, so that Ctrl-C in the terminal reaches Vinci only; not waited for when Vinci wants to exit.
    const guard = spawn(process.execPath, [GUARD], { cwd: home, detached: true, stdio: ['ignore', output, output, 'ipc'] });
    closeSync(output);
    guard.unref();
    guard.channel?.unref();
    guard.on('message', (message) => this.#hear(message as { running?: number; ended?: object }));
    guard.on('error', (error) => this.options.log.error('The guard of the local Neo4j cannot be run', { error }));
    guard.on('exit', () => void this.#guardEnded());
    this.#guard = guard;
    this.#guardIdentity = guard.pid === undefined ? undefined : identityOf(guard.pid);
    this.#record();
    this.#send({ start: { ...this.command, folder: home, log: logFile, graceMs: GRACE_MS, throwAway } });
    if (this.#ready) this.#send({ ready: true });
  }

  #hear(message: { running?: number; ended?: object }): void {
    if (message.running !== undefined) {
      this.#server = identityOf(message.running);
      this.#record();
    } else if (message.ended) {
      this.#server = undefined;
      if (!this.#ready) this.#failed?.();
      else if (!this.#stopping) this.options.log.warn('The local Neo4j ended; it is started again', { ...message.ended });
    }
  }

  async #guardEnded(): Promise<void> {
    if (this.#stopping) return;
    if (!this.#ready) return this.#failed?.();
    this.options.log.warn('The guard of the local Neo4j was killed; a new one takes over');
    if (this.#server) await endProcess(this.#server, GRACE_MS);
    await sleep(500, undefined, { ref: false });
    if (!this.#stopping) this.#spawnGuard();
  }

  #record(): void {
    const record: ServerRecord = { uri: this.options.uri, guard: this.#guardIdentity, server: this.#server };
    writeServerRecord(this.options.home, record);
  }

  #send(message: object): void {
    if (this.#guard?.connected) this.#guard.send(message, () => undefined);
  }
}
