/**
 * `npm run bench live`: many who are connected, of whom some hear of one job in a hundred, then some of everything, half of them without
 * seeing everything; whether each was told everything that it may see, how soon, and what the server keeps for one. A lost change, or
 * one that was told to who may not see it, fails it, a missed target only with --strict.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect, type Neo4jDatabase } from '../../../src/neo4j/driver.js';
import { type LoggedChange, readLog } from '../../../src/write/log.js';
import { cpuSeconds, residentMegabytes } from '../../support/process-usage.js';
import { boltOf, type VinciProcess } from '../../support/vinci-process.js';
import { withVinci } from '../databases.js';
import { quantile } from '../drive.js';
import { machineLine } from '../machine.js';
import { type Row, table } from '../table.js';
import { JOBS, writeChanges, writeJobs } from './changes.js';
import { Crowd, faultsOf, type Reported, type Subscription } from './crowd.js';
import { jobOf, prepareRights, type Rights, rightsOf } from './rights.js';

const TARGETS = { kilobytes: 50, p50: 100, p99: 1_000 };
/** `active` and `everything` are of those who are connected. */
const FULL = { connected: 10_000, active: 1_000, everything: 100, seconds: 30, processes: 4 };
const SMOKE = { connected: 100, active: 50, everything: 12, seconds: 3, processes: 1 };
const SMALL = { ...FULL, connected: 1_000, active: 200, everything: 24, seconds: 10, processes: 2 };
const SETTLE_MS = 2_000;
const PATIENCE_MS = 30_000;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((each) => each.startsWith('--')),
  options: {
    smoke: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
  },
});
const size = values.smoke ? SMOKE : values.small ? SMALL : FULL;
const rows: Row[] = [];
const faults: string[] = [];
const say = (text: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

const subscriptions = (count: number, idsOf: (number: number) => readonly string[] | null): Subscription[] =>
  Array.from({ length: count }, (_, number) => ({ rights: rightsOf(number), ids: idsOf(number) }));
/** Nothing that they ask for happens. */
const quiet = (from: number, count: number): Subscription[] => subscriptions(count, (number) => [`job:bench-live/quiet-${from + number}`]);

interface Measured {
  readonly vinci: VinciProcess;
  readonly database: Neo4jDatabase;
  readonly what: string;
  readonly crowd: Crowd;
  readonly perSecond: number;
}

/** Writes changes, and looks at what the crowd is told of them. */
async function active({ crowd, database, perSecond, vinci, what }: Measured): Promise<void> {
  say(`${what}, ${perSecond} changes/s ...`);
  const from = (await readLog(database, 0, Number.MAX_SAFE_INTEGER)).at(-1)!.position;
  const busyBefore = cpuSeconds(vinci.pid);
  const written = await writeChanges(vinci.url, vinci.token, perSecond, size.seconds);
  const busy = cpuSeconds(vinci.pid) - busyBefore;
  const logged = await readLog(database, from, Number.MAX_SAFE_INTEGER);
  const heard = await settled(crowd, logged);
  if (heard.length !== crowd.size) faults.push(`${what}: ${heard.length} of ${crowd.size} subscribers reported.`);
  faults.push(...faultsOf(heard, logged).map((fault) => `${what}: ${fault}`));
  rows.push({ what: `${what}: changes written in ${size.seconds} s`, vinci: String(written) });
  for (const [who, isOne] of WHO) {
    const latencies = Float64Array.from(heard.filter(({ rights }) => isOne(rights)).flatMap((each) => each.latencies)).sort();
    if (latencies.length === 0) {
      faults.push(`${what}, ${who}: nothing was told.`);
      continue;
    }
    const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
    rows.push(
      { what: `${what}, ${who}: messages`, vinci: String(latencies.length) },
      { what: `${what}, ${who}: p50, ms`, vinci: p50.toFixed(0), target: `< ${TARGETS.p50}`, met: p50 < TARGETS.p50 },
      { what: `${what}, ${who}: p99, ms`, vinci: p99.toFixed(0), target: `< ${TARGETS.p99}`, met: p99 < TARGETS.p99 },
    );
  }
  rows.push({ what: `${what}: server, of one core, %`, vinci: ((busy / size.seconds) * 100).toFixed(0) });
}

/** What each has heard once all of it has come, or nothing more is to be expected: who is late has missed a target, and has lost nothing. */
async function settled(crowd: Crowd, logged: readonly LoggedChange[]): Promise<readonly Reported[]> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    await sleep(SETTLE_MS);
    const heard = await crowd.report();
    if (faultsOf(heard, logged).length === 0 || Date.now() > end) return heard;
  }
}

const WHO: readonly (readonly [string, (rights: Rights) => boolean])[] = [
  ['who see everything', (rights) => rights === 'everything'],
  ['who see a part', (rights) => rights !== 'everything'],
];

/** Sockets are open files, of the server and of the processes of clients. */
function checkFileLimit(): void {
  const [, most] = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  const needed = size.connected + 500;
  if (most !== 'unlimited' && Number(most) < needed)
    throw new Error(
      `At most ${most} files may be open at a time; ${needed} are needed: raise the hard limit (ulimit -Hn ${needed}) and try again.`,
    );
}

async function measure(vinci: VinciProcess, database: Neo4jDatabase): Promise<void> {
  await writeJobs(vinci.url, vinci.token);
  const tokens = await prepareRights(vinci);
  const join = (wanted: readonly Subscription[]): Promise<Crowd> => Crowd.connect(vinci, tokens, wanted, size.processes);
  // So that what is made once is there before.
  await (await join(quiet(size.connected, 50))).end();
  say(`${size.connected} connect ...`);
  const before = residentMegabytes(vinci.pid);
  const waiting = [await join(quiet(0, size.connected - size.active))];
  const hundredth = await join(subscriptions(size.active, (number) => [jobOf(number)]));
  await sleep(SETTLE_MS);
  const after = residentMegabytes(vinci.pid);
  const each = ((after - before) * 1_024) / size.connected;
  rows.push(
    { what: `server: resident before and with ${size.connected} subscribers, MB`, vinci: `${before} / ${after}` },
    { what: 'server: resident for each, KB', vinci: each.toFixed(1), target: `<= ${TARGETS.kilobytes}`, met: each <= TARGETS.kilobytes },
  );
  const measured = { vinci, database };
  const of = `of ${size.connected}`;
  await active({ ...measured, what: `${size.active} ${of}, of 1 job in ${JOBS}`, crowd: hundredth, perSecond: 200 });
  await hundredth.end();
  // Others take their places.
  waiting.push(await join(quiet(size.connected, size.active - size.everything)));
  const everything = await join(subscriptions(size.everything, () => null));
  await active({ ...measured, what: `${size.everything} ${of}, of everything`, crowd: everything, perSecond: 50 });
  await everything.end();
  rows.push({ what: 'server: resident at the end, MB', vinci: String(residentMegabytes(vinci.pid)) });
  for (const crowd of waiting) {
    faults.push(...faultsOf(await crowd.report(), []).map((fault) => `Those for whom nothing happens: ${fault}`));
    await crowd.end();
  }
}

checkFileLimit();
await withVinci(async (vinci) => {
  const database = await connect(boltOf(vinci.data));
  try {
    await measure(vinci, database);
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
