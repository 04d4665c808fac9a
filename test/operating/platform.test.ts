import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findRunning } from '../../src/neo4j/managed/managed-neo4j.js';
import { HttpClient } from '../support/http-client.js';
import { newTestFolder } from '../support/neo4j.js';
import { databasePid, freePort, VinciProcess } from '../support/vinci-process.js';

/** An operator starts, breaks and restarts the built server. */
const ROOT = join(import.meta.dirname, '..', '..');
const ENVIRONMENT = { VINCI_NEO4J_HEAP_MB: '512' };

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/** Runs a program of the project to its end. */
async function run(program: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
  const { NEO4J_URI: _, VINCI_TOKEN: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(ROOT, program), ...args], { cwd: ROOT, env: { ...inherited, ...environment } });
  const ended = { said: '', complained: '' };
  child.stdout.on('data', (data) => {
    ended.said += data;
  });
  child.stderr.on('data', (data) => {
    ended.complained += data;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...ended };
}

const data = newTestFolder();
const others = newTestFolder();
let folders = 0;
const emptyFolder = (): string => join(others, String(folders++));
let vinci: VinciProcess;

beforeAll(async () => {
  vinci = await VinciProcess.start({ data, environment: ENVIRONMENT });
}, 300_000);
afterAll(async () => {
  await vinci?.stop();
  for (const folder of [data, others]) rmSync(folder, { recursive: true, force: true });
});

const refusedStart = async (environment: Readonly<Record<string, string>>): Promise<string> => {
  const { code, said, complained } = await run('dist/main.js', [], {
    PORT: String(await freePort()),
    VINCI_DATA: emptyFolder(),
    ...environment,
  });
  expect({ code, said }).toEqual({ code: 1, said: '' });
  const sentences = complained.trim().split('\n');
  expect(sentences).toHaveLength(1);
  return sentences[0]!;
};

test('a second start on the same data folder is refused', async () => {
  expect(await refusedStart({ VINCI_DATA: data })).toBe(
    `Another Vinci (process ${vinci.pid}) uses the data folder ${data}: stop it, or set VINCI_DATA to another folder.`,
  );
});

test('a port that is taken is told before any database is started', async () => {
  const folder = emptyFolder();
  expect(await refusedStart({ PORT: String(vinci.port), VINCI_DATA: folder })).toMatch(
    /^Port \d+ on 127\.0\.0\.1 is taken .*set PORT to a free port\.$/,
  );
  expect(databasePid(folder)).toBeUndefined();
});

test('a database of your own that is not there, or is none', async () => {
  const silentPort = await freePort();
  expect(await refusedStart({ NEO4J_URI: `bolt://127.0.0.1:${silentPort}`, NEO4J_PASSWORD: 'x' })).toBe(
    `Neo4j at bolt://127.0.0.1:${silentPort} cannot be reached: check NEO4J_URI and that the server runs.`,
  );
  const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
  const address = web.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  expect(await refusedStart({ NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_PASSWORD: 'x' })).toMatch(
    /^Neo4j at bolt:.* cannot be (reached|used): .*\.$/,
  );
  web.close();
});

test('a wrong configuration is told at once, all faults together', async () => {
  expect(await refusedStart({ PORT: 'http', HOST: '0.0.0.0', VINCI_AUTH: 'off' })).toMatch(
    /^The configuration cannot be used: PORT is "http".*; VINCI_AUTH=off works on loopback only.*\.$/,
  );
});

test('a machine that can run no Neo4j', async () => {
  const nothing = { PATH: '/nowhere', JAVA_HOME: '', XDG_CACHE_HOME: emptyFolder() };
  expect(await refusedStart(nothing)).toMatch(
    /^There is no way to run a local Neo4j here: install .*, or start Docker, or set NEO4J_URI to a Neo4j 5\.26 or later\.$/,
  );
});

test('a token is made on the machine itself while Vinci runs', async () => {
  const { code, said, complained } = await run('bin/vinci.mjs', ['token', 'create', '--name', 'joe', '--role', 'reader'], {
    VINCI_DATA: data,
  });
  expect({ code, complained }).toMatchObject({ code: 0 });
  const client = new HttpClient(vinci.url, said.split('\n')[0]!, 1);
  expect(await client.query('{ viewer { name role } }', {})).toEqual({ viewer: { name: 'joe', role: 'READER' } });
  client.close();
});

test('the sample that cannot be told ends with an error that says why', async () => {
  const { code, complained } = await run('dist/sample/main.js', [], { VINCI_URL: vinci.url, VINCI_TOKEN: 'not-a-token' });
  expect({ code, complained }).toEqual({
    code: 1,
    complained: 'Vinci does not know the token: set VINCI_TOKEN to one that its administrator gave you.\n',
  });
});

test('ended while the sample is told, it ends in order and without a complaint', async () => {
  const { uri, user, password } = findRunning(data)!;
  const folder = emptyFolder();
  const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const told = await VinciProcess.start({ data: folder, options: ['--sample'], environment });
  const said = (): string => readFileSync(join(folder, 'vinci-process.log'), 'utf8');
  while (!said().includes('Telling')) await sleep(50);
  told.child.kill('SIGTERM');
  expect((await once(told.child, 'exit'))[0]).toBe(0);
  // Where the log ended is no complaint.
  const [, ...after] = said().split('Telling')[1]!.trim().split('\n');
  expect(after.filter((line) => !line.includes('The head of the change log'))).toEqual([]);
});

test('after a kill a token can be made without Vinci, and what was acknowledged is there when it runs again', async () => {
  const client = new HttpClient(vinci.url, vinci.token, 1);
  const event = {
    eventType: 'COMPLETE',
    eventTime: '2026-01-02T03:04:05Z',
    producer: 'https://example.org/platform',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: '5b0c3a34-6b7e-4b58-a8a5-7b3fcb9a3a01' },
    job: { namespace: 'platform', name: 'copy' },
    outputs: [{ namespace: 'platform', name: 'kept' }],
  };
  expect((await client.post('/api/v1/lineage', Buffer.from(JSON.stringify(event)))).status).toBe(201);
  client.close();
  await vinci.kill();
  const { code, said, complained } = await run('bin/vinci.mjs', ['token', 'create', '--name', 'ann', '--role', 'admin'], {
    VINCI_DATA: data,
  });
  expect({ code, complained }).toMatchObject({ code: 0 });
  expect(databasePid(data)).toBeUndefined();
  vinci = await VinciProcess.start({ data, environment: ENVIRONMENT });
  const ann = new HttpClient(vinci.url, said.split('\n')[0]!, 1);
  expect(await ann.query('{ viewer { name } dataset(namespace: "platform", name: "kept") { id } }', {})).toEqual({
    viewer: { name: 'ann' },
    dataset: { id: 'dataset:platform/kept' },
  });
  ann.close();
}, 400_000);
