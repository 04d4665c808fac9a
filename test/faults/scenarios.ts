import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, connect } from '../../src/neo4j/driver.js';
import { migrate } from '../../src/neo4j/migrate.js';
import { readLog } from '../../src/write/log.js';
import { startTestNeo4j } from '../support/neo4j.js';
import { boltOf, databasePid, freePort, VinciProcess } from '../support/vinci-process.js';
import { audit } from './audit.js';
import { Follower } from './follower.js';
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
    const follower = new Follower([vinci.url], vinci.token);
    try {
      for (let kill = 1; kill <= kills; kill++) {
        await traffic.progress(BETWEEN_KILLS);
        await sleep(Math.random() * 100);
        await vinci.kill();
        say(`kill ${kill}: ${traffic.acknowledged.size} acknowledged`);
        vinci = await VinciProcess.start({ data, port });
      }
      return await finish(traffic, follower, vinci, () => boltOf(data));
    } finally {
      traffic.abandon();
      await follower.stop();
      await vinci.stop();
    }
  });
}

/** The database's Java process is killed in mid-ingest; the guard starts it again, and the server goes on by itself. */
export async function killDatabase(kills: number): Promise<Outcome> {
  return withDataFolder(async (data) => {
    const vinci = await VinciProcess.start({ data });
    const traffic = new Traffic([vinci.url], vinci.token);
    const follower = new Follower([vinci.url], vinci.token);
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
      return await finish(traffic, follower, vinci, () => boltOf(data));
    } finally {
      traffic.abandon();
      await follower.stop();
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
  const follower = new Follower([another.url, one.url], one.token);
  try {
    await traffic.progress(events / 2);
    await another.kill();
    say(`one of two killed: ${traffic.acknowledged.size} acknowledged`);
    running.push(await VinciProcess.start({ data: folders[1], port: another.port, environment }));
    await traffic.progress(events / 2);
    return await finish(traffic, follower, one, () => connection);
  } finally {
    traffic.abandon();
    await follower.stop();
    for (const vinci of running) await vinci.stop();
  }
}

async function finish(traffic: Traffic, follower: Follower, vinci: VinciProcess, connection: () => Connection): Promise<Outcome> {
  await traffic.progress(BETWEEN_KILLS);
  await traffic.stop();
  const faults = [
    ...traffic.faults,
    ...(await audit(traffic.acknowledged, vinci, connection())),
    ...(await auditFollower(follower, connection())),
  ];
  return { acknowledged: traffic.acknowledged.size, retries: traffic.retries, faults };
}

/** Whoever subscribed was told each change of the log once, in order, whatever was killed meanwhile. */
async function auditFollower(follower: Follower, connection: Connection): Promise<string[]> {
  const database = await connect(connection);
  try {
    const logged = (await readLog(database, 0, Number.MAX_SAFE_INTEGER)).map(({ position }) => position);
    await follower.reach(logged.at(-1)!);
    await follower.stop();
    say(`a subscriber was told of ${follower.positions.length} changes, and resumed ${follower.resumed - 1} times`);
    const wrong = follower.positions.findIndex((position, at) => position !== logged[at]);
    if (wrong >= 0) return [`The subscriber was told of ${follower.positions[wrong]} where the log has ${logged[wrong]}.`];
    return follower.positions.length < logged.length ? [`The subscriber was not told of ${logged[follower.positions.length]}.`] : [];
  } finally {
    await database.close();
  }
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
