import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Access } from '../../src/access/access.js';
import { Policies } from '../../src/access/policies.js';
import { PolicyRepository } from '../../src/access/policy.repository.js';
import { viewerOverAll } from '../../src/access/viewer.js';
import { LocalArtifactStore } from '../../src/artifact-store/local-store.js';
import { Spool } from '../../src/artifact-store/spool.js';
import type { ArtifactRow } from '../../src/catalog/artifact/artifact.js';
import { purgeArtifacts } from '../../src/catalog/artifact/purge.mutation.js';
import { findEntities } from '../../src/catalog/entity/entity.repository.js';
import { Feed } from '../../src/events/feed.js';
import { followedLog } from '../../src/events/followed-log.js';
import { createContext } from '../../src/graphql/context.js';
import { Uploads } from '../../src/ingest/artifacts/uploads.js';
import { LineageReader } from '../../src/lineage/lineage-reader.js';
import type { Connection, Neo4jDatabase } from '../../src/neo4j/driver.js';
import { Turns } from '../../src/turns.js';
import { Writer } from '../../src/write/writer.js';
import { ArtifactClient, sha256 } from '../support/artifact-client.js';
import { ask } from '../support/ask.js';
import {
  ArtifactDocument,
  ArtifactsDocument,
  PurgeArtifactsDocument,
  type PurgeArtifactsInput,
  RecordTrainedModelDocument,
  type RecordTrainedModelMutation,
  RegisterArtifactDocument,
  type RegisterArtifactInput,
  RegisterModelDocument,
} from '../support/generated/operations.js';
import { HttpClient } from '../support/http-client.js';
import { newTestFolder, testDatabase, testNeo4j, uniqueNamespace } from '../support/neo4j.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { issueTo } from '../support/token.js';
import { VinciProcess } from '../support/vinci-process.js';

/** Somebody uploads jars and models, and gets them back; an administrator purges what nobody needs. */
const MOST = 50 * 1024 * 1024;
const data = newTestFolder();
const store = join(data, 'artifacts');
let neo4j: Connection;
let app: TestApp;
let client: ArtifactClient;
let graphql: HttpClient;

beforeAll(async () => {
  neo4j = await testNeo4j();
  app = await startTestApp(neo4j, { dataFolder: data, artifacts: store, artifactMaxBytes: MOST });
  client = new ArtifactClient(app.url, app.token);
  graphql = new HttpClient(app.url, app.token, 4);
});
afterAll(async () => {
  graphql?.close();
  await app?.stop();
  rmSync(data, { recursive: true, force: true });
});

/** Content that nobody else has. */
const content = (size = 1000): Buffer => randomBytes(size);
const pathOf = (hash: string, root = store): string => join(root, hash.slice(0, 2), hash.slice(2, 4), hash);
const incoming = (root = store): string[] => (existsSync(join(root, 'incoming')) ? readdirSync(join(root, 'incoming')) : []);
const artifact = async (hash: string) => (await graphql.query(ArtifactDocument, { hash })).artifact;
const register = async (input: Partial<RegisterArtifactInput>) =>
  (await graphql.query(RegisterArtifactDocument, { input: input as RegisterArtifactInput })).registerArtifact;
const purge = async (input: Partial<PurgeArtifactsInput>) =>
  (await graphql.query(PurgeArtifactsDocument, { input: { olderThan: 'PT1S', dryRun: false, ...input } })).purgeArtifacts;
/** Until what was uploaded is older than a second. */
const oneSecond = () => sleep(1_100);

async function upload(bytes = content(), query = ''): Promise<string> {
  const hash = sha256(bytes);
  expect(await client.put(hash, bytes, { query })).toMatchObject({ status: 201 });
  return hash;
}

/** Sends the beginning of a body that is announced as longer, until the server has it, and breaks the connection. */
async function cutOff(to: ArtifactClient, hash: string, bytes: Buffer, sent: number, root = store): Promise<void> {
  const request = to.open('PUT', `/${hash}`, { 'content-length': String(bytes.length) });
  request.on('error', () => undefined);
  request.write(bytes.subarray(0, sent));
  while ((await to.progress(hash, bytes.length)).headers.range !== `bytes=0-${sent - 1}`) await sleep(20);
  const closed = new Promise((resolve) => request.once('close', resolve));
  request.destroy();
  await closed;
  expect(incoming(root)).toContain(`${hash}.part`);
}

