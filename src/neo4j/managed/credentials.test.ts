import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { initialPasswordLine, passwordFile, prepareCredentials } from './credentials.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'vinci-credentials-'));
});
afterEach(() => rmSync(home, { recursive: true }));

// Made by `neo4j-admin dbms set-initial-password abcdefgh12` of 5.26.30.
test('writes what neo4j-admin would', () => {
  const salt = 'ae6ed98d815a76ed5cf40a0c65f7b97b40c70c60be40fdf5c613d3c9a7e0e6d7';
  expect(initialPasswordLine('abcdefgh12', Buffer.from(salt, 'hex'))).toBe(
    `neo4j:SHA-256,899164d075ed115636e85bcbfce22c3499d9dbb92c3dd2355a42471fe78ac639,${salt},1024:`,
  );
});

test('makes a password once and keeps it to its owner', () => {
  const password = prepareCredentials(home);
  expect(password.length).toBeGreaterThanOrEqual(32);
  expect(prepareCredentials(home)).toBe(password);
  expect(statSync(passwordFile(home)).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(home, 'data/dbms/auth.ini'), 'utf8')).not.toContain(password);
});

test('says what to do when the password of an existing database is lost', () => {
  mkdirSync(join(home, 'data/databases/system'), { recursive: true });
  expect(() => prepareCredentials(home)).toThrow(/is missing: put it back, or move/);
});
