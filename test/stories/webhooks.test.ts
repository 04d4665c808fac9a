import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { Connection, Neo4jDatabase } from '../../src/neo4j/driver.js';
import {
  CreateWebhookDocument,
  type CreateWebhookMutationVariables,
  PauseWebhookDocument,
  RemoveWebhookDocument,
  ReplayWebhookDeliveryDocument,
  ReplayWebhookDocument,
  ResumeWebhookDocument,
  RotateWebhookSecretDocument,
  UpdateWebhookDocument,
  WebhookDeliveriesDocument,
  WebhookDocument,
  WebhooksDocument,
} from '../support/generated/operations.js';
import { HttpClient } from '../support/http-client.js';
import { testDatabase, testNeo4j, uniqueNamespace } from '../support/neo4j.js';
import { outcomeOf, problemsOf } from '../support/receipt.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { tokenFor } from '../support/token.js';
import { type Received, WebhookReceiver } from '../support/webhook-receiver.js';

const HOUR = 3_600_000;
const ns = uniqueNamespace('webhooks');
const receiver = new WebhookReceiver();
let neo4j: Connection;
let database: Neo4jDatabase;
/** Two servers on one database. */
let one: TestApp;
let other: TestApp;
let admin: HttpClient;
const clients: HttpClient[] = [];
/** Milliseconds that have gone by as far as tries are concerned. */
let ahead = 0;
const clock = (): number => Date.now() + ahead;

beforeAll(async () => {
  await receiver.open();
  neo4j = await testNeo4j();
  database = await testDatabase();
  one = await startTestApp(neo4j, {}, clock);
  other = await startTestApp(neo4j, {}, clock);
  admin = clientOf(one.token);
}, 300_000);
afterAll(async () => {
  for (const client of clients) client.close();
  await database?.write('MATCH (w:Webhook) OPTIONAL MATCH (w)-->(d:WebhookDelivery) DETACH DELETE w, d');
  await Promise.all([...new Set([one, other])].map((app) => app?.stop()));
  await receiver.close();
  await database?.close();
});

function clientOf(token: string, app: TestApp = one): HttpClient {
  const client = new HttpClient(app.url, token, 4);
  clients.push(client);
  return client;
}

/** A run of a job that writes nothing. */
async function report(job: string, { eventType = 'COMPLETE', runId = randomUUID() as string, app = one } = {}): Promise<void> {
  const event = {
    eventType,
    eventTime: new Date().toISOString(),
    producer: 'https://example.org/webhooks',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId },
    job: { namespace: ns, name: job },
  };
  const client = app === one ? admin : clientOf(app.token, app);
  const { status } = await client.post('/api/v1/lineage', Buffer.from(JSON.stringify(event)));
  expect(status).toBe(201);
}

const jobId = (job: string): string => `job:${ns}/${job}`;

type Input = CreateWebhookMutationVariables['input'];

async function create(path: string, filter: Pick<Input, 'changes' | 'runStatus'>, client = admin) {
  const { createWebhook } = await client.query(CreateWebhookDocument, { input: { name: path, url: receiver.url(path), ...filter } });
  expect(createWebhook.receipts).toMatchObject([{ outcome: 'APPLIED', problems: [] }]);
  return { id: createWebhook.webhook!.id, secret: createWebhook.secret! };
}