describe('upload and download', () => {
  test('by hash: with its name, kind and type, and back byte by byte', async () => {
    const bytes = content(3_000_000);
    const hash = sha256(bytes);
    const id = `artifact:${hash}`;
    const url = `/api/v1/artifacts/${hash}`;
    const put = await client.put(hash, bytes, { query: '?name=churn.csv&kind=DATA_FRAME', headers: { 'content-type': 'text/csv' } });
    expect([put.status, put.json]).toEqual([201, { id, hash, size: 3_000_000, url, position: expect.stringMatching(/^\d+$/) }]);
    expect(await artifact(hash)).toMatchObject({
      ...{ id, name: 'churn.csv', artifactKind: 'DATA_FRAME', mediaType: 'text/csv', size: 3_000_000 },
      ...{ hash, location: null, stored: true, url, referenceCount: 0, references: { nodes: [] } },
    });
    const got = await client.get(hash);
    expect(got.body.equals(bytes)).toBe(true);
    const headers = {
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-disposition': 'attachment; filename="churn.csv"',
      'content-length': '3000000',
      'content-type': 'text/csv',
      etag: `"${hash}"`,
      'x-content-type-options': 'nosniff',
    };
    expect([got.status, got.headers]).toEqual([200, expect.objectContaining(headers)]);
    const head = await client.head(hash);
    expect([head.status, head.headers, head.body.length]).toEqual([200, expect.objectContaining(headers), 0]);
    expect(existsSync(pathOf(hash))).toBe(true);
    expect(incoming()).toEqual([]);
  });

  test('without knowing the hash', async () => {
    const bytes = content();
    const hash = sha256(bytes);
    const post = await client.post(bytes, '?name=model.pkl&kind=MODEL', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([post.status, post.json]).toMatchObject([201, { hash, size: 1000 }]);
    expect(await artifact(hash)).toMatchObject({ name: 'model.pkl', artifactKind: 'MODEL', mediaType: null });
    expect((await client.get(hash)).headers['content-type']).toBe('application/octet-stream');
    expect((await client.post(bytes)).status).toBe(200);
    expect(incoming()).toEqual([]);
  });

  test('of nothing at all, and in chunks of unknown length', async () => {
    const nothing = sha256(Buffer.alloc(0));
    expect([200, 201]).toContain((await client.progress(nothing, 0)).status);
    await client.put(nothing, Buffer.alloc(0));
    expect((await client.get(nothing)).headers['content-length']).toBe('0');
    const bytes = content(100_000);
    const put = await client.send('PUT', `/${sha256(bytes)}`, bytes, {
      'transfer-encoding': 'chunked',
    });
    expect(put.status).toBe(201);
    expect((await client.get(sha256(bytes))).body.equals(bytes)).toBe(true);
  });

  test('what is there already is answered at once, whoever sends it under which name', async () => {
    const bytes = content();
    const hash = await upload(bytes, '?name=first.bin');
    const again = await client.put(hash, bytes, { query: '?name=second.bin' });
    expect([again.status, again.json]).toMatchObject([200, { hash, size: 1000 }]);
    expect((await client.progress(hash, 1000)).status).toBe(200);
    expect(await artifact(hash)).toMatchObject({ name: 'first.bin' });
  });

  test('the same by many at once is there once', async () => {
    const bytes = content(2_000_000);
    const hash = sha256(bytes);
    const replies = await Promise.all([
      client.put(hash, bytes),
      client.put(hash, bytes),
      client.put(hash, bytes),
      client.post(bytes),
      client.post(bytes),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect((await client.get(hash)).body.equals(bytes)).toBe(true);
    expect(incoming()).toEqual([]);
  });

  test('whoever has it already is told so', async () => {
    const hash = await upload();
    for (const tag of [`"${hash}"`, `W/"${hash}"`, `"other", "${hash}"`, '*'])
      expect([tag, (await client.get(hash, { 'if-none-match': tag })).status]).toEqual([tag, 304]);
    expect((await client.get(hash, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('what could do harm in a browser is sent as bytes, under a name that leads nowhere', async () => {
    const bytes = Buffer.from(`<script>${content().toString('hex')}</script>`);
    const hash = sha256(bytes);
    await client.put(hash, bytes, { query: `?name=${encodeURIComponent('größe "1".html')}`, headers: { 'content-type': 'text/html' } });
    const { headers } = await client.get(hash);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toBe(`attachment; filename="gr__e _1_.html"; filename*=UTF-8''gr%C3%B6%C3%9Fe%20%221%22.html`);
    for (const name of ['../../etc/passwd', 'a\\b', 'a\nb', '', ' x', 'x'.repeat(256)]) {
      const { status, json } = await client.post(content(), `?name=${encodeURIComponent(name)}`);
      expect([name, status, json.code, json.path]).toEqual([name, 400, 'BAD_INPUT', ['name']]);
    }
    expect(incoming()).toEqual([]);
  });
});

describe('ranges', () => {
  const bytes = Buffer.from('0123456789');
  const hash = sha256(bytes);
  beforeAll(() => client.put(hash, bytes));

  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
  ])('%s', async (range, body, contentRange) => {
    const reply = await client.get(hash, { range });
    expect([reply.status, reply.body.toString(), reply.headers['content-range']]).toEqual([206, body, contentRange]);
    expect(reply.headers['content-length']).toBe(String(body.length));
  });

  test('what is not there', async () => {
    const reply = await client.get(hash, { range: 'bytes=10-' });
    expect([reply.status, reply.headers['content-range'], reply.body.length]).toEqual([416, 'bytes */10', 0]);
  });

  test('several, or what is not understood: all of it; also if it is another by now', async () => {
    const others: Record<string, string>[] = [
      { range: 'bytes=0-1,3-4' },
      { range: 'lines=1-2' },
      { range: 'bytes=0-1', 'if-range': '"other"' },
    ];
    for (const headers of others) expect([headers, (await client.get(hash, headers)).body.toString()]).toEqual([headers, '0123456789']);
    expect((await client.get(hash, { range: 'bytes=0-1', 'if-range': `"${hash}"` })).status).toBe(206);
  });
});

describe('an upload in parts', () => {
  test('each says how far it has come; the last ends it', async () => {
    const bytes = content(300_000);
    const hash = sha256(bytes);
    expect([(await client.progress(hash, 300_000)).status, (await client.progress(hash, 300_000)).headers.range]).toEqual([308, undefined]);
    const first = await client.putPart(hash, bytes, 0, 100_000);
    expect([first.status, first.headers.range, first.json]).toEqual([308, 'bytes=0-99999', { received: 100_000, total: 300_000 }]);
    expect((await client.putPart(hash, bytes, 100_000, 200_000)).headers.range).toBe('bytes=0-199999');
    expect(await artifact(hash)).toBeNull();
    expect((await client.get(hash)).status).toBe(404);
    // A part again, as after an answer that was lost; and one too far on.
    expect((await client.putPart(hash, bytes, 100_000, 200_000)).headers.range).toBe('bytes=0-199999');
    expect((await client.putPart(hash, bytes, 250_000, 300_000)).headers.range).toBe('bytes=0-199999');
    expect((await client.putPart(hash, bytes, 200_000, 300_000)).status).toBe(201);
    expect((await client.get(hash)).body.equals(bytes)).toBe(true);
    expect(incoming()).toEqual([]);
  });

  test('goes on after the connection was cut', async () => {
    const bytes = content(10_000_000);
    const hash = sha256(bytes);
    await cutOff(client, hash, bytes, 4_000_000);
    expect(await artifact(hash)).toBeNull();
    // The server may not have noticed yet that nobody sends any more.
    let reply = await client.putPart(hash, bytes, 4_000_000, bytes.length);
    for (let tries = 0; reply.status === 503 && tries < 50; tries++) {
      await sleep(50);
      reply = await client.putPart(hash, bytes, 4_000_000, bytes.length);
    }
    expect(reply.status).toBe(201);
    expect((await client.get(hash)).body.equals(bytes)).toBe(true);
  });

  test('while another request sends to it', async () => {
    const bytes = content(1_000_000);
    const hash = sha256(bytes);
    const slow = client.open('PUT', `/${hash}`, { 'content-length': '1000000' });
    slow.write(bytes.subarray(0, 500_000));
    while ((await client.progress(hash, 1_000_000)).headers.range !== 'bytes=0-499999') await sleep(20);
    const other = await client.putPart(hash, bytes, 500_000, 1_000_000);
    expect([other.status, other.json.code, other.headers['retry-after']]).toEqual([503, 'UNAVAILABLE', '2']);
    // One that sends all of it need not wait.
    expect((await client.put(hash, bytes)).status).toBe(201);
    slow.end(bytes.subarray(500_000));
    const [response] = (await once(slow, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    response.resume();
    expect(incoming()).toEqual([]);
  });
});

describe('what is refused, and leaves nothing', () => {
  const nothingOf = async (hash: string) => {
    expect(incoming()).toEqual([]);
    expect(existsSync(pathOf(hash))).toBe(false);
    expect(await artifact(hash)).toBeNull();
  };

  test('another content than its hash says', async () => {
    const bytes = content();
    const hash = sha256(content());
    const { status, json } = await client.put(hash, bytes);
    expect([status, json.code]).toEqual([422, 'WRONG_CONTENT']);
    expect(json.message).toContain(hash);
    expect(json.message).toContain(sha256(bytes));
    await nothingOf(hash);
    await nothingOf(sha256(bytes));
  });

  test('another content in parts', async () => {
    const bytes = content();
    const hash = sha256(content());
    await client.putPart(hash, bytes, 0, 500);
    expect((await client.putPart(hash, bytes, 500, 1000)).status).toBe(422);
    await nothingOf(hash);
  });

  test('another size than was announced', async () => {
    const bytes = content();
    const hash = sha256(bytes);
    const more = await client.put(hash, bytes, { headers: { 'content-range': 'bytes 0-99/1000' } });
    expect([more.status, more.json.message]).toEqual([400, 'The Content-Range announces 100 bytes, and the Content-Length 1000.']);
    const chunked = { 'content-range': 'bytes 0-99/1000', 'transfer-encoding': 'chunked' };
    expect((await client.send('PUT', `/${hash}`, bytes, chunked)).json.code).toBe('WRONG_CONTENT');
    await nothingOf(hash);
    await client.putPart(hash, bytes, 0, 500);
    expect((await client.progress(hash, 400)).json).toMatchObject({
      code: 'WRONG_CONTENT',
      message: expect.stringContaining('500 bytes, not 400'),
    });
    await nothingOf(hash);
    await upload(bytes);
    expect((await client.progress(hash, 999)).status).toBe(422);
    expect((await client.put(hash, bytes.subarray(1))).status).toBe(422);
  });

  test('more than there can be, announced or not', async () => {
    const hash = sha256(Buffer.alloc(MOST + 1));
    expect((await client.progress(hash, MOST + 1)).status).toBe(413);
    const { status, json } = await client.send('PUT', `/${hash}`, Buffer.alloc(MOST + 1), {
      'transfer-encoding': 'chunked',
    });
    expect([status, json.message]).toEqual([413, expect.stringContaining('VINCI_ARTIFACT_MAX_BYTES')]);
    await nothingOf(hash);
  });

  test.each([
    '..%2f..%2fetc%2fpasswd',
    '../../incoming',
    `${'a'.repeat(63)}%00`,
    'A'.repeat(64),
    'a'.repeat(63),
    `${'a'.repeat(62)}/a`,
    '%2e%2e',
    'incoming',
  ])('%s as a hash', async (hash) => {
    // `URL` would take the dots away: as they are, over the socket.
    for (const method of ['GET', 'PUT']) {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
      socket.write(
        `${method} /api/v1/artifacts/${hash} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${app.token}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      );
      let answer = '';
      for await (const chunk of socket) answer += chunk;
      expect(answer).toMatch(/^HTTP\/1.1 40[04] /);
    }
    expect(readdirSync(data)).toEqual(['artifacts']);
    expect(incoming()).toEqual([]);
  });

  test('what is not an artifact itself', async () => {
    const hash = sha256(content());
    for (const [headers, said] of [
      [{ 'content-encoding': 'gzip' }, 'Content-Encoding'],
      [{ 'content-type': 'multipart/form-data; boundary=x' }, 'curl -T'],
    ] as const)
      expect(await client.put(hash, content(), { headers })).toMatchObject({
        status: 415,
        json: { message: expect.stringContaining(said) },
      });
    expect((await client.put(hash, content(), { headers: { 'content-range': 'bytes 5-2/10' } })).json.message).toContain('bytes */TOTAL');
    expect((await client.post(content(), '', { 'content-range': 'bytes 0-999/2000' })).json.message).toContain('PUT /api/v1/artifacts/');
    expect((await client.put(hash, content(), { query: '?kind=SECRET' })).json.message).toContain('must be one of JAR');
    expect((await client.put(hash, content(), { query: '?path=/etc' })).status).toBe(400);
    await nothingOf(hash);
  });
});

test('readers download, editors upload, administrators purge; strangers see nothing', async () => {
  const bytes = content();
  const hash = await upload(bytes);
  const tokens = new Map<string, string>();
  for (const role of ['READER', 'CONNECTOR', 'EDITOR', 'STEWARD'] as const) {
    tokens.set(role, await issueTo(app.url, app.token, { name: `${role}-${uniqueNamespace()}`, role }));
  }
  for (const [role, token] of tokens) {
    const own = new ArtifactClient(app.url, token);
    expect((await own.get(hash)).status).toBe(200);
    const mayUpload = role === 'EDITOR' || role === 'STEWARD';
    expect([role, (await own.post(content())).status]).toEqual([role, mayUpload ? 201 : 403]);
    expect([role, (await own.put(hash, bytes)).status]).toEqual([role, mayUpload ? 200 : 403]);
    const { errors } = await ask(app.url, token, 'mutation { purgeArtifacts { count } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  const stranger = new ArtifactClient(app.url, 'nobody-knows-this-token');
  expect([(await stranger.get(hash)).status, (await stranger.post(content())).status]).toEqual([401, 401]);
});

describe('the catalog', () => {
  test('what lies elsewhere is registered by its URI, or by its digest', async () => {
    const ns = uniqueNamespace();
    const uri = `s3://${ns}/models/churn.onnx`;
    const elsewhere = await register({ location: uri, kind: 'MODEL', size: 12, description: 'A model of old' });
    expect(elsewhere.artifact).toMatchObject({
      ...{ id: expect.stringMatching(/^artifact:at-[0-9a-f]{64}$/), name: 'churn.onnx', description: 'A model of old' },
      ...{ artifactKind: 'MODEL', size: 12, hash: null, location: uri, stored: false, url: null },
    });
    const again = await register({ location: uri, kind: 'MODEL', size: 12, description: 'A model of old' });
    expect(again.receipts).toMatchObject([{ outcome: 'UNCHANGED', id: elsewhere.artifact?.id }]);

    const digest = sha256(content());
    const image = await register({ location: `docker://registry.example/${ns}@sha256:${digest}`, kind: 'IMAGE' });
    expect(image.artifact).toMatchObject({ id: `artifact:${digest}`, hash: digest, artifactKind: 'IMAGE' });
    const { json } = await client.get(digest);
    expect([json.code, json.message]).toEqual(['NOT_FOUND', expect.stringContaining('it lies at docker://registry.example/')]);

    const nodes = async (filter: object) => {
      const { artifacts } = await graphql.query(ArtifactsDocument, { filter, first: null, after: null } as never);
      return artifacts.nodes.map(({ id }) => id);
    };
    expect(await nodes({ text: `CHURN ${ns}` })).toEqual([elsewhere.artifact?.id]);
    expect(await nodes({ text: ns, kind: 'IMAGE' })).toEqual([image.artifact?.id]);
    expect(await nodes({ text: ns, stored: true })).toEqual([]);
    expect(await nodes({ text: ns, referenced: true })).toEqual([]);
    expect((await nodes({ text: ns, referenced: false })).sort()).toEqual([elsewhere.artifact?.id, image.artifact?.id].sort());
  });

  test('what was uploaded is named and described later', async () => {
    const hash = await upload();
    expect(await artifact(hash)).toMatchObject({ name: hash.slice(0, 12), artifactKind: 'OTHER' });
    const { artifact: named } = await register({
      hash,
      name: 'report.html',
      kind: 'REPORT',
      mediaType: 'text/html',
      location: 'https://x.example/r',
    });
    expect(named).toMatchObject({ name: 'report.html', artifactKind: 'REPORT', mediaType: 'text/html', size: 1000, stored: true });
    const found = await graphql.query<{ search: { nodes: { id: string }[] } }>(
      'query ($q: String!) { search(query: $q, filter: { kinds: [ARTIFACT] }) { nodes { id } } }',
      { q: 'report.html' },
    );
    expect(found.search.nodes).toContainEqual({ id: `artifact:${hash}` });
  });

  test('refuses what cannot be, and says what would be right', async () => {
    const hash = await upload();
    const refusals = async (input: Partial<RegisterArtifactInput>) => (await register(input)).receipts[0]?.problems.map(({ rule }) => rule);
    expect(await refusals({ name: 'x' })).toEqual(['artifact-place']);
    expect(await refusals({ hash: sha256(content()), name: 'x' })).toEqual(['known-artifact']);
    expect(await refusals({ hash, size: 3 })).toEqual(['artifact-size']);
    for (const [input, said] of [
      [{ hash: 'abc' }, '64 hex digits'],
      [{ location: 'no uri' }, 'must be a URI'],
      [{ location: 'https://me:secret@x.example/y' }, 'must not hold a password'],
      [{ hash, name: 'a/b' }, 'without slashes'],
      [{ hash, size: -1 }, 'must not be negative'],
    ] as const)
      await expect(register(input)).rejects.toThrow(said);
  });
});

const PUBLISH = `mutation ($input: PublishSegmentInput!) {
  publishSegment(input: $input) { segmentVersion { id } receipts { outcome problems { rule message } } }
}`;

interface Published {
  readonly publishSegment: {
    readonly segmentVersion: { readonly id: string } | null;
    readonly receipts: readonly { readonly outcome: string; readonly problems: readonly { rule: string; message: string }[] }[];
  };
}

/** A segment whose code is built into an artifact. */
async function publish(artifactId: string, name = uniqueNamespace('segment')): Promise<Published['publishSegment']> {
  const definition = { fits: 'NONE', code: { entryPoint: 'clean', artifact: artifactId }, params: [], schema: {} };
  const { publishSegment } = await graphql.query<Published>(PUBLISH, { input: { namespace: 'artifacts', name, definition } });
  return publishSegment;
}

describe('references and purge', () => {
  test('a segment refers to the jar that it is built into, which has to be there', async () => {
    const bytes = content();
    const id = `artifact:${sha256(bytes)}`;
    expect((await publish(id)).receipts).toMatchObject([{ outcome: 'REFUSED', problems: [{ rule: 'available-artifact' }] }]);
    const hash = await upload(bytes);
    const { segmentVersion } = await publish(id);
    expect(await artifact(hash)).toMatchObject({
      referenceCount: 1,
      references: { nodes: [{ id: segmentVersion?.id, kind: 'SEGMENT_VERSION' }] },
    });
  });

  test('so does a training', async () => {
    const namespace = uniqueNamespace('model');
    const task = { task: 'CLASSIFICATION', learning: 'UNSUPERVISED' } as const;
    await graphql.query<unknown>(RegisterModelDocument.toString(), { input: { namespace, name: 'churn', ...task } });
    const train = async (hash: string) => {
      const input = { model: `model:${namespace}/churn`, artifacts: [`artifact:${hash}`] };
      const { recordTrainedModel } = await graphql.query<RecordTrainedModelMutation>(RecordTrainedModelDocument.toString(), { input });
      return recordTrainedModel.receipts[0];
    };
    const hash = await upload(content(), '?name=churn.pkl&kind=MODEL');
    expect(await train(hash)).toMatchObject({ outcome: 'APPLIED' });
    expect(await artifact(hash)).toMatchObject({
      referenceCount: 1,
      references: { nodes: [{ id: `trained-model:${namespace}/churn/1` }] },
    });
    const lost = await upload();
    await oneSecond();
    await purge({});
    expect((await client.get(hash)).status).toBe(200);
    expect(await train(lost)).toMatchObject({
      outcome: 'REFUSED',
      problems: [{ rule: 'available-artifact', path: ['input', 'artifacts', '0'] }],
    });
  });

  test('what nothing refers to goes, after it was said what would; what is referred to stays', async () => {
    const [unused, used] = [await upload(content(), '?name=unused.bin'), await upload()];
    await publish(`artifact:${used}`);
    expect((await purge({ olderThan: 'PT1H' })).count).toBe(0);
    await oneSecond();
    const dry = await purge({ dryRun: true });
    expect(dry.receipts).toContainEqual({ outcome: 'UNCHANGED', id: `artifact:${unused}`, problems: [] });
    expect((await client.get(unused)).status).toBe(200);

    const done = await purge({});
    expect(done).toMatchObject({ dryRun: false, complete: true, count: dry.count, bytes: dry.bytes });
    expect(done.receipts).toContainEqual({ outcome: 'APPLIED', id: `artifact:${unused}`, problems: [] });
    expect(done.receipts.map(({ id }) => id)).not.toContain(`artifact:${used}`);
    expect((await client.get(unused)).status).toBe(404);
    expect(existsSync(pathOf(unused))).toBe(false);
    expect(await artifact(unused)).toMatchObject({ name: 'unused.bin', stored: false, url: null, removedAt: expect.any(String) });
    expect((await client.get(used)).status).toBe(200);
    expect((await purge({})).count).toBe(0);
  });

  test('what was purged cannot be referred to, until the same content is uploaded again', async () => {
    const bytes = content();
    const hash = await upload(bytes, '?name=back.bin');
    await oneSecond();
    await purge({});
    const refused = [{ outcome: 'REFUSED', problems: [{ rule: 'available-artifact' }] }];
    expect((await publish(`artifact:${hash}`)).receipts).toMatchObject(refused);
    // Whoever speaks of it does not bring the bytes back.
    await ask(app.url, app.token, 'mutation ($id: ID!) { describe(input: { id: $id, text: "gone" }) { position } }', {
      id: `artifact:${hash}`,
    });
    expect(await artifact(hash)).toMatchObject({ stored: false, url: null });
    expect((await client.get(hash)).status).toBe(404);
    expect((await publish(`artifact:${hash}`)).receipts).toMatchObject(refused);
    expect((await client.put(hash, bytes)).status).toBe(201);
    expect(await artifact(hash)).toMatchObject({ name: 'back.bin', stored: true, removedAt: null });
    expect((await client.get(hash)).body.equals(bytes)).toBe(true);
    expect((await publish(`artifact:${hash}`)).receipts).toMatchObject([{ outcome: 'APPLIED' }]);
  });

  test('an upload of what is there makes it young again', async () => {
    const bytes = content();
    const hash = await upload(bytes);
    await oneSecond();
    expect((await client.put(hash, bytes)).status).toBe(200);
    expect((await purge({})).receipts.map(({ id }) => id)).not.toContain(`artifact:${hash}`);
  });

  test('once nothing refers to it any more, it goes', async () => {
    const hash = await upload();
    const { segmentVersion } = await publish(`artifact:${hash}`);
    await oneSecond();
    await purge({});
    expect((await client.get(hash)).status).toBe(200);
    await ask(app.url, app.token, 'mutation ($id: ID!) { remove(input: { id: $id }) { position } }', { id: segmentVersion?.id });
    expect((await artifact(hash))?.referenceCount).toBe(0);
    await purge({});
    expect((await client.get(hash)).status).toBe(404);
  });

  test('who publishes while it is purged is either refused, or keeps it', async () => {
    const hashes = await Promise.all(Array.from({ length: 10 }, () => upload()));
    await oneSecond();
    const [, ...published] = await Promise.all([purge({}), ...hashes.map((hash) => publish(`artifact:${hash}`))]);
    for (const [at, { receipts }] of (published as Published['publishSegment'][]).entries()) {
      const hash = hashes[at]!;
      const { status } = await client.get(hash);
      expect([receipts[0]?.outcome, status]).toEqual(status === 200 ? ['APPLIED', 200] : ['REFUSED', 404]);
      expect(await artifact(hash)).toMatchObject({ stored: status === 200 });
    }
  });

  test('a download goes on to its end while the artifact is purged', async () => {
    const bytes = content(40_000_000);
    const hash = await upload(bytes);
    await oneSecond();
    const request = client.open('GET', `/${hash}`);
    request.end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    // Nobody reads: most of it is still on the server.
    await purge({});
    expect(existsSync(pathOf(hash))).toBe(false);
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  });

  test('bytes that nothing knows of are taken up by the next upload, or purged when they are old', async () => {
    const [known, old] = [content(), content()];
    for (const bytes of [known, old]) {
      const path = pathOf(sha256(bytes));
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, bytes);
    }
    expect((await client.get(sha256(known))).status).toBe(404);
    expect((await client.progress(sha256(known), 1000)).status).toBe(201);
    expect((await client.get(sha256(known))).body.equals(known)).toBe(true);
    await oneSecond();
    await purge({});
    expect(existsSync(pathOf(sha256(old)))).toBe(true);
    const twoHoursAgo = Date.now() / 1000 - 7200;
    utimesSync(pathOf(sha256(old)), twoHoursAgo, twoHoursAgo);
    expect((await purge({})).receipts).toContainEqual({ outcome: 'APPLIED', id: `artifact:${sha256(old)}`, problems: [] });
    expect(existsSync(pathOf(sha256(old)))).toBe(false);
  });

  test('what somebody removed is not given out, and comes back by an upload unless it was removed for good', async () => {
    const bytes = content();
    const hash = await upload(bytes);
    const remove = (ban: boolean) =>
      ask(app.url, app.token, 'mutation ($id: ID!, $ban: Boolean!) { remove(input: { id: $id, ban: $ban }) { position } }', {
        id: `artifact:${hash}`,
        ban,
      });
    await remove(false);
    expect((await client.get(hash)).status).toBe(404);
    expect((await client.put(hash, bytes)).status).toBe(201);
    expect((await client.get(hash)).status).toBe(200);
    await remove(true);
    const refused = await client.put(hash, bytes);
    expect([refused.status, refused.json.code]).toEqual([409, 'CONFLICT']);
    await oneSecond();
    await purge({});
    expect(existsSync(pathOf(hash))).toBe(false);
  });

  const removal = async (hash: string, ban = false) => {
    const answer = await graphql.query<{ remove: Published['publishSegment'] }>(
      'mutation ($id: ID!, $ban: Boolean!) { remove(input: { id: $id, ban: $ban }) { receipts { outcome problems { rule path message remedy } } } }',
      { id: `artifact:${hash}`, ban },
    );
    return answer.remove.receipts[0]!;
  };

  test('what something refers to is not removed, until that was; who asks is told what it is', async () => {
    const hash = await upload();
    const versions: (string | undefined)[] = [];
    for (let number = 0; number < 5; number++) versions.push((await publish(`artifact:${hash}`)).segmentVersion?.id);
    const named = [...versions].sort().slice(0, 3);
    for (const ban of [false, true])
      expect(await removal(hash, ban)).toEqual({
        outcome: 'REFUSED',
        problems: [
          {
            rule: 'in-use',
            path: ['input', 'id'],
            message: `Something refers to it (5 in all): ${named.map((id) => `"${id}"`).join(', ')}, 2 more.`,
            remedy: expect.stringContaining('Remove what refers to it first'),
          },
        ],
      });
    expect((await client.get(hash)).status).toBe(200);
    expect(await artifact(hash)).toMatchObject({ removedAt: null, referenceCount: 5 });
    for (const id of versions) await ask(app.url, app.token, 'mutation ($id: ID!) { remove(input: { id: $id }) { position } }', { id });
    expect(await removal(hash)).toEqual({ outcome: 'APPLIED', problems: [] });
    expect((await client.get(hash)).status).toBe(404);
    expect(await removal(sha256(content()))).toMatchObject({ outcome: 'REFUSED', problems: [{ rule: 'known-entity' }] });
  });

  test('who publishes while it is removed is either refused, or keeps it', async () => {
    const hashes = await Promise.all(Array.from({ length: 12 }, () => upload()));
    const both = await Promise.all(
      hashes.flatMap((hash, at) => {
        const pair = [() => publish(`artifact:${hash}`).then(({ receipts }) => receipts[0]!), () => removal(hash)];
        return (at % 2 === 0 ? pair : pair.reverse()).map((each) => each());
      }),
    );
    for (const [at, hash] of hashes.entries()) {
      const pair = both.slice(2 * at, 2 * at + 2);
      expect(pair.map(({ outcome }) => outcome).sort()).toEqual(['APPLIED', 'REFUSED']);
      const published = pair[at % 2]!.outcome === 'APPLIED';
      expect(await artifact(hash)).toMatchObject({ referenceCount: published ? 1 : 0, removedAt: published ? null : expect.any(String) });
    }
  });

  test('bytes that somebody took out of the store are told of, and can be uploaded again', async () => {
    const bytes = content();
    const hash = await upload(bytes);
    rmSync(pathOf(hash));
    expect((await client.get(hash)).json).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('upload it again') });
    expect((await client.put(hash, bytes)).status).toBe(200);
    expect((await client.get(hash)).status).toBe(200);
  });
});

test('two servers on one store: while one purges what is uploaded to the other again, nothing is in the catalog without its bytes', async () => {
  const folder = newTestFolder();
  const other = await startTestApp(neo4j, { dataFolder: folder, artifacts: store });
  try {
    const there = new ArtifactClient(other.url, other.token);
    for (let round = 0; round < 2; round++) {
      const contents = Array.from({ length: 12 }, () => content());
      for (const bytes of contents) await upload(bytes);
      await oneSecond();
      const [purged, ...replies] = await Promise.all([purge({}), ...contents.map((bytes) => there.put(sha256(bytes), bytes))]);
      expect(purged.complete).toBe(true);
      for (const [at, bytes] of contents.entries()) {
        const known = await artifact(sha256(bytes));
        const { status, body } = await client.get(sha256(bytes));
        expect([200, 201, 503]).toContain(replies[at]?.status);
        expect(status).toBe(known?.stored && !known.removedAt ? 200 : 404);
        if (status === 200) expect(body.equals(bytes)).toBe(true);
        // Whoever uploads it once more has it.
        await there.put(sha256(bytes), bytes);
        expect((await client.get(sha256(bytes))).status).toBe(200);
      }
    }
  } finally {
    await other.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('a purge by another server, which takes its time', () => {
  /** Resolves when `pass` is reached; whoever passes waits for `open`. */
  function gate() {
    let [open, arrive] = [(): void => undefined, (): void => undefined];
    const opened = new Promise<void>((resolve) => (open = resolve));
    const reached = new Promise<void>((resolve) => (arrive = resolve));
    const pass = (): Promise<void> => {
      arrive();
      return opened;
    };
    return { open, pass, reached };
  }
  let database: Neo4jDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database?.close());

  test('who uploads the same meanwhile is told to come again, and then has it', async () => {
    const bytes = content();
    const hash = await upload(bytes);
    await oneSecond();
    const { open, pass, reached } = gate();
    class SlowStore extends LocalArtifactStore {
      override async *list() {
        for await (const held of super.list()) if (held.hash === hash) yield held;
      }
      override async remove(removed: string) {
        await pass();
        await super.remove(removed);
      }
    }
    const turns = new Turns();
    const parts = {
      access: new Access(database, new Policies({ repository: new PolicyRepository(database) })),
      database,
      submit: new Writer(database).submit,
      lineage: new LineageReader(database),
      turns,
      feed: new Feed({ log: followedLog(database) }),
    };
    const context = await createContext(parts, { viewer: viewerOverAll('other', 'ADMIN'), requestId: 'purge' });
    const purging = purgeArtifacts({ store: new SlowStore(store), turns }, context, { olderThan: 'PT1S', dryRun: false });
    await reached;
    for (const reply of [await client.put(hash, bytes), await client.post(bytes)])
      expect(reply).toMatchObject({ status: 503, json: { message: expect.stringContaining('is purged at this moment') } });
    expect(await artifact(hash)).toMatchObject({ stored: false, removedAt: expect.any(String) });
    open();
    expect((await purging).count).toBe(1);
    expect(existsSync(pathOf(hash))).toBe(false);
    expect((await client.put(hash, bytes)).status).toBe(201);
    expect((await client.get(hash)).body.equals(bytes)).toBe(true);
    expect(incoming()).toEqual([]);
  });

  test('an upload that saw the bytes before they went does not enter them after', async () => {
    const bytes = content();
    const hash = await upload(bytes);
    await oneSecond();
    const { open, pass, reached } = gate();
    const { submit } = new Writer(database);
    const find = async () => (await findEntities(database, [`artifact:${hash}`]))[0] as ArtifactRow;
    const uploads = new Uploads({
      ...{ store: new LocalArtifactStore(store), spool: new Spool(newTestFolder()), turns: new Turns(), find, maxBytes: MOST },
      submit: async (fact) => {
        await pass();
        return submit(fact);
      },
    });
    // The bytes are there already: nothing is read of the request.
    const request = undefined as unknown as IncomingMessage;
    const entering = uploads.take({
      request,
      isHidden: async () => false,
      hash,
      length: bytes.length,
      sentBy: { name: 'other' },
      said: {},
    });
    await reached;
    expect((await purge({})).receipts).toContainEqual({ outcome: 'APPLIED', id: `artifact:${hash}`, problems: [] });
    open();
    await expect(entering).rejects.toThrow('is purged at this moment');
    expect(await artifact(hash)).toMatchObject({ stored: false, removedAt: expect.any(String) });
    expect((await client.put(hash, bytes)).status).toBe(201);
  });
});

describe('a full disk', () => {
  const folder = newTestFolder();
  const small = join(folder, 'artifacts');
  let full: TestApp;

  beforeAll(async () => {
    mkdirSync(small);
    // Where this is not allowed the test fails: nothing else fills a disk.
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', small]);
    full = await startTestApp(neo4j, { dataFolder: folder, artifacts: small });
  });
  afterAll(async () => {
    await full?.stop();
    execFileSync('umount', [small]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('is told clearly, and nothing stays of what did not fit', async () => {
    const own = new ArtifactClient(full.url, full.token);
    const fits = content(5_000_000);
    expect((await own.put(sha256(fits), fits)).status).toBe(201);
    const bytes = content(6_000_000);
    const hash = sha256(bytes);
    for (const send of [
      () => own.put(hash, bytes),
      () => own.post(bytes),
      () => own.put(hash, bytes, { headers: { 'content-range': `bytes 0-5999999/7000000` } }),
    ]) {
      const { status, json } = await send();
      expect([status, json.code, json.message]).toEqual([507, 'NO_SPACE', expect.stringContaining('nothing of it was kept')]);
      expect(incoming(small)).toEqual([]);
      expect(existsSync(pathOf(hash, small))).toBe(false);
      expect(await artifact(hash)).toBeNull();
    }
    const third = content(2_000_000);
    expect((await own.put(sha256(third), third)).status).toBe(201);
    expect((await own.get(sha256(fits))).body.equals(fits)).toBe(true);
  });

  test('a store on another file system, which is full', async () => {
    const other = newTestFolder();
    const apart = await startTestApp(neo4j, { dataFolder: other, artifacts: small });
    try {
      const own = new ArtifactClient(apart.url, apart.token);
      const [bytes, tooMuch] = [content(500_000), content(6_000_000)];
      expect((await own.put(sha256(bytes), bytes)).status).toBe(201);
      expect((await own.get(sha256(bytes))).body.equals(bytes)).toBe(true);
      expect((await own.put(sha256(tooMuch), tooMuch)).json.code).toBe('NO_SPACE');
      expect([incoming(join(other, 'artifacts')), incoming(small)]).toEqual([[], []]);
      expect(await artifact(sha256(tooMuch))).toBeNull();
    } finally {
      await apart.stop();
      rmSync(other, { recursive: true, force: true });
    }
  });
});

describe('the server stops', () => {
  test('in order, during uploads and downloads: the upload goes on where it was', async () => {
    const folder = newTestFolder();
    const root = join(folder, 'artifacts');
    const bytes = content(20_000_000);
    const hash = sha256(bytes);
    let own = await startTestApp(neo4j, { dataFolder: folder });
    const there = new ArtifactClient(own.url, own.token);
    const large = content(40_000_000);
    await there.put(sha256(large), large);
    const download = there.open('GET', `/${sha256(large)}`);
    download.end();
    const [response] = (await once(download, 'response')) as [IncomingMessage];
    const upload = there.open('PUT', `/${hash}`, { 'content-length': String(bytes.length) });
    upload.on('error', () => undefined);
    upload.write(bytes.subarray(0, 5_000_000));
    while ((await there.progress(hash, bytes.length)).headers.range !== 'bytes=0-4999999') await sleep(20);
    const cut = once(response, 'error');
    await own.stop();
    response.resume();
    await cut;
    expect(incoming(root)).toEqual([`${hash}.part`]);

    own = await startTestApp(neo4j, { dataFolder: folder });
    try {
      const again = new ArtifactClient(own.url, own.token);
      expect((await again.progress(hash, bytes.length)).headers.range).toBe('bytes=0-4999999');
      expect((await again.putPart(hash, bytes, 5_000_000, bytes.length)).status).toBe(201);
      expect((await again.get(hash)).body.equals(bytes)).toBe(true);
    } finally {
      await own.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('killed in the middle of an upload: nothing is in the store or the catalog, and the upload goes on', async () => {
    const folder = newTestFolder();
    const { uri, user, password } = neo4j;
    const options = { data: folder, environment: { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } };
    const bytes = content(30_000_000);
    const hash = sha256(bytes);
    let vinci = await VinciProcess.start(options);
    try {
      const before = new ArtifactClient(vinci.url, vinci.token);
      const upload = before.open('PUT', `/${hash}`, { 'content-length': String(bytes.length) });
      upload.on('error', () => undefined);
      upload.write(bytes.subarray(0, 20_000_000));
      while (((await before.progress(hash, bytes.length)).json.received as number) < 10_000_000) await sleep(5);
      await vinci.kill();
      expect(incoming(join(folder, 'artifacts'))).toEqual([`${hash}.part`]);
      expect(existsSync(pathOf(hash, join(folder, 'artifacts')))).toBe(false);
      expect(await artifact(hash)).toBeNull();

      vinci = await VinciProcess.start(options);
      const after = new ArtifactClient(vinci.url, vinci.token);
      const { received } = (await after.progress(hash, bytes.length)).json as { received: number };
      expect(received).toBeGreaterThanOrEqual(10_000_000);
      expect((await after.putPart(hash, bytes, received, bytes.length)).status).toBe(201);
      expect((await after.get(hash)).body.equals(bytes)).toBe(true);
      expect(await artifact(hash)).toMatchObject({ stored: true, size: bytes.length });
    } finally {
      await vinci.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
