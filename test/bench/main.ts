/**
 * `npm run bench`: the synthetic estate posted to the built server over HTTP, next to a plain program that writes the same
 * graph through the driver; lineage over GraphQL next to a plain walk of the same graph. Answers are checked as well: a wrong
 * one fails the bench, a missed target only with --strict.
 */
import { writeFileSync } from 'node:fs';
import { HttpClient } from '../support/http-client.js';
import { cpuSeconds } from '../support/process-usage.js';
import { arrayBodies, type Pass, singleBodies } from './bodies.js';
import { measureCatalogPage } from './catalog-page.js';
import { parseCommandLine } from './command-line.js';
import { withPlainNeo4j, withVinci } from './databases.js';
import type { Drive, Unit } from './drive.js';
import { type Counts, countNamed } from './estate/closure.js';
import { makeEstate } from './estate/estate.js';
import { checkGraph, checkStatuses, measureIngest } from './ingest.js';
import { measureLineage } from './lineage.js';
import { machineLine } from './machine.js';
import { writePlainly } from './plain/write.js';
import { ingestRows, lineageRows, memoryRow, type PlainWrite, searchRows } from './rows.js';
import { measureSearch } from './search.js';
import { type Row, table } from './table.js';

type Bodies = (pass: Pass) => Unit[];

const settings = parseCommandLine(process.argv.slice(2));
const estate = makeEstate(settings.jobs, settings.depth);
const counts = countNamed(estate);
const faults: string[] = [];
const rows: Row[] = [];
const say = (text: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

async function plainWrite(): Promise<PlainWrite> {
  say('The plain driver writes the estate ...');
  return withPlainNeo4j(async (driver, pid) => {
    const before = cpuSeconds(pid) + cpuSeconds(process.pid);
    const { events, seconds } = await writePlainly(driver, estate);
    const cpu = cpuSeconds(pid) + cpuSeconds(process.pid) - before;
    faults.push(...(await checkGraph(driver, counts, counts.jobs)));
    return { eventsPerSecond: events / seconds, databaseCpu: (cpu * 1000) / events };
  });
}

/** Everything that is measured on one database: both passes, then lineage and the catalog page on what they left. */
async function eightConnections(plain: PlainWrite): Promise<void> {
  await withVinci(async (vinci, driver) => {
    const load = { connections: 8, eventsPerRequest: 1 };
    say('8 connections, first pass ...');
    const first = await measureIngest(vinci, { ...load, units: singleBodies(estate.jobs, 'first') });
    faults.push(...checkStatuses(first), ...(await checkGraph(driver, counts, counts.jobs)));
    rows.push(...ingestRows('8 connections', first, plain, 220));
    say('8 connections, second pass ...');
    const second = await measureIngest(vinci, { ...load, units: singleBodies(estate.jobs, 'second') });
    faults.push(...checkStatuses(second), ...(await checkGraph(driver, counts, counts.jobs * 2)));
    rows.push(...ingestRows('the same jobs, new runs', second, plain, first.eventsPerSecond, false));

    say('Lineage ...');
    const client = new HttpClient(vinci.url, vinci.token, 1);
    const lineage = await measureLineage(client, driver, estate);
    const page = await measureCatalogPage(client);
    const search = await measureSearch(client, driver, estate);
    client.close();
    faults.push(...lineage.faults, ...page.faults, ...search.faults);
    rows.push(
      ...lineageRows(lineage),
      { what: '100 datasets with columns, owners, tags, ms', vinci: page.p50.toFixed(0) },
      ...searchRows(search),
      memoryRow(second.nodePeakMegabytes),
    );
  });
}

/** What a server does that has been running for a while: another estate of the same size is posted in the same way before. */
async function afterAnother(what: string, plain: PlainWrite, target: number, load: Omit<Drive, 'units'>, bodies: Bodies): Promise<void> {
  await withVinci(async (vinci, driver) => {
    say(`${what}, another estate before ...`);
    const cold = await measureIngest(vinci, { ...load, units: bodies('elsewhere') });
    say(`${what} ...`);
    const warm = await measureIngest(vinci, { ...load, units: bodies('first') });
    faults.push(...checkStatuses(cold), ...checkStatuses(warm), ...(await checkGraph(driver, doubled(counts), counts.jobs * 2)));
    rows.push(
      { what: `${what}: events/s after the start`, vinci: cold.eventsPerSecond.toFixed(0), plain: plain.eventsPerSecond.toFixed(0) },
      ...ingestRows(what, warm, plain, target, load.eventsPerRequest === 1),
      { ...memoryRow(warm.nodePeakMegabytes), what: `${what}: most memory resident, MB` },
    );
  });
}

const doubled = (once: Counts): Counts =>
  Object.fromEntries(Object.entries(once).map(([name, count]) => [name, count * 2])) as unknown as Counts;

const plain = await plainWrite();
await eightConnections(plain);
if (!settings.smoke) {
  const single = { connections: 64, eventsPerRequest: 1 };
  await afterAnother('64 connections', plain, 350, single, (pass) => singleBodies(estate.jobs, pass));
  const arrays = { connections: 8, eventsPerRequest: 100 };
  await afterAnother('arrays of 100, 8 connections', plain, 600, arrays, (pass) => arrayBodies(estate.jobs, pass, 100));
}

const missed = rows.filter((row) => row.met === false);
console.log(`\n${settings.command}\n${machineLine()}`);
console.log(
  `${counts.jobs} jobs, ${counts.datasets} datasets, ${counts.columns} columns, ${counts.columnEdges} column edges; targets are for size M\n`,
);
console.log(table(rows));
for (const fault of faults) console.error(`WRONG: ${fault}`);
console.log(`\n${faults.length} wrong answers, ${missed.length} targets missed.`);
if (settings.json)
  writeFileSync(settings.json, `${JSON.stringify({ command: settings.command, machine: machineLine(), counts, rows, faults }, null, 2)}\n`);
process.exitCode = faults.length > 0 || (settings.strict && missed.length > 0) ? 1 : 0;