/** Whatever makes the first of something known, within ten seconds. */
async function eventually<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + 20_000; ; await sleep(30)) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Not in time: ${look}`);
  }
}

interface Body {
  readonly type: string;
  readonly timestamp: string;
  readonly webhook: string;
  readonly position: string;
  readonly changes: readonly { position: string; entityId: string; change: string; kind: string; name: string; by: string; at: string }[];
  readonly runs: readonly { runId: string; state: string; previous: string | null; jobId: string }[];
}
const bodyOf = ({ body }: Received): Body => JSON.parse(body) as Body;
const accepted = (path: string): Received[] => receiver.at(path).filter(({ code }) => code === 200);
/** Names of what was told and taken, each as often as it was. */
const namesAt = (path: string): string[] => accepted(path).flatMap((each) => bodyOf(each).changes.map(({ name }) => name));
const webhook = async (id: string) => (await admin.query(WebhookDocument, { id })).webhook!;
const deliveries = async (id: string) => (await admin.query(WebhookDeliveriesDocument, { webhook: id })).webhookDeliveries.nodes;
/** Its only delivery, once that has failed. */
const retried = (id: string) =>
  eventually(async () => {
    const [only] = await deliveries(id);
    // What is to be sent for the first time stands as RETRYING, too.
    return only?.state === 'RETRYING' && only.attempts > 0 && only;
  });
const stoppedOne = (id: string) =>
  eventually(async () => {
    const now = await webhook(id);
    return now.state === 'STOPPED' && now;
  });

describe('what is told', () => {
  test('is signed so that the published library verifies it, in batches, in order', async () => {
    const { id, secret } = await create('/signed', { changes: { kinds: ['JOB'] } });
    for (let i = 0; i < 20; i++) await report(`signed-${i}`, { app: i % 2 ? one : other });
    await eventually(() => namesAt('/signed').length >= 20);
    const mine = accepted('/signed').flatMap((each) =>
      bodyOf(each).changes.filter(({ entityId }) => entityId.startsWith(`job:${ns}/signed-`)),
    );
    expect(mine.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, i) => `signed-${i}`));
    expect(receiver.at('/signed').length).toBeLessThan(15);
    for (const received of receiver.at('/signed')) {
      expect(new Webhook(secret).verify(received.body, received.headers as Record<string, string>)).toEqual(bodyOf(received));
      expect(received.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'vinci' });
      expect(received.headers.authorization).toBeUndefined();
    }
    const first = bodyOf(receiver.at('/signed')[0]!);
    expect(first).toMatchObject({ type: 'changes', webhook: id });
    expect(mine[0]).toEqual({
      position: expect.stringMatching(/^\d+$/),
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      change: 'CREATED',
      entityId: jobId('signed-0'),
      kind: 'JOB',
      name: 'signed-0',
      by: expect.any(String),
    });
    const shown = await eventually(async () => {
      const now = await webhook(id);
      return now.lastSuccessAt !== null && now;
    });
    expect(shown).toMatchObject({ state: 'ACTIVE', deadCount: 0, lastFailureAt: null });
    expect(Number(shown.position)).toBeGreaterThanOrEqual(Number(bodyOf(receiver.at('/signed').at(-1)!).position));
  });

  test('of runs is each state that they come to', async () => {
    const { id } = await create('/runs', { runStatus: { jobId: jobId('nightly'), states: ['FAILED', 'SUCCEEDED'] } });
    const runId = randomUUID();
    await report('nightly', { eventType: 'START', runId });
    await report('other', { eventType: 'FAIL' });
    await report('nightly', { eventType: 'FAIL', runId });
    const [received] = await eventually(() => accepted('/runs').length > 0 && accepted('/runs'));
    expect(bodyOf(received!)).toMatchObject({
      type: 'runStatus',
      webhook: id,
      runs: [{ runId: `run:${ns}/${runId}`, state: 'FAILED', previous: 'RUNNING', jobId: jobId('nightly') }],
    });
  });

  test('goes on under both secrets while one is replaced', async () => {
    const { id, secret } = await create('/rotated', { changes: { ids: [jobId('rotated')] } });
    const { rotateWebhookSecret } = await admin.query(RotateWebhookSecretDocument, { id });
    await report('rotated');
    const [received] = await eventually(() => accepted('/rotated').length > 0 && accepted('/rotated'));
    for (const each of [secret, rotateWebhookSecret.secret!])
      expect(new Webhook(each).verify(received!.body, received!.headers as Record<string, string>)).toBeDefined();
    expect(rotateWebhookSecret.secret).not.toBe(secret);
  });

  test('while nobody delivers it, or it is paused, is told later', async () => {
    const { id } = await create('/paused', { changes: { ids: [jobId('paused')] } });
    expect((await admin.query(PauseWebhookDocument, { id })).pauseWebhook.webhook).toMatchObject({ state: 'PAUSED' });
    await report('paused');
    await sleep(600);
    expect(receiver.at('/paused')).toEqual([]);
    await admin.query(ResumeWebhookDocument, { id });
    await eventually(() => namesAt('/paused').includes('paused'));
  });
});

describe('a receiver that does not take it', () => {
  test('is told again under the same id, after a 500 and after nobody was there; what comes meanwhile waits its turn', async () => {
    const { id, secret } = await create('/again', { changes: { kinds: ['JOB'], ids: ['first', 'second'].map(jobId) } });
    receiver.code = 500;
    await report('first');
    const waits = await retried(id);
    expect(await webhook(id)).toMatchObject({ state: 'FAILING', lastError: 'Answered 500: as asked' });
    await report('second');
    expect(waits).toMatchObject({ state: 'RETRYING', attempts: 1, status: 500, error: 'Answered 500: as asked' });
    await receiver.close();
    receiver.code = 200;
    ahead += 10_000;
    await eventually(async () => (await deliveries(id))[0]?.attempts === 2);
    expect(await deliveries(id)).toMatchObject([{ state: 'RETRYING', status: null, error: 'No answer: ECONNREFUSED.' }]);
    await receiver.open();
    ahead += 20_000;
    await eventually(() => namesAt('/again').length >= 2);
    expect(namesAt('/again')).toEqual(['first', 'second']);
    const tries = receiver.at('/again').filter((each) => each.body.includes('first'));
    expect(new Set(tries.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([waits.id]));
    expect(new Set(tries.map(({ body }) => body)).size).toBe(1);
    new Webhook(secret).verify(tries.at(-1)!.body, tries.at(-1)!.headers as Record<string, string>);
    await eventually(async () => (await deliveries(id)).length === 0 && (await webhook(id)).state === 'ACTIVE');
  });

  test('for 24 hours leaves a dead delivery, and hears what came later; the dead one can be replayed', async () => {
    const { id } = await create('/dead', { changes: { ids: ['lost', 'later'].map(jobId) } });
    receiver.code = 503;
    await report('lost');
    await retried(id);
    await report('later');
    for (let hours = 0; hours < 24; hours += 8) {
      ahead += 8 * HOUR;
      const before = receiver.at('/dead').length;
      await eventually(() => receiver.at('/dead').length > before);
    }
    const dead = await eventually(async () => (await deliveries(id)).find(({ state }) => state === 'DEAD'));
    expect(dead).toMatchObject({ status: 503, nextAt: null });
    receiver.code = 200;
    ahead += HOUR;
    await eventually(() => namesAt('/dead').length > 0);
    expect(namesAt('/dead')).toEqual(['later']);
    expect(await webhook(id)).toMatchObject({ deadCount: 1 });
    const { replayWebhookDelivery } = await admin.query(ReplayWebhookDeliveryDocument, { id: dead.id });
    expect(replayWebhookDelivery.webhookDelivery).toMatchObject({ id: dead.id, state: 'PENDING' });
    await eventually(() => namesAt('/dead').length > 1);
    expect(namesAt('/dead')).toEqual(['later', 'lost']);
    expect(accepted('/dead').at(-1)!.headers['webhook-id']).toBe(dead.id);
    await eventually(async () => (await deliveries(id)).length === 0);
  });

  test('can have everything again from a position on, under new ids', async () => {
    const { id } = await create('/replayed', { changes: { ids: [jobId('replayed')] } });
    const from = (await webhook(id)).position;
    await report('replayed');
    await eventually(() => namesAt('/replayed').length === 1);
    const { replayWebhook } = await admin.query(ReplayWebhookDocument, { id, from });
    expect(outcomeOf(replayWebhook)).toBe('APPLIED');
    await eventually(() => namesAt('/replayed').length === 2);
    expect(new Set(accepted('/replayed').map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    const { replayWebhook: ahead } = await admin.query(ReplayWebhookDocument, { id, from: '999999999' });
    expect(problemsOf(ahead)).toEqual(['webhook.position from']);
  });

  test('and says 410 is left alone', async () => {
    const { id } = await create('/gone', { changes: { ids: [jobId('gone')] } });
    receiver.code = 410;
    await report('gone');
    const stopped = await stoppedOne(id);
    receiver.code = 200;
    expect(stopped.stateReason).toContain('410');
    await admin.query(ResumeWebhookDocument, { id });
    await eventually(() => namesAt('/gone').includes('gone'));
  });

  test('and redirects is not followed', async () => {
    const { id } = await create('/redirect', { changes: { ids: [jobId('redirect')] } });
    receiver.code = 307;
    receiver.headers = { location: receiver.url('/elsewhere') };
    await report('redirect');
    const waits = await retried(id);
    receiver.code = 200;
    receiver.headers = {};
    expect(waits.error).toBe('Answered 307, a redirect, which is not followed: as asked');
    expect(receiver.at('/elsewhere')).toEqual([]);
  });
});

describe('private addresses', () => {
  let wary: TestApp;
  let client: HttpClient;
  beforeAll(async () => {
    wary = await startTestApp(neo4j, { webhooks: { private: false, redirects: 0 } });
    client = clientOf(wary.token, wary);
  });
  afterAll(() => wary?.stop());

  test.each([
    ['https://127.0.0.1/', '127.0.0.1 is no public address'],
    ['https://localhost/', 'localhost is '],
    ['https://2130706433/', 'no public address'],
    ['https://0x7f.1/', 'no public address'],
    ['https://[::1]/', 'no public address'],
    ['https://[::ffff:127.0.0.1]/', 'no public address'],
    ['https://[::ffff:a9fe:a9fe]/', 'no public address'],
    ['https://[64:ff9b::7f00:1]/', 'no public address'],
    ['https://169.254.169.254/latest/meta-data', 'no public address'],
    ['http://example.org/', 'must begin with https:'],
    ['ftp://example.org/', 'must begin with https:'],
    ['https://ada:secret@example.org/', 'holds a name or a password'],
    ['example.org', 'The url is none'],
  ])('%s is refused', async (url, sentence) => {
    const { createWebhook } = await client.query(CreateWebhookDocument, { input: { name: 'x', url, changes: {} } });
    expect(createWebhook).toMatchObject({ webhook: null, secret: null });
    expect(createWebhook.receipts[0]).toMatchObject({ outcome: 'REFUSED', problems: [{ rule: 'webhook.url', path: ['url'] }] });
    expect(createWebhook.receipts[0]!.problems[0]!.message).toContain(sentence);
  });

  test('are not sent to either, should a name come to stand for one after the webhook was made', async () => {
    const path = '/private';
    const { id } = await create(path, { changes: { ids: [jobId('private')] } });
    await admin.query(UpdateWebhookDocument, { input: { id, url: receiver.url(path, 'localhost') } });
    await give(id, wary, 'https://1.1.1.1/');
    await report('private');
    const waits = await retried(id);
    expect(waits.error).toMatch(/^Not sent: localhost is (127\.0\.0\.1|::1), which is no public address\.$/);
    expect(receiver.at(path)).toEqual([]);
    await admin.query(RemoveWebhookDocument, { id });
  });

  /** Lets a server, whatever others there are, be the one that delivers; `url`: one that it takes. */
  async function give(id: string, app: TestApp, url: string): Promise<void> {
    const input = { name: 'of one server', url, changes: { ids: [] } };
    const { createWebhook } = await clientOf(app.token, app).query(CreateWebhookDocument, { input });
    const own = createWebhook.webhook!.id;
    const [{ server } = { server: '' }] = await eventually(async () => {
      const rows = await database.read<{ server: string | null }>('MATCH (w:Webhook {id: $own}) RETURN w.leaseBy AS server', { own });
      return rows[0]?.server ? (rows as { server: string }[]) : false;
    });
    await database.write('MATCH (w:Webhook {id: $id}) SET w.leaseBy = $server, w.leaseUntil = timestamp() + 10000', { id, server });
    await admin.query(RemoveWebhookDocument, { id: own });
  }
});

describe('servers', () => {
  test('take over from one that is gone without a word, where it was, under the same id', async () => {
    const { id } = await create('/taken-over', { changes: { ids: [jobId('taken-over')] } });
    receiver.code = 500;
    await report('taken-over');
    const waits = await retried(id);
    receiver.code = 200;
    // As one that was killed leaves it.
    await database.write("MATCH (w:Webhook {id: $id}) SET w.leaseUntil = timestamp() + 2000, w.leaseBy = 'killed'", { id });
    ahead += 10_000;
    const before = Date.now();
    await eventually(() => namesAt('/taken-over').includes('taken-over'));
    expect(Date.now() - before).toBeGreaterThan(1_000);
    expect(accepted('/taken-over').map(({ headers }) => headers['webhook-id'])).toEqual([waits.id]);
  });

  test('deliver each change once between them, also when one of them ends', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `shared-${i}`);
    await create('/shared', { changes: { kinds: ['JOB'], ids: names.map(jobId) } });
    for (const name of names.slice(0, 10)) await report(name, { app: other });
    await one.stop();
    one = other;
    admin = clientOf(other.token, other);
    for (const name of names.slice(10)) await report(name);
    await eventually(() => namesAt('/shared').includes('shared-19'));
    await sleep(500);
    expect(namesAt('/shared')).toEqual(names);
  });

  test('go on where they were after all of them were down', async () => {
    const { id } = await create('/restart', { changes: { ids: ['before', 'after'].map(jobId) } });
    receiver.code = 500;
    await report('before');
    const waits = await retried(id);
    await report('after');
    await other.stop();
    receiver.code = 200;
    ahead += 10_000;
    one = await startTestApp(neo4j, {}, clock);
    other = one;
    admin = clientOf(one.token);
    await eventually(() => namesAt('/restart').length === 2);
    expect(namesAt('/restart')).toEqual(['before', 'after']);
    expect(accepted('/restart')[0]!.headers['webhook-id']).toBe(waits.id);
  });
});

describe('who', () => {
  test('may not is refused; a steward sees their own, an administrator all', async () => {
    const input = { name: 'x', url: receiver.url('/x'), changes: {} };
    const editor = clientOf(await tokenFor(admin, 'editor', 'EDITOR'));
    await expect(editor.query(CreateWebhookDocument, { input })).rejects.toThrow('STEWARD or ADMIN');
    await expect(editor.query(WebhooksDocument, {})).rejects.toThrow('STEWARD or ADMIN');
    const [ada, ben] = [clientOf(await tokenFor(admin, 'ada', 'STEWARD')), clientOf(await tokenFor(admin, 'ben', 'STEWARD'))];
    const { id, secret } = await create('/ada', { changes: { ids: [jobId('ada')] } }, ada);
    const ids = async (client: HttpClient) => (await client.query(WebhooksDocument, { first: 100 })).webhooks.nodes.map((each) => each.id);
    expect(await ids(ada)).toEqual([id]);
    expect(await ids(ben)).toEqual([]);
    expect(await ids(admin)).toContain(id);
    expect((await ben.query(WebhookDocument, { id })).webhook).toBeNull();
    expect(problemsOf((await ben.query(RemoveWebhookDocument, { id })).removeWebhook)).toEqual(['webhook.unknown-webhook id']);
    expect(problemsOf((await ben.query(ReplayWebhookDeliveryDocument, { id: 'msg_x' })).replayWebhookDelivery)).toEqual([
      'webhook.unknown-delivery id',
    ]);
    expect(JSON.stringify(await admin.query(WebhooksDocument, { first: 100 }))).not.toContain(secret.slice('whsec_'.length));
    expect((await ada.query(RemoveWebhookDocument, { id })).removeWebhook.webhook).toMatchObject({ id, owner: 'ada' });
    expect(await ids(ada)).toEqual([]);
  });

  test('asks twice with one key gets one webhook, and its secret once', async () => {
    const input = { name: 'twice', url: receiver.url('/twice'), changes: {}, idempotencyKey: randomUUID() };
    const [first, second] = [await admin.query(CreateWebhookDocument, { input }), await admin.query(CreateWebhookDocument, { input })];
    expect(second.createWebhook).toMatchObject({ secret: null, webhook: { id: first.createWebhook.webhook!.id } });
    expect(outcomeOf(second.createWebhook)).toBe('UNCHANGED');
    await expect(admin.query(CreateWebhookDocument, { input: { ...input, name: 'another' } })).rejects.toThrow('KEY_REUSED');
    await admin.query(RemoveWebhookDocument, { id: first.createWebhook.webhook!.id });
  });

  test('says what cannot be is told so', async () => {
    const refused = async (input: object): Promise<string[]> =>
      problemsOf((await admin.query(CreateWebhookDocument, { input: { name: 'x', url: receiver.url('/x'), ...input } })).createWebhook);
    expect(await refused({})).toEqual(['webhook.filter changes']);
    expect(await refused({ changes: {}, runStatus: {} })).toEqual(['webhook.filter changes']);
    expect(await refused({ changes: {}, name: ' ' })).toEqual(['webhook.name name']);
    expect(await refused({ changes: {}, idempotencyKey: '' })).toEqual(['idempotency-key idempotencyKey']);
    await expect(refused({ runStatus: { owner: jobId('x') } })).rejects.toThrow('is not the id of a person or team');
  });

  test('has the token revoked hears no more, until somebody who may resumes it', async () => {
    const client = clientOf(await tokenFor(admin, 'leaves', 'STEWARD'));
    const { id } = await create('/leaves', { changes: { ids: [jobId('leaves')] } }, client);
    const { tokens } = await admin.query<{ tokens: { nodes: { id: string; name: string }[] } }>('{ tokens { nodes { id name } } }');
    const token = tokens.nodes.find(({ name }) => name === 'leaves')!.id;
    await admin.query('mutation ($id: ID!) { revokeToken(input: {id: $id}) { token { id } } }', { id: token });
    await report('leaves');
    const stopped = await stoppedOne(id);
    expect(stopped.stateReason).toContain('revoked');
    expect(receiver.at('/leaves')).toEqual([]);
    await admin.query(ResumeWebhookDocument, { id });
    await eventually(() => namesAt('/leaves').includes('leaves'));
    expect(await webhook(id)).toMatchObject({ state: 'ACTIVE', owner: expect.not.stringMatching('leaves') });
  });
});
