/**
 * `npm run test:abuse`: does to the built server what somebody might who means harm, over HTTP and WebSockets, while a neighbour goes on
 * working. Everything has to be refused with a reason, or be harmless; nothing of the code, of the database or of a secret may show;
 * the process lives on within its memory; a refusal takes 50 ms of processor at most; the neighbour's p99 over all of it
 * at most doubles, and stays below 400 ms in floods. `--smoke`: less of each, and times are told, not judged.
 */
import { rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { verifyLog } from '../../src/audit/verify-log.js';
import { connect } from '../../src/neo4j/driver.js';
import { HttpClient } from '../support/http-client.js';
import { cpuSeconds, isAlive, peakMegabytes } from '../support/process-usage.js';
import { tokenFor } from '../support/token.js';
import { boltOf, VinciProcess } from '../support/vinci-process.js';
import type { Attack } from './attack.js';
import { documentAttacks } from './documents.js';
import { doorAttacks } from './doors.js';
import { floodAttacks } from './floods.js';
import { type Heard, Neighbour, p99Of } from './neighbour.js';
import { stringAttack } from './strings.js';
import type { Target } from './target.js';
import { wireAttacks } from './wires.js';

const { values } = parseArgs({ options: { smoke: { type: 'boolean', default: false }, only: { type: 'string' } } });
const full = !values.smoke;
/** Milliseconds of processor for each refusal. */
const MOST_PROCESSOR = 50;
const MOST_MEGABYTES = 900;
/** Milliseconds. What one refusal may take, a neighbour may wait; below that doubling means nothing. */
const FLOOR_P99 = 2 * MOST_PROCESSOR;
/** Milliseconds, while somebody takes all that two cores can give. */
const MOST_P99_IN_FLOOD = 400;
const QUIET_MS = full ? 20_000 : 2_000;

const data = join(tmpdir(), `vinci-abuse-${process.pid}`);
const vinci = await VinciProcess.start({ data, environment: { VINCI_NEO4J_HEAP_MB: '512' } });
const wrong: string[] = [];
try {
  await abuse();
} finally {
  await vinci.stop();
  rmSync(data, { recursive: true, force: true });
}
for (const each of wrong.slice(0, 50)) console.error(`WRONG: ${each}`);
console.log(wrong.length === 0 ? 'Nothing broke.' : `${wrong.length} things are wrong.`);
process.exitCode = wrong.length === 0 ? 0 : 1;

async function abuse(): Promise<void> {
  const client = new HttpClient(vinci.url, vinci.token, 2);
  const ids = await populate(client);
  const [reader, neighbours] = [await tokenFor(client, 'mallory', 'READER'), await tokenFor(client, 'nora', 'READER')];
  const target: Target = {
    url: vinci.url,
    port: vinci.port,
    admin: vinci.token,
    reader,
    secrets: [vinci.token, reader, neighbours],
    full,
  };
  const query = `{ node(id: ${JSON.stringify(ids.Dataset)}) { ... on Dataset { name columns { nodes { name } } producedBy { nodes { name } } } } }`;
  const neighbour = new Neighbour(vinci.url, neighbours, query);
  const quietly = async (): Promise<readonly number[]> => {
    await neighbour.heard();
    await sleep(QUIET_MS);
    return (await neighbour.heard()).latencies;
  };
  await sleep(QUIET_MS);
  const quiet = [...(await quietly())];
  const before = await entities();
  // Those who attack are on other machines.
  setPriority(19);

  console.log('| what | sent | wrong | processor each | neighbour p99 |\n| --- | --- | --- | --- | --- |');
  const meanwhile: number[] = [];
  const flooded: number[] = [];
  const attacks = [...documentAttacks, stringAttack(ids), ...doorAttacks, ...wireAttacks, ...floodAttacks];
  for (const attack of attacks.filter(({ what }) => !values.only || what.includes(values.only))) {
    const { failed, latencies } = await carryOut(attack, target, neighbour);
    (attack.flood ? flooded : meanwhile).push(...latencies);
    if (failed > 0) wrong.push(`${attack.what}: ${failed} requests of the neighbour failed`);
    if (!isAlive(vinci.pid)) throw new Error(`The server has ended: ${attack.what}`);
  }
  // On both sides, since a machine that others use is not the same all the time.
  quiet.push(...(await quietly()));
  const [without, during, inFlood] = [p99Of(quiet), p99Of(meanwhile), p99Of(flooded)];
  const most = Math.max(2 * without, FLOOR_P99);
  if (full && during > most) wrong.push(`The neighbour's p99 was ${during.toFixed(0)} ms; ${most.toFixed(0)} ms are allowed`);
  if (full && inFlood > MOST_P99_IN_FLOOD)
    wrong.push(`The neighbour's p99 was ${inFlood.toFixed(0)} ms during floods; ${MOST_P99_IN_FLOOD} ms are allowed`);
  neighbour.stop();
  client.close();
  const megabytes = peakMegabytes(vinci.pid);
  if (megabytes > MOST_MEGABYTES) wrong.push(`The server took ${megabytes} MB; ${MOST_MEGABYTES} are allowed.`);
  if ((await entities()) < before) wrong.push('Something was deleted.');
  const database = await connect(boltOf(data));
  wrong.push(...(await verifyLog(database)).faults);
  await database.close();
  const neighbourly = `Neighbour: p99 ${without.toFixed(0)} ms without abuse, ${during.toFixed(0)} ms during it, ${inFlood.toFixed(0)} ms in floods.`;
  console.log(`${neighbourly} Server: ${megabytes} MB at most.`);
}

async function carryOut(attack: Attack, target: Target, neighbour: Neighbour): Promise<Heard> {
  const processor = cpuSeconds(vinci.pid);
  const began = performance.now();
  const outcome = await attack.run(target);
  const heard = await neighbour.heard();
  // The neighbour's own requests take some of it, as much as ever.
  const each = ((cpuSeconds(vinci.pid) - processor) * 1_000) / Math.max(1, outcome.sent);
  wrong.push(...outcome.wrong.map((sentence) => `${attack.what}: ${sentence}`));
  if (full && attack.refused && each > MOST_PROCESSOR)
    wrong.push(`${attack.what}: ${each.toFixed(0)} ms of processor each; ${MOST_PROCESSOR} are allowed`);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const p99 = p99Of(heard.latencies);
  const cells = [
    attack.what,
    `${outcome.sent} in ${seconds} s`,
    outcome.wrong.length,
    attack.refused ? `${each.toFixed(1)} ms` : '',
    Number.isNaN(p99) ? '' : `${p99.toFixed(0)} ms`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  return heard;
}

/** One of each of some kinds; their ids by type. */
async function populate(client: HttpClient): Promise<Record<string, string>> {
  const event = {
    eventType: 'COMPLETE',
    eventTime: '2026-01-02T03:04:05Z',
    producer: 'https://example.org/scheduler',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: '0d6cf7f1-6c3c-4b3e-8a52-5a2c0a2b7f10' },
    job: { namespace: 'shop', name: 'enrich' },
    inputs: [{ namespace: 'shop', name: 'orders' }],
    outputs: [
      {
        namespace: 'shop',
        name: 'enriched',
        facets: { schema: { fields: Array.from({ length: 20 }, (_, i) => ({ name: `c${i}`, type: 'int' })) } },
      },
    ],
  };
  const { status, body } = await client.post('/api/v1/lineage', Buffer.from(JSON.stringify(event)));
  if (status !== 201) throw new Error(`The event was not taken: ${body}`);
  const tag = 'mutation { attachTag(input: {id: "dataset:shop/enriched", tag: "pii"}) { position } }';
  await client.query(tag);
  return {
    Dataset: 'dataset:shop/enriched',
    Column: 'dataset:shop/enriched#c1',
    Job: 'job:shop/enrich',
    Run: 'run:shop/0d6cf7f1-6c3c-4b3e-8a52-5a2c0a2b7f10',
    Tag: 'tag:default/pii',
    Segment: 'segment:spark.ml/StringIndexer',
  };
}

async function entities(): Promise<number> {
  const database = await connect(boltOf(data));
  const [row] = await database.read<{ count: number }>('MATCH (e:Entity) RETURN count(e) AS count');
  await database.close();
  return row!.count;
}
