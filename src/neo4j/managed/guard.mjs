// The guard: a process of its own between Vinci and the managed Neo4j. It starts the server, starts it again when it dies, and
// ends it when Vinci is gone, however Vinci went: then the channel between the two closes. It is plain JavaScript, since it runs
// beside tests too, where nothing is compiled. Vinci sends {start: Settings}, {ready: true}, {stop: true} and gets
// {running: pid}, {ended: {code, signal}}.
import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';

/** A server that lived this long has earned a restart without delay. Milliseconds. */
const STEADY_MS = 60_000;
const LONGEST_DELAY_MS = 30_000;

let settings;
let server;
let startedAt = 0;
/** Until Vinci has seen it answer, a server that ends is a failed start, for Vinci to explain. */
let ready = false;
let stopping = false;
let delay = 0;
let restart;

const tell = (message) => process.connected && process.send(message, () => {});

function cleanUp(then) {
  if (!settings.cleanUp) return then();
  execFile(settings.cleanUp.command, settings.cleanUp.args, { timeout: 30_000 }, then);
}

function start() {
  if (stopping) return finish();
  const log = openSync(settings.log, 'a');
  server = spawn(settings.command, settings.args, {
    cwd: settings.folder,
    env: { ...process.env, ...settings.environment },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  startedAt = Date.now();
  let over = false;
  const ended = (code, signal) => {
    if (over) return;
    over = true;
    server = undefined;
    tell({ ended: { code, signal } });
    if (stopping || !ready) return finish();
    delay = Date.now() - startedAt > STEADY_MS ? 0 : Math.min(LONGEST_DELAY_MS, Math.max(500, delay * 2));
    restart = setTimeout(() => cleanUp(start), delay);
  };
  server.on('error', (error) => ended(error.code ?? 1, null));
  server.on('exit', ended);
  if (server.pid) tell({ running: server.pid });
}

function stop() {
  if (stopping) return;
  stopping = true;
  clearTimeout(restart);
  if (!server) return finish();
  // What is thrown away afterwards needs no orderly end.
  server.kill(settings.throwAway ? 'SIGKILL' : 'SIGTERM');
  setTimeout(() => server?.kill('SIGKILL'), settings.graceMs);
}

function finish() {
  stopping = true;
  cleanUp(() => {
    if (settings.throwAway) rmSync(settings.throwAway, { recursive: true, force: true, maxRetries: 3 });
    process.exit(0);
  });
}

process.on('message', (message) => {
  if (message.start) {
    settings = message.start;
    cleanUp(start);
  } else if (message.ready) ready = true;
  else if (message.stop) stop();
});
process.on('disconnect', () => (settings ? stop() : process.exit(0)));
process.on('SIGTERM', () => (settings ? stop() : process.exit(0)));
// Ctrl-C in the terminal is for Vinci, which then says what to do.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
