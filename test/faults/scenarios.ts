import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, connect } from '../../src/neo4j/driver.js';
import { migrate } from '../../src/neo4j/migrate.js';
import { startTestNeo4j } from '../support/neo4j.js';
import { boltOf, databasePid, freePort, VinciProcess } from '../support/vinci-process.js';
import { audit } from './audit.js';
import { Traffic } from './traffic.js';

export interface Outcome {
  readonly acknowledged: number;
  readonly retries: number;
  readonly faults: readonly string[];
}

/** Events acknowledged between one kill and the next, at least. */
const BETWEEN_KILLS = 150;

/** The server is killed in mid-ingest and started again on the same data; its guard ends the database meanwhile. */
export async function killServer(kills: number): Promise<Outcome> {
  return withDataFolder(async (data) => {
    const port = await freePort();
    let vinci = await VinciProcess.start({ data, port });
    const traffic = new Traffic([vinci.url], vinci.token);
    try {
      for (let kill = 1; kill <= kills; kill++) {
        await traffic.progress(BETWEEN_KILLS);
        await sleep(Math.random() * 100);
        await vinci.kill();
        say(`kill ${kill}: ${traffic.acknowledged.size} acknowledged`);
        vinci = await VinciProcess.start({ data, port });
      }
      return await finish(traffic, vinci, () => boltOf(data));
    } finally {
      traffic.abandon();
      await vinci.stop();
    }
  });
}

/** The database's Java process is killed in mid-ingest; the guard starts it again, and the server goes on by itself. */
export async function killDatabase(kills: number): Promise<Outcome> {
  return withDataFolder(async (data) => {
    const vinci = await VinciProcess.start({ data });
    const traffic = new Traffic([vinci.url], vinci.token);
    try {
      for (let kill = 1; kill <= kills; kill++) {
        await traffic.progress(BETWEEN_KILLS);
        await sleep(Math.random() * 100);
        const pid = databasePid(data);
        if (pid === undefined) throw new Error('There is no database to kill.');
        process.kill(pid, 'SIGKILL');
        say(`kill ${kill}: ${traffic.acknowledged.size} acknowledged`);
        // What was under way is answered in some way; progress means that a new database took it.
        await sleep(500);
      }
      return await finish(traffic, vinci, () => boltOf(data));
    } finally {
      traffic.abandon();
      await vinci.stop();
    }
  });
}

/** Two servers on one database write to the same jobs and datasets at once; one of them is killed and comes back. */
export async function twoInstances(events: number): Promise<Outcome> {
  const neo4j = await startTestNeo4j();
  try {
    return await withDataFolder((first) => withDataFolder((second) => runTwo([first, second], neo4j.connection, events)));
  } finally {
    await neo4j.stop();
  }
}

async function runTwo(folders: readonly [string, string], connection: Connection, events: number): Promise<Outcome> {
  const database = await connect(connection);
  await migrate(database);
  await database.close();
  const { uri, user, password } = connection;
  const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const [one, another] = [
    await VinciProcess.start({ data: folders[0], environment }),
    await VinciProcess.start({ data: folders[1], environment }),
  ];
  const running = [one, another];
  const traffic = new Traffic([one.url, another.url], one.token);
  try {
    await traffic.progress(events / 2);
    await another.kill();
    say(`one of two killed: ${traffic.acknowledged.size} acknowledged`);
    running.push(await VinciProcess.start({ data: folders[1], port: another.port, environment }));
    await traffic.progress(events / 2);
    return await finish(traffic, one, () => connection);
  } finally {
    traffic.abandon();
    for (const vinci of running) await vinci.stop();
  }
}

async function finish(traffic: Traffic, vinci: VinciProcess, connection: () => Connection): Promise<Outcome> {
  await traffic.progress(BETWEEN_KILLS);
  await traffic.stop();
  const faults = [...traffic.faults, ...(await audit(traffic.acknowledged, vinci, connection()))];
  return { acknowledged: traffic.acknowledged.size, retries: traffic.retries, faults };
}

async function withDataFolder<T>(work: (data: string) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), 'vinci-faults-'));
  try {
    return await work(data);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function say(text: string): void {
  console.error(`  ${new Date().toISOString().slice(11, 19)} ${text}`);
}
