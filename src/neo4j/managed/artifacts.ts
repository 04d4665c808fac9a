import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { StartupError } from '../../errors.js';
import type { Progress } from './progress.js';
import { NEO4J_JARS, NEO4J_MEGABYTES, NEO4J_VERSION } from './release.js';
import { diskFull, fileFailure, saysDiskFull } from './startup-failure.js';

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));

/** Written last, so that what is under the final name and has it is whole. */
const MARKER = 'complete';

/** No resolving takes that long. */
const DRAFT_MS = 6 * 3_600_000;

export const jarsFolder = (cacheFolder: string): string => join(cacheFolder, `neo4j-${NEO4J_VERSION}`);

export const areJarsThere = (cacheFolder: string): boolean => existsSync(join(jarsFolder(cacheFolder), MARKER));

/**
 * The folder with Neo4j's jars, resolved with Maven where they are missing: into a folder of its own that is then renamed, so
 * that starts side by side and starts that were cut off do no harm. `environment` is Maven's: JAVA_HOME in it is the Java to use. Throws StartupError when Maven cannot get them.
 */
export async function resolveJars(cacheFolder: string, environment: NodeJS.ProcessEnv, progress: Progress): Promise<string> {
  const folder = jarsFolder(cacheFolder);
  if (areJarsThere(cacheFolder)) return folder;
  const draft = `${folder}.${randomUUID().slice(0, 8)}`;
  try {
    removeOldDrafts(cacheFolder);
    mkdirSync(draft, { recursive: true });
    await runMaven(draft, environment, progress);
    const jars = readdirSync(draft).filter((file) => file.endsWith('.jar')).length;
    if (jars !== NEO4J_JARS)
      throw new StartupError(
        `Maven brought ${jars} jars of Neo4j ${NEO4J_VERSION} instead of ${NEO4J_JARS}: start again; if that repeats, set NEO4J_URI to a server of your own.`,
      );
    writeFileSync(join(draft, MARKER), `${jars}\n`);
    putInPlace(draft, folder, cacheFolder);
    return folder;
  } catch (error) {
    throw fileFailure(error, cacheFolder, 'XDG_CACHE_HOME');
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Of starts that were killed while they resolved. */
function removeOldDrafts(cacheFolder: string): void {
  if (!existsSync(cacheFolder)) return;
  for (const name of readdirSync(cacheFolder).filter((one) => one.startsWith(`neo4j-${NEO4J_VERSION}.`))) {
    const draft = join(cacheFolder, name);
    if (Date.now() - statSync(draft).mtimeMs > DRAFT_MS) rmSync(draft, { recursive: true, force: true });
  }
}

function putInPlace(draft: string, folder: string, cacheFolder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another start was faster; or somebody emptied the folder by hand, marker included.
    if (areJarsThere(cacheFolder)) return;
    if (!existsSync(folder)) throw error;
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  }
}

async function runMaven(folder: string, environment: NodeJS.ProcessEnv, progress: Progress): Promise<void> {
  const args = [
    '--batch-mode',
    '--strict-checksums',
    '-f',
    POM,
    'dependency:copy-dependencies',
    '-DincludeScope=runtime',
    `-DoutputDirectory=${folder}`,
  ];
  const maven = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment });
  const errors: string[] = [];
  let files = 0;
  let bytes = 0;
  progress.begin(`Resolving Neo4j ${NEO4J_VERSION} with Maven (about ${NEO4J_MEGABYTES} MB, once)`);
  for (const stream of [maven.stdout, maven.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      const size = parseDownloadedBytes(line);
      if (size !== undefined) {
        files += 1;
        bytes += size;
        progress.update(`${files} files, ${Math.round(bytes / 1e6)} of about ${NEO4J_MEGABYTES} MB`);
      } else if (/ERROR|No space/.test(line)) errors.push(line.replace(/^\[ERROR\]\s*/, ''));
    });
  const code = await new Promise<number | Error>((resolve) => {
    maven.on('error', resolve);
    maven.on('close', (exit) => resolve(exit ?? 1));
  });
  if (code === 0) return progress.end('there');
  progress.end('failed');
  const output = errors.join('\n');
  if (saysDiskFull(output)) throw diskFull(folder);
  const reason = typeof code === 'number' ? (errors[0] ?? `exit code ${code}`) : code.message;
  throw new StartupError(
    `Maven could not get Neo4j ${NEO4J_VERSION} (${reason.slice(0, 300)}): check the network and Maven's settings.xml, or set NEO4J_URI to a server of your own.`,
  );
}

/** From `Downloaded from central: https://.../x.jar (1.2 MB at 3 MB/s)`. */
export function parseDownloadedBytes(line: string): number | undefined {
  const [, amount, unit] = /Downloaded from .*\.jar \(([\d.]+) (B|kB|MB|GB)\b/.exec(line) ?? [];
  if (!amount || !unit) return undefined;
  return Number(amount) * { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 }[unit as 'B' | 'kB' | 'MB' | 'GB'];
}
