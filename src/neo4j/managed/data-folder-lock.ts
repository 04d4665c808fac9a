import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../../errors.js';
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.js';
import { codeOf } from './startup-failure.js';

interface Holder extends ProcessIdentity {
  readonly nonce: string;
}

/**
 * One Vinci per data folder. The lock is a file that names the process; it appears whole or not at all (a link), and one whose
 * process is gone is taken over. Throws StartupError when another Vinci holds it.
 */
export class DataFolderLock {
  private constructor(
    private readonly file: string,
    private readonly nonce: string,
    /** True when the holder before did not come to release it. */
    readonly takenOver: boolean,
  ) {}

  static acquire(folder: string): DataFolderLock {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'lock');
    const nonce = randomUUID();
    const mine: Holder = { ...(identityOf(process.pid) ?? { pid: process.pid, started: 'unknown' }), nonce };
    const draft = `${file}.${nonce}`;
    writeFileSync(draft, JSON.stringify(mine));
    try {
      if (linked(draft, file)) return new DataFolderLock(file, nonce, false);
      takeOver(draft, file, folder);
      return new DataFolderLock(file, nonce, true);
    } finally {
      rmSync(draft, { force: true });
    }
  }

  /** Whether a running Vinci has the folder. */
  static isHeld(folder: string): boolean {
    const holder = readHolder(join(folder, 'lock'));
    return holder !== undefined && isRunning(holder);
  }

  release(): void {
    if (readHolder(this.file)?.nonce === this.nonce) rmSync(this.file, { force: true });
  }
}

/** Of several that find the same stale lock only the one that gets the second link may replace it. */
function takeOver(draft: string, file: string, folder: string): void {
  refuseIfHeld(file, folder);
  const turn = `${file}.turn`;
  for (let attempt = 1; !linked(draft, turn); attempt++) {
    refuseIfHeld(turn, folder);
    if (attempt === 3) throw inUse(folder);
    rmSync(turn, { force: true });
  }
  try {
    refuseIfHeld(file, folder);
    linkSync(draft, `${draft}.new`);
    renameSync(`${draft}.new`, file);
  } finally {
    rmSync(turn, { force: true });
  }
}

function refuseIfHeld(file: string, folder: string): void {
  const holder = readHolder(file);
  if (holder && isRunning(holder)) throw inUse(folder, holder.pid);
}

function inUse(folder: string, pid?: number): StartupError {
  const by = pid === undefined ? '' : ` (process ${pid})`;
  return new StartupError(`Another Vinci${by} uses the data folder ${folder}: stop it, or set VINCI_DATA to another folder.`);
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
