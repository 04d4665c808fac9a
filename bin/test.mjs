/** `npm test`: on a fresh clone too. Installs what is missing, builds, and runs the unit tests and the stories; arguments go to jest. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, installDependencies, ROOT } from './prepare.mjs';

try {
  await installDependencies();
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const child = spawn(process.execPath, [...flags, jest, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
