import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from './process-identity.js';

/** What runs on a data folder: for the next start, should this one be killed, and for `vinci token create`. */
export interface ServerRecord {
  readonly uri: string;
  readonly guard?: ProcessIdentity;
  readonly server?: ProcessIdentity;
}

const fileIn = (home: string): string => join(home, 'server.json');

export function writeServerRecord(home: string, record: ServerRecord): void {
  const draft = `${fileIn(home)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(record));
  renameSync(draft, fileIn(home));
}

export function readServerRecord(home: string): ServerRecord | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(home), 'utf8')) as ServerRecord;
  } catch {
    return undefined;
  }
}

export function removeServerRecord(home: string): void {
  rmSync(fileIn(home), { force: true });
}
