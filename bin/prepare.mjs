/**
 * What `npm start` and `npm test` need before anything else, on a fresh clone: dependencies and a build. Plain JavaScript
 * with nothing but Node's own modules, since nothing is installed yet.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..');

/** Runs `npm ci` when what is installed differs from the lock file. Throws an Error with one sentence when it fails. */
export async function installDependencies(log = console.error) {
  if (isBuiltOnly() || dependenciesInstalled()) return;
  log('Installing dependencies (npm ci) ...');
  await run(
    'npm',
    ['ci', '--no-fund', '--no-audit', '--include=dev', '--loglevel=error'],
    'Installing the dependencies failed: see the messages of npm above.',
  );
}

/** Builds `dist` when a source file is newer than the last build. */
export async function build(log = console.error) {
  if (isBuiltOnly() || builtAt() > newestSource()) return;
  log('Building ...');
  await run(process.execPath, [join('scripts', 'build.mjs')], 'The build failed: see the messages above.');
}

/** Resolves when the command ends with 0; otherwise throws `fault`. Its output goes to standard error: standard output is the program's own. */
export function run(command, args, fault) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    child.on('error', (error) => reject(new Error(`${fault} (${error.message})`)));
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(fault))));
  });
}

// An image holds what was built, and neither sources nor what only building needs.
function isBuiltOnly() {
  return !existsSync(join(ROOT, 'src'));
}

// npm writes what it installed to node_modules/.package-lock.json; packages for other platforms are optional and absent.
function dependenciesInstalled() {
  const installedLock = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const { packages: installed } = JSON.parse(readFileSync(installedLock, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (optional && !installed[path]) || installed[path]?.version === version,
  );
}

function builtAt() {
  const stamp = join(ROOT, 'dist', '.built');
  return existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
}

function newestSource() {
  const sources = ['src', 'sample', join('scripts', 'graphiql')].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((file) => join(ROOT, folder, file)),
  );
  const inputs = [
    ...sources,
    ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs'].map((f) => join(ROOT, f)),
  ];
  return Math.max(...inputs.map((file) => statSync(file).mtimeMs));
}
