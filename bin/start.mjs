/**
 * `npm start`: on a fresh clone too. Installs what is missing, builds, and runs Vinci; what comes after `--` goes to it, as in
 * `npm start -- --sample`.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const OLDEST_NODE = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`Vinci needs Node ${OLDEST_NODE.join('.')} or later, and this is ${process.versions.node}: install a newer one.`);
  process.exit(1);
}
// Only now: it uses what older ones do not have.
const { build, installDependencies, ROOT } = await import('./prepare.mjs');
try {
  await installDependencies();
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const vinci = spawn(process.execPath, [join(ROOT, 'dist', 'main.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
// Ctrl-C reaches Vinci from the terminal as well; it takes signals that come together for one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => vinci.kill(signal));
vinci.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
