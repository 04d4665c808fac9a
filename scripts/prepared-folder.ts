import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cacheFolder = (): string => join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'vinci');

/**
 * A folder in the user's cache folder under `name`, filled by `make` once for each version of what it is made from (`inputs`). One whose
 * making was cut off is made anew.
 */
export function preparedFolder(name: string, inputs: readonly (string | Buffer)[], make: (folder: string) => void): string {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(input);
  const folder = join(cacheFolder(), `${name}-${hash.digest('hex').slice(0, 16)}`);
  const finished = join(folder, 'finished');
  if (existsSync(finished)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  make(folder);
  writeFileSync(finished, '');
  return folder;
}
