import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preparedFolder } from './prepared-folder.js';

/**
 * The Python of a virtual environment with exactly the packages that a requirements.txt lists; made once per version of that file,
 * in the user's cache folder under `name`. Throws one sentence when there is no Python to make it with.
 */
export function pythonEnvironment(name: string, requirements: string): string {
  const python = findPython();
  const folder = preparedFolder(name, [readFileSync(requirements), python.version], (made) => {
    console.log(`Making the virtual environment "${name}" ...`);
    run(
      python.command,
      ['-m', 'venv', made],
      'Python cannot make virtual environments; install its venv module (Debian, Ubuntu: python3-venv).',
    );
    run(
      pythonIn(made),
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '-r', requirements],
      `The packages of ${requirements} could not be installed; is the Python package index reachable?`,
    );
  });
  return pythonIn(folder);
}

const pythonIn = (folder: string): string => join(folder, 'bin', 'python');

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
