import { execFileSync } from 'node:child_process';

const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 }).trim();

const succeeds = (...args: string[]): boolean => {
  try {
    git(...args);
    return true;
  } catch {
    return false;
  }
};

/**
 * A file's text as it stands on main (before the last commit, when main is what is checked out). Undefined when main has no such
 * file, or no earlier commit. Throws where the history to compare with was not fetched.
 */
export function onMain(path: string): string | undefined {
  const branch = ['origin/main', 'main'].find((name) => succeeds('rev-parse', '--verify', '--quiet', `${name}^{commit}`));
  if (!branch) throw new Error('There is no branch main to compare with: fetch it (git fetch origin main).');
  const isMain = git('rev-parse', branch) === git('rev-parse', 'HEAD');
  const base = isMain ? `${branch}~1` : branch;
  if (!succeeds('rev-parse', '--verify', '--quiet', `${base}^{commit}`)) {
    if (git('rev-parse', '--is-shallow-repository') === 'true')
      throw new Error(`${base} was not fetched, so nothing can be compared with it: git fetch --unshallow.`);
    return undefined;
  }
  return succeeds('cat-file', '-e', `${base}:${path}`) ? git('show', `${base}:${path}`) : undefined;
}
