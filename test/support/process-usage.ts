import { readFileSync } from 'node:fs';

/** What Linux tells about a process in /proc; the benches and the kill tests need it. */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time that the process has used, all threads together. */
export function cpuSeconds(pid: number): number {
  const fields = statFields(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** The most memory the process ever had resident, in megabytes. */
export const peakMegabytes = (pid: number): number => megabytes(pid, /^VmHWM:\s+(\d+) kB$/m);
/** What it has resident now. */
export const residentMegabytes = (pid: number): number => megabytes(pid, /^VmRSS:\s+(\d+) kB$/m);

function megabytes(pid: number, line: RegExp): number {
  const [, kilobytes] = line.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** False for one that ended and waits to be reaped. */
export function isAlive(pid: number): boolean {
  try {
    return statFields(pid)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** The fields after the name, which is in parentheses and may hold anything: state is 0, utime 11, stime 12. */
function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
