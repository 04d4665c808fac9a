import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testCacheFolder } from '../support/neo4j.js';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

/**
 * The Python of a virtual environment with exactly the packages of requirements.txt; made once per version of that file.
 * Throws one sentence when there is no Python to make it with.
 */
export function pythonEnvironment(): string {
  const python = findPython();
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).update(python.version).digest('hex').slice(0, 16);
  const folder = join(testCacheFolder(), `clients-${wanted}`);
  const finished = join(folder, 'finished');
  const own = join(folder, 'bin', 'python');
  if (existsSync(finished)) return own;
  console.log('Making a virtual environment with the OpenLineage client ...');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(
    python.command,
    ['-m', 'venv', folder],
    'Python cannot make virtual environments; install its venv module (Debian, Ubuntu: python3-venv).',
  );
  run(
    own,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '-r', REQUIREMENTS],
    `The packages of ${REQUIREMENTS} could not be installed; is the Python package index reachable?`,
  );
  writeFileSync(finished, '');
  return own;
}

function findPython(): { command: string; version: string } {
  for (const command of ['python3', 'python']) {
    try {
      const version = execFileSync(command, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8' }).trim();
      const [major = 0, minor = 0] = version.split('.').map(Number);
      if (major === 3 && minor >= 10) return { command, version };
    } catch {
      // Not on the PATH: the next name.
    }
  }
  throw new Error('Python 3.10 or newer is needed to try the official OpenLineage client, and is not on the PATH.');
}

function run(command: string, parameters: readonly string[], advice: string): void {
  try {
    execFileSync(command, parameters, { stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    throw new Error(`${advice}\n${(error as { stderr?: string }).stderr ?? ''}`);
  }
}
