import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';

/** One line: what the numbers were measured on. */
export function machineLine(): string {
  const [cpu] = cpus();
  return [
    `${cpus().length} x ${cpu?.model ?? 'unknown processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Linux ${release()}`,
    `Node ${process.versions.node}`,
    `commit ${execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8', cwd: import.meta.dirname }).trim()}`,
  ].join(', ');
}
