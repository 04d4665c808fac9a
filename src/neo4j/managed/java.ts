import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { OLDEST_JAVA, SUPPORTED_JAVAS } from './release.js';

export interface Java {
  /** JAVA_HOME for it; the folder above bin/. */
  readonly home: string;
  readonly command: string;
  readonly version: number;
}

const run = promisify(execFile);

/**
 * The Java to run Neo4j with: JAVA_HOME's if it is new enough, else the one on the PATH, else one from where installers put
 * them; among the latter two a supported version (17, 21) goes before a newer one. Undefined when there is none from 17 on.
 */
export async function findJava(environment: NodeJS.ProcessEnv): Promise<Java | undefined> {
  if (environment.JAVA_HOME) {
    const java = await javaAt(environment.JAVA_HOME);
    if (java && java.version >= OLDEST_JAVA) return java;
  }
  const found: Java[] = [];
  for (const home of [...homesOnPath(environment.PATH ?? ''), ...installedHomes()]) {
    const java = await javaAt(home);
    if (!java || java.version < OLDEST_JAVA) continue;
    if (SUPPORTED_JAVAS.includes(java.version)) return java;
    found.push(java);
  }
  return found.sort((a, b) => a.version - b.version)[0];
}

/** From the first line of `java -version`: 17 of "17.0.15", 8 of "1.8.0_292". */
export function parseJavaVersion(output: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  if (!first) return undefined;
  return first === '1' && second ? Number(second) : Number(first);
}

async function javaAt(home: string): Promise<Java | undefined> {
  const command = join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');
  if (!existsSync(command)) return undefined;
  try {
    const { stdout, stderr } = await run(command, ['-version'], { timeout: 10_000 });
    const version = parseJavaVersion(stderr + stdout);
    return version === undefined ? undefined : { home, command, version };
  } catch {
    return undefined;
  }
}

function homesOnPath(path: string): string[] {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => dirname(folder));
}

function installedHomes(): string[] {
  const places: [string, string][] = [
    ['/usr/lib/jvm', ''],
    ['/Library/Java/JavaVirtualMachines', 'Contents/Home'],
    [join(homedir(), '.sdkman/candidates/java'), ''],
    [join(homedir(), '.jdks'), ''],
  ];
  return places.flatMap(([folder, below]) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, below)) : []));
}
