/**
 * `npm run bench live`: many who are connected, many who hear of one job in a hundred, some who hear of everything; whether each
 * was told everything, how soon, and what the server keeps for one. A lost change fails it, a missed target only with --strict.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect, type Neo4jDatabase } from '../../../src/neo4j/driver.js';
import { type LoggedChange, readLog } from '../../../src/write/log.js';
import { residentMegabytes } from '../../support/process-usage.js';
import { boltOf, type VinciProcess } from '../../support/vinci-process.js';
import { withVinci } from '../databases.js';
import { quantile } from '../drive.js';
import { machineLine } from '../machine.js';
import { type Row, table } from '../table.js';
import { JOBS, jobId, writeChanges, writeJobs } from './changes.js';
import { ClientsProcess } from './clients-process.js';
import type { Heard } from './messages.js';

const TARGETS = { kilobytes: 50, p50: 100, p99: 1_000 };
const FULL = { connected: 10_000, active: 1_000, everything: 100, seconds: 30, processes: 4 };
const SMOKE = { connected: 100, active: 50, everything: 5, seconds: 3, processes: 1 };
const SETTLE_MS = 2_000;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((each) => each.startsWith('--')),
  options: {
    smoke: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
  },
});
const size = values.smoke
  ? SMOKE
  : values.small
    ? { ...FULL, connected: 1_000, active: 200, everything: 20, seconds: 10, processes: 2 }
    : FULL;
const rows: Row[] = [];
const faults: string[] = [];
const say = (text: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

type Filters = readonly (readonly string[] | null)[];

/** Spread over processes; all connected when it resolves. */
async function connectAll(vinci: VinciProcess, filters: Filters): Promise<ClientsProcess[]> {
  const shares = Array.from({ length: size.processes }, (_, i) => filters.filter((_, at) => at % size.processes === i));
  const { token, url } = vinci;
  return Promise.all(shares.map((share) => ClientsProcess.connect({ url, token, filters: share })));
}

async function endAll(clients: readonly ClientsProcess[]): Promise<void> {
  await Promise.all(clients.map((each) => each.end()));
}

async function idle(vinci: VinciProcess): Promise<void> {
  say(`${size.connected} connect ...`);
  // So that what is made once is there before.
  await endAll(
    await connectAll(
      vinci,
      Array.from({ length: 50 }, (_, i) => [`job:bench-live/warm-${i}`]),
    ),
  );
  const before = residentMegabytes(vinci.pid);
  const clients = await connectAll(
    vinci,
    Array.from({ length: size.connected }, (_, i) => [`job:bench-live/quiet-${i}`]),
  );
  await sleep(SETTLE_MS);
  const after = residentMegabytes(vinci.pid);
  const each = ((after - before) * 1_024) / size.connected;
  const met = each <= TARGETS.kilobytes;
  rows.push(
    { what: `server: resident before and with ${size.connected} subscribers, MB`, vinci: `${before} / ${after}` },
    { what: 'server: resident for each, KB', vinci: each.toFixed(1), target: `<= ${TARGETS.kilobytes}`, met },
  );
  await endAll(clients);
}

async function active(vinci: VinciProcess, database: Neo4jDatabase, what: string, filters: Filters, perSecond: number): Promise<void> {
  say(`${what}, ${perSecond} changes/s ...`);
  const from = (await readLog(database, 0, Number.MAX_SAFE_INTEGER)).at(-1)!.position;
  const clients = await connectAll(vinci, filters);
  const written = await writeChanges(vinci.url, vinci.token, perSecond, size.seconds);
  await sleep(SETTLE_MS);
  const heard = (await Promise.all(clients.map((each) => each.report()))).flat();
  await endAll(clients);
  const logged = await readLog(database, from, Number.MAX_SAFE_INTEGER);
  faults.push(...lost(what, logged, heard, filters));
  const latencies = Float64Array.from(heard.flatMap(({ latencies }) => latencies)).sort();
  if (latencies.length === 0) return void faults.push(`${what}: nothing was told.`);
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  rows.push(
    { what: `${what}: changes written in ${size.seconds} s, and told`, vinci: `${written} / ${latencies.length}` },
    { what: `${what}: p50, ms`, vinci: p50.toFixed(0), target: `< ${TARGETS.p50}`, met: p50 < TARGETS.p50 },
    { what: `${what}: p99, ms`, vinci: p99.toFixed(0), target: `< ${TARGETS.p99}`, met: p99 < TARGETS.p99 },
  );
}

/** Each was told exactly what the log has for its filter, in that order. Which is whose does not matter: as many heard the same as asked for it. */
function lost(what: string, logged: readonly LoggedChange[], heard: readonly Heard[], filters: Filters): string[] {
  const count = (lists: readonly (readonly number[])[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const list of lists) counts.set(list.join(), (counts.get(list.join()) ?? 0) + 1);
    return counts;
  };
  const expected = count(
    filters.map((ids) => logged.filter(({ entityId }) => ids === null || ids.includes(entityId)).map(({ position }) => position)),
  );
  const found = count(heard.map(({ positions }) => positions));
  const wrong = [...found].filter(([list, times]) => expected.get(list) !== times).reduce((sum, [, times]) => sum + times, 0);
  const ended = heard.filter((each) => each.ended !== null);
  return [
    ...(heard.length === filters.length ? [] : [`${what}: ${heard.length} of ${filters.length} subscribers reported.`]),
    ...(wrong === 0 ? [] : [`${what}: ${wrong} subscribers were not told exactly what the log has.`]),
    ...(ended.length === 0 ? [] : [`${what}: ${ended.length} were ended: ${ended[0]!.ended}`]),
  ];
}

/** Sockets are open files, of the server and of the processes of clients. */
function checkFileLimit(): void {
  const [, most] = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  const needed = size.connected + 500;
  if (most !== 'unlimited' && Number(most) < needed)
    throw new Error(
      `At most ${most} files may be open at a time; ${needed} are needed: raise the hard limit (ulimit -Hn ${needed}) and try again.`,
    );
}

checkFileLimit();
await withVinci(async (vinci) => {
  const database = await connect(boltOf(vinci.data));
  try {
    await writeJobs(vinci.url, vinci.token);
    await idle(vinci);
    const hundredth = Array.from({ length: size.active }, (_, i) => [jobId(i)]);
    await active(vinci, database, `${size.active} who hear of 1 in ${JOBS}`, hundredth, 200);
    await active(vinci, database, `${size.everything} who hear of everything`, new Array(size.everything).fill(null), 50);
  } finally {
    await database.close();
  }
});

const missed = rows.filter(({ met }) => met === false);
console.log(`\nnpm run bench live -- ${process.argv.slice(3).join(' ')}\n${machineLine()}\n`);
console.log(table(rows));
for (const fault of faults) console.error(`WRONG: ${fault}`);
console.log(`\n${faults.length} wrong, ${missed.length} targets missed.`);
if (faults.length > 0 || (values.strict && missed.length > 0)) process.exitCode = 1;
