import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartupError } from '../../errors.js';

export const MANAGED_USER = 'neo4j';

const HASH_ROUNDS = 1024;

export const passwordFile = (home: string): string => join(home, 'password');

/**
 * The managed server's password: made at the first start, kept beside the data with mode 600, and handed to Neo4j as
 * `neo4j-admin dbms set-initial-password` would, in data/dbms/auth.ini, which Neo4j reads when it creates its system database.
 */
export function prepareCredentials(home: string): string {
  const file = passwordFile(home);
  const created = existsSync(join(home, 'data', 'databases', 'system'));
  if (created && !existsSync(file))
    throw new StartupError(
      `${file}, the password of the database beside it, is missing: put it back, or move ${home} away to begin with an empty one.`,
    );
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  const password = readFileSync(file, 'utf8').trim();
  if (!created) {
    const initial = join(home, 'data', 'dbms', 'auth.ini');
    mkdirSync(dirname(initial), { recursive: true });
    writeFileSync(initial, `${initialPasswordLine(password, randomBytes(32))}\n`, { mode: 0o600 });
  }
  return password;
}

/** Neo4j's own format: `user:SHA-256,hash,salt,rounds:`, the first round over salt and password, the others over the hash. */
export function initialPasswordLine(password: string, salt: Buffer): string {
  let hash = createHash('sha256').update(salt).update(password).digest();
  for (let round = 1; round < HASH_ROUNDS; round++) hash = createHash('sha256').update(hash).digest();
  return `${MANAGED_USER}:SHA-256,${hash.toString('hex')},${salt.toString('hex')},${HASH_ROUNDS}:`;
}
