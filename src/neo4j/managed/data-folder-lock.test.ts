import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DataFolderLock } from './data-folder-lock.js';
import { identityOf } from './process-identity.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vinci-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second start on the folder is refused by one sentence that names the process', () => {
  const lock = DataFolderLock.acquire(folder);
  expect(() => DataFolderLock.acquire(folder)).toThrow(
    `Another Vinci (process ${process.pid}) uses the data folder ${folder}: stop it, or set VINCI_DATA to another folder.`,
  );
  lock.release();
  DataFolderLock.acquire(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock whose process is gone is taken over, also when its number belongs to another process now', () => {
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.pid, started: 'long ago', nonce: 'x' }));
  expect(DataFolderLock.isHeld(folder)).toBe(false);
  const lock = DataFolderLock.acquire(folder);
  expect(DataFolderLock.isHeld(folder)).toBe(true);
  expect(lock.takenOver).toBe(true);
  expect(() => DataFolderLock.acquire(folder)).toThrow(/Another Vinci/);
  lock.release();
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('of two that find a stale lock the second waits for its turn', () => {
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, started: 'long ago', nonce: 'x' }));
  writeFileSync(join(folder, 'lock.turn'), JSON.stringify({ ...identityOf(process.pid), nonce: 'y' }));
  expect(() => DataFolderLock.acquire(folder)).toThrow(/Another Vinci/);
});

test('a lock file that was cut off counts as stale', () => {
  writeFileSync(join(folder, 'lock'), '');
  DataFolderLock.acquire(folder).release();
});
