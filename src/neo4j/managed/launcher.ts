import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { StartupError } from '../../errors.js';
import type { Log } from '../../log.js';
import { areJarsThere, resolveJars } from './artifacts.js';
import { dockerCommand, NEO4J_IMAGE } from './docker-command.js';
import { findJava } from './java.js';
import { type Command, javaCommand, type ServerSettings } from './java-command.js';
import type { Progress } from './progress.js';
import { SUPPORTED_JAVAS } from './release.js';

/** How Neo4j is run on this machine: makes the command for a server, everything it needs being there. */
export type Launcher = (settings: ServerSettings, password: string) => Command;

export interface LauncherOptions {
  readonly cacheFolder: string;
  /** Where PATH and JAVA_HOME are looked up. */
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly progress: Progress;
}

const run = promisify(execFile);

/** Java with Maven, else Docker, else StartupError. Resolves what has to be downloaded first. */
export async function chooseLauncher(options: LauncherOptions): Promise<Launcher> {
  const { cacheFolder, environment, log, progress } = options;
  const java = await findJava(environment);
  const maven = (java && areJarsThere(cacheFolder)) || (await answers('mvn', ['--version'], environment));
  if (java && maven) {
    if (!SUPPORTED_JAVAS.includes(java.version))
      log.warn(
        `Neo4j 5.26 is tested with Java ${SUPPORTED_JAVAS.join(' and ')}; this is Java ${java.version}. JAVA_HOME chooses another.`,
        { java: java.home },
      );
    const jars = await resolveJars(cacheFolder, { ...environment, JAVA_HOME: java.home }, progress);
    return (settings) => javaCommand(java, jars, settings);
  }
  if (await answers('docker', ['version'], environment)) {
    await pullImage(environment);
    const user = process.getuid?.() ? `${process.getuid()}:${process.getgid?.()}` : undefined;
    return (settings, password) => dockerCommand(settings, password, user);
  }
  throw new StartupError(nothingToRunWith(java !== undefined, maven));
}

export function nothingToRunWith(java: boolean, maven: boolean): string {
  const missing = [java ? '' : 'a JDK (17 or 21)', maven ? '' : 'Maven'].filter((name) => name !== '').join(' and ');
  return `There is no way to run a local Neo4j here: install ${missing}, or start Docker, or set NEO4J_URI to a Neo4j 5.26 or later.`;
}

async function pullImage(environment: NodeJS.ProcessEnv): Promise<void> {
  if (await answers('docker', ['image', 'inspect', NEO4J_IMAGE], environment)) return;
  // Docker shows the progress itself.
  const pull = spawn('docker', ['pull', NEO4J_IMAGE], { stdio: ['ignore', 'inherit', 'inherit'], env: environment });
  const code = await new Promise((resolve) => pull.on('close', resolve).on('error', resolve));
  if (code !== 0)
    throw new StartupError(`Docker could not pull ${NEO4J_IMAGE}: check the network, or set NEO4J_URI to a server of your own.`);
}

async function answers(command: string, args: string[], environment: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    await run(command, args, { env: environment, timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
