/**
 * `npm run test:s3`: the built server with its artifacts in a bucket of moto, an S3 that runs in this machine. `--smoke`: without what
 * takes restarts.
 */
import { deepStrictEqual as equal, ok } from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ArtifactClient, sha256 } from '../support/artifact-client.js';
import { ArtifactDocument, PurgeArtifactsDocument } from '../support/generated/operations.js';
import { HttpClient } from '../support/http-client.js';
import { startTestNeo4j } from '../support/neo4j.js';
import { freePort, VinciProcess } from '../support/vinci-process.js';
import { Moto } from './moto.js';

const SMOKE = process.argv.includes('--smoke');
const data = mkdtempSync(join(tmpdir(), 'vinci-s3-'));
const neo4j = await startTestNeo4j();
const moto = await Moto.start('artifacts-of-this-test');
const { uri, user, password } = neo4j.connection;
const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, ...moto.environment };
const port = await freePort();
let vinci = await VinciProcess.start({ data, port, environment });
const client = new ArtifactClient(vinci.url, vinci.token);
const graphql = new HttpClient(vinci.url, vinci.token, 4);

const keyOf = (hash: string): string => `vinci/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
const isHeld = async (hash: string): Promise<boolean> => (await moto.keys()).objects.includes(keyOf(hash));
const incoming = (): string[] => {
  const folder = join(data, 'artifacts', 'incoming');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const artifact = async (hash: string) => (await graphql.query(ArtifactDocument, { hash })).artifact;
const purge = async () => {
  await sleep(1_100);
  return (await graphql.query(PurgeArtifactsDocument, { input: { olderThan: 'PT1S', dryRun: false } })).purgeArtifacts;
};

async function roundTrip(size: number): Promise<string> {
  const bytes = randomBytes(size);
  const hash = sha256(bytes);
  equal((await client.put(hash, bytes, { query: '?name=model.pkl&kind=MODEL' })).status, 201);
  ok(await isHeld(hash));
  equal(incoming(), []);
  const got = await client.get(hash);
  equal([got.status, got.headers['content-disposition']], [200, 'attachment; filename="model.pkl"']);
  ok(got.body.equals(bytes));
  const range = await client.get(hash, { range: `bytes=${size - 100}-` });
  equal([range.status, range.headers['content-range']], [206, `bytes ${size - 100}-${size - 1}/${size}`]);
  ok(range.body.equals(bytes.subarray(size - 100)));
  equal((await client.put(hash, bytes)).status, 200);
  return hash;
}

async function manyAtOnce(): Promise<void> {
  const bytes = randomBytes(200_000);
  const replies = await Promise.all([1, 2, 3, 4].map(() => client.post(bytes)));
  equal(replies.map(({ status }) => status).sort(), [200, 200, 200, 201]);
}

async function wrongContent(): Promise<void> {
  const before = await moto.keys();
  const { status, json } = await client.put(sha256(randomBytes(10)), randomBytes(12_000_000));
  equal([status, json.code], [422, 'WRONG_CONTENT']);
  equal(await moto.keys(), before);
  equal([incoming(), before.unfinished], [[], []]);
}

async function purgeWhileDownloading(): Promise<void> {
  const bytes = randomBytes(30_000_000);
  const hash = sha256(bytes);
  await client.put(hash, bytes);
  const request = client.open('GET', `/${hash}`);
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const { complete, receipts } = await purge();
  equal(complete, true);
  ok(receipts.some(({ id, outcome }) => id === `artifact:${hash}` && outcome === 'APPLIED'));
  equal((await moto.keys()).objects, []);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  ok(Buffer.concat(chunks).equals(bytes));
  equal([(await client.get(hash)).status, (await artifact(hash))?.stored], [404, false]);
  equal((await client.put(hash, bytes)).status, 201);
  ok((await client.get(hash)).body.equals(bytes));
}

async function killedWhileStoring(): Promise<void> {
  const bytes = randomBytes(40_000_000);
  const hash = sha256(bytes);
  await client.putPart(hash, bytes, 0, 20_000_000);
  const last = client.putPart(hash, bytes, 20_000_000, 40_000_000).catch(() => undefined);
  // All of it is here, and on its way into the bucket.
  while (!(await moto.keys()).unfinished.includes(keyOf(hash))) await sleep(5);
  await vinci.kill();
  await last;
  equal(await isHeld(hash), false);
  vinci = await VinciProcess.start({ data, port, environment });
  // Moto says of each upload in parts that it was begun years ago: what was left behind is cleared away at the start.
  for (const end = Date.now() + 30_000; (await moto.keys()).unfinished.length > 0; await sleep(100))
    ok(Date.now() < end, 'What the killed server left behind in the bucket is still there.');
  equal([await artifact(hash), (await client.get(hash)).status], [null, 404]);
  equal((await client.progress(hash, bytes.length)).status, 201);
  ok((await client.get(hash)).body.equals(bytes));
}

async function bucketAway(): Promise<void> {
  const bytes = randomBytes(1_000_000);
  const hash = sha256(bytes);
  await moto.stop();
  const { status, json, headers } = await client.put(hash, bytes);
  equal([status, json.code, headers['retry-after']], [503, 'UNAVAILABLE', '10']);
  await moto.start();
  equal((await client.put(hash, bytes)).status, 201);
}

const checks: readonly (readonly [name: string, smoke: boolean, run: () => Promise<unknown>])[] = [
  ['a small artifact goes into the bucket and comes back', true, () => roundTrip(1_000)],
  ['a large one goes in parts', true, () => roundTrip(30_000_000)],
  ['the same by many at once', true, manyAtOnce],
  ['another content than its hash says leaves nothing', true, wrongContent],
  ['a purge while a download runs', true, purgeWhileDownloading],
  ['the server is killed while it stores', false, killedWhileStoring],
  ['the bucket is away, and comes back', false, bucketAway],
];

let failed = 0;
const chosen = checks.filter(([, smoke]) => smoke || !SMOKE);
try {
  for (const [name, , run] of chosen)
    try {
      await run();
      console.log(`passed: ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED: ${name}: ${error instanceof Error ? error.stack : error}`);
    }
} finally {
  graphql.close();
  await vinci.stop();
  await moto.stop();
  await neo4j.stop();
  rmSync(data, { recursive: true, force: true });
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
