import './production.js';
import 'reflect-metadata';
import { type App, createApp } from './app.js';
import { readConfig } from './config.js';
import { StartupError } from './errors.js';
import { logTo } from './log.js';
import { progressOn } from './neo4j/managed/progress.js';
import { loadSample } from './sample.js';
import { welcome } from './welcome.js';

const SAMPLE = '--sample';

async function main(args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => arg !== SAMPLE);
  if (unknown !== undefined) throw new StartupError(`The option ${unknown} is not known: there is only ${SAMPLE}.`);
  const config = readConfig();
  const log = logTo(process.stderr);
  const app = await createApp(config, { log, progress: progressOn(process.stderr) });
  const stop = new AbortController();
  const isStarted = stopOnSignals(app, stop);
  const started = await app.start();
  isStarted();
  // Before the sample, which takes its time and can be interrupted: the token is shown this once.
  process.stdout.write(`${welcome(started, config)}\n`);
  if (args.includes(SAMPLE)) await tellSample(app, started.url, stop.signal);
}

async function tellSample(app: App, url: string, stopping: AbortSignal): Promise<void> {
  try {
    await app.lendToken('sample', (token) => loadSample(url, token, stopping));
    process.stdout.write('The sample is there: README.md has questions to ask of it.\n');
  } catch (error) {
    // Who ended Vinci meanwhile knows why the sample is not there.
    if (!stopping.aborted) throw error;
  }
}

/** One Ctrl-C comes several times: from the terminal, from npm and from bin/start.mjs. Milliseconds. */
const SAME_SIGNAL_MS = 1_000;

/**
 * The first signal aborts `stop` and ends Vinci in order; a later one, or one while it starts, ends it at once: the guard ends the
 * database either way.
 */
function stopOnSignals(app: App, stop: AbortController): () => void {
  let started = false;
  let first = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (!started || (first > 0 && Date.now() - first > SAME_SIGNAL_MS)) process.exit(signal === 'SIGINT' ? 130 : 143);
      if (first > 0) return;
      first = Date.now();
      stop.abort();
      app.stop().then(() => process.exit(0), fail);
    });
  return () => {
    started = true;
  };
}

function fail(error: unknown): void {
  // What is foreseen is one sentence with what to do; only the unforeseen shows where it came from.
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
}

main(process.argv.slice(2)).catch(fail);
