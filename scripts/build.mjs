/**
 * `npm run build`: src -> dist, sample -> dist/sample. What the compiler does not copy (Cypher, the pom) is copied beside the code that
 * reads it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
// Built aside and swapped in at the end: a failed build leaves the last good one in place.
const next = join(root, 'dist.next');

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync(next, { recursive: true, force: true });
mkdirSync(next);
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
run(tsc, '-p', 'tsconfig.build.json', '--outDir', next);
run(tsc, '-p', 'sample', '--outDir', join(next, 'sample'));
cpSync(join(root, 'src'), next, {
  recursive: true,
  filter: (file) => statSync(file).isDirectory() || !['.ts', '.tsx'].includes(extname(file)),
});
// Pages are bundled by a script of their own; it writes below the folder it is given.
const pages = join(root, 'scripts', 'build-graphiql.mjs');
if (existsSync(pages)) run(pages, next);
writeFileSync(join(next, '.built'), '');
rmSync(dist, { recursive: true, force: true });
renameSync(next, dist);
