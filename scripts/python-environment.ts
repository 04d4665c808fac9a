import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cacheFolder = (): string => join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'vinci');

/**
 * The Python of a virtual environment with exactly the packages that a requirements.txt lists; made once per version of that file,
 * in the user's cache folder under `name`. Throws one sentence when there is no Python to make it with.
 */
export function pythonEnvironment(name: string, requirements: string): string {
  const python = findPython();
  const wanted = createHash('sha256').update(readFileSync(requirements)).update(python.version).digest('hex').slice(0, 16);
  const folder = join(cacheFolder(), `${name}-${wanted}`);
  const finished = join(folder, 'finished');
  const own = join(folder, 'bin', 'python');
  if (existsSync(finished)) return own;
  console.log(`Making the virtual environment "${name}" ...`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(
    python.command,
    ['-m', 'venv', folder],
    'Python cannot make virtual environments; install its venv module (Debian, Ubuntu: python3-venv).',
  );
  run(
    own,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '-r', requirements],
    `The packages of ${requirements} could not be installed; is the Python package index reachable?`,
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
  throw new Error('Python 3.10 or newer is needed, and is not on the PATH.');
}

function run(command: string, parameters: readonly string[], advice: string): void {
  try {
    execFileSync(command, parameters, { stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    throw new Error(`${advice}\n${(error as { stderr?: string }).stderr ?? ''}`);
  }
}
