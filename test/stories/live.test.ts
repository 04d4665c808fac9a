import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import {
  ChangesDocument,
  type ChangesSubscription,
  ConnectorStatusDocument,
  type ConnectorStatusSubscription,
  RunStatusDocument,
  type RunStatusSubscription,
} from '../support/generated/operations.js';
import { HttpClient } from '../support/http-client.js';
import type { LiveClient } from '../support/live-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { tokenFor } from '../support/token.js';
import { TwoServers } from '../support/two-servers.js';

let servers: TwoServers;
let one: TestApp;
let other: TestApp;
let http: HttpClient;

beforeAll(async () => {
  servers = await TwoServers.start('https://vinci.example.org');
  ({ http, one, other } = servers);
}, 300_000);
afterAll(() => servers?.stop());

const connect = (app: TestApp, token?: string, headers?: Record<string, string>): LiveClient => servers.connect(app, token, headers);

/** A run of a job that reads one dataset. */
async function report(job: string, app: TestApp = one, eventType = 'COMPLETE', runId: string = randomUUID()): Promise<void> {
  const client = new HttpClient(app.url, app.token, 1);
  const event = {
    eventType,
    eventTime: new Date().toISOString(),
    producer: 'https://example.org/live',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId },
    job: { namespace: 'live', name: job },
    inputs: [{ namespace: 'live', name: `${job}_input` }],
    outputs: [{ namespace: 'live', name: `${job}_output` }],
  };
  const { status } = await client.post('/api/v1/lineage', Buffer.from(JSON.stringify(event)));
  expect(status).toBe(201);
  client.close();
}

type Told = ChangesSubscription['changes'];
const isChange = (told: Told): told is Extract<Told, { entityId: unknown }> => 'entityId' in told;
const changesIn = (data: readonly ChangesSubscription[]) => data.map(({ changes }) => changes).filter(isChange);
const idsIn = (data: readonly ChangesSubscription[]): string[] => changesIn(data).map(({ entityId }) => entityId);
/** How far the log has come. */
async function head(): Promise<string> {
  const heard = connect(one).subscribe(ChangesDocument, { ids: [] });
  const [told] = await heard.until((data) => data.length === 1);
  heard.stop();
  return told!.changes.position;
}

describe('changes', () => {
  test('are told as they happen, with the entity as it is now, whichever server took them in', async () => {
    const heard = connect(one).subscribe(ChangesDocument, { kinds: ['JOB'] });
    await heard.until((data) => data.length === 1);
    await report('here');
    await report('there', other);
    const data = await heard.until((all) => changesIn(all).length >= 2);
    expect(changesIn(data)).toMatchObject([
      { entityId: 'job:live/here', change: 'CREATED', entity: { kind: 'JOB', name: 'here' } },
      { entityId: 'job:live/there', change: 'CREATED', entity: { kind: 'JOB', name: 'there' } },
    ]);
    heard.stop();
  });

  test('are told from a position on: first what has happened, then what happens, each once, on any server', async () => {
    const before = await head();
    for (let i = 0; i < 20; i++) await report(`many-${i}`, i % 2 === 0 ? one : other);
    const all = [connect(one), connect(other)].map((client) => client.subscribe(ChangesDocument, { after: before }));
    for (let i = 20; i < 40; i++) await report(`many-${i}`, i % 2 === 0 ? one : other);
    for (const heard of all) {
      const data = await heard.until((told) => idsIn(told).includes('job:live/many-39'));
      const positions = changesIn(data).map(({ position }) => Number(position));
      expect(positions).toEqual(Array.from({ length: positions.length }, (_, at) => Number(before) + 1 + at));
      const made = changesIn(data).filter(({ change, entityId }) => change === 'CREATED' && entityId.startsWith('job:'));
      expect(made.map(({ entityId }) => entityId)).toEqual(Array.from({ length: 40 }, (_, i) => `job:live/many-${i}`));
      heard.stop();
    }
  });

  test('of one thing are those of that thing', async () => {
    const heard = connect(one).subscribe(ChangesDocument, { ids: ['job:live/one-thing'], after: await head() });
    await report('other-thing');
    await report('one-thing');
    expect(idsIn(await heard.until((data) => changesIn(data).length > 0))).toEqual(['job:live/one-thing']);
    heard.stop();
  });

  test('are resumed after the server went away, and nothing is lost', async () => {
    const third = await startTestApp(servers.neo4j);
    const heard = connect(third).subscribe(ChangesDocument, { kinds: ['JOB'], after: await head() });
    await report('before');
    const data = await heard.until((told) => changesIn(told).length > 0);
    const after = data.at(-1)!.changes.position;
    await third.stop();
    await heard.ended;
    await report('meanwhile');
    const resumed = connect(other).subscribe(ChangesDocument, { kinds: ['JOB'], after });
    expect(idsIn(await resumed.until((told) => changesIn(told).length > 0))).toEqual(['job:live/meanwhile']);
    resumed.stop();
  });
});

describe('states of runs', () => {
  type Told = RunStatusSubscription['runStatus'];
  type Status = Extract<Told, { state: unknown }>;
  const statusesIn = (data: readonly RunStatusSubscription[]): string[] =>
    data
      .map(({ runStatus }) => runStatus)
      .filter((told: Told): told is Status => 'state' in told)
      .map(({ previous, run, state }) => `${run.job.name} ${previous ?? 'nothing'} -> ${state}`);

  test('are told as they come, of the jobs and states that are asked for', async () => {
    const client = connect(one);
    const after = await head();
    const nightly = client.subscribe(RunStatusDocument, { filter: { jobId: 'job:live/nightly' } });
    const failed = client.subscribe(RunStatusDocument, { filter: { states: ['FAILED'] } });
    await Promise.all([nightly, failed].map((heard) => heard.until((data) => data.length === 1)));
    const run = randomUUID();
    for (const [type, app] of [
      ['START', one],
      ['RUNNING', other],
      ['RUNNING', one],
      ['COMPLETE', other],
    ] as const)
      await report('nightly', app, type, run);
    await report('other', one, 'FAIL');
    const all = ['nightly nothing -> RUNNING', 'nightly RUNNING -> SUCCEEDED'];
    expect(statusesIn(await nightly.until((data) => statusesIn(data).length >= 2))).toEqual(all);
    expect(statusesIn(await failed.until((data) => statusesIn(data).length >= 1))).toEqual(['other nothing -> FAILED']);
    const later = connect(other).subscribe(RunStatusDocument, { after });
    expect(statusesIn(await later.until((data) => statusesIn(data).length >= 3))).toEqual([...all, 'other nothing -> FAILED']);
    for (const heard of [nightly, failed, later]) heard.stop();
  });

  test('are those of what somebody owns', async () => {
    const assign = 'mutation ($input: AssignOwnerInput!) { assignOwner(input: $input) { receipts { outcome } } }';
    await report('owned');
    await http.query(assign, { input: { id: 'job:live/owned', owner: 'team:default/night-shift' } });
    const heard = connect(other).subscribe(RunStatusDocument, { filter: { owner: 'team:default/night-shift' } });
    await heard.until((data) => data.length === 1);
    await report('other', one, 'FAIL');
    await report('owned', one, 'FAIL');
    expect(statusesIn(await heard.until((data) => statusesIn(data).length >= 1))).toEqual(['owned nothing -> FAILED']);
    heard.stop();
  });

  test('are those of jobs that write what a workflow produces', async () => {
    const steps = [{ namespace: 'spark.ml', segment: 'Tokenizer', params: { inputCol: 'text', outputCol: 'words' } }];
    const pipeline =
      'mutation ($input: PublishPipelineInput!) { published: publishPipeline(input: $input) { receipts { outcome problems { message } } } }';
    const workflow = pipeline.replaceAll('Pipeline', 'Workflow');
    const nodes = [
      { id: 'in', kind: 'SOURCE', dataset: 'dataset:live/texts', columns: [{ name: 'text', type: 'string' }] },
      { id: 'split', kind: 'PIPELINE', inputs: ['in'], pipelineVersion: 'pipeline-version:live/split/1' },
      { id: 'out', kind: 'SINK', inputs: ['split'], dataset: 'dataset:live/flowing_output' },
    ];
    for (const [document, input] of [
      [pipeline, { namespace: 'live', name: 'split', steps }],
      [workflow, { namespace: 'live', name: 'flow', definition: { nodes } }],
    ] as const) {
      const { published } = await http.query<{ published: { receipts: object[] } }>(document, { input });
      expect(published.receipts).toMatchObject([{ outcome: 'APPLIED', problems: [] }]);
    }
    const filters = ['workflow:live/flow', 'workflow-version:live/flow/1'].map((workflowId) => ({ workflowId }));
    const all = filters.map((filter) => connect(other).subscribe(RunStatusDocument, { filter }));
    await Promise.all(all.map((heard) => heard.until((data) => data.length === 1)));
    await report('other', one, 'FAIL');
    await report('flowing');
    for (const heard of all) {
      expect(statusesIn(await heard.until((data) => statusesIn(data).length >= 1))).toEqual(['flowing nothing -> SUCCEEDED']);
      heard.stop();
    }
  });

  test('are refused of what is no job, and no workflow', async () => {
    for (const [filter, message] of [
      [{ owner: 'job:live/owned' }, 'is not the id of a person or team'],
      [{ workflowId: 'job:live/owned' }, 'is not the id of a workflow'],
    ] as const) {
      const heard = connect(one).subscribe(RunStatusDocument, { filter });
      await heard.ended;
      expect(heard.errors).toMatchObject([{ message: expect.stringContaining(message) }]);
    }
  });
});

describe('connectors', () => {
  type Told = ConnectorStatusSubscription['connectorStatus'];
  const reportsIn = (data: readonly ConnectorStatusSubscription[]) =>
    data
      .map(({ connectorStatus }) => connectorStatus)
      .filter((told: Told): told is Extract<Told, { changes: number }> => 'changes' in told);
  const id = 'connector:default/https:%2F%2Fexample.org%2Flive';

  test('are told of as they are heard of, with what they did, one or all', async () => {
    const after = await head();
    const own = connect(one).subscribe(ConnectorStatusDocument, { id });
    const all = connect(other).subscribe(ConnectorStatusDocument, { after });
    await Promise.all([own, all].map((heard) => heard.until((data) => data.length > 0)));
    await http.query('mutation ($input: DescribeInput!) { describe(input: $input) { position } }', {
      input: { id: 'job:live/owned', text: 'Said by a person.' },
    });
    await report('reported');
    await report('reported', other, 'FAIL');
    const data = await own.until((told) => reportsIn(told).length >= 2);
    expect(reportsIn(data)).toMatchObject([
      { connector: { id }, isNew: false, failedRuns: 0 },
      { connector: { id }, isNew: false, failedRuns: 1 },
    ]);
    expect(reportsIn(data)[0]!.changes).toBeGreaterThan(2);
    expect(reportsIn(await all.until((told) => reportsIn(told).length >= 2))).toEqual(reportsIn(data));
    for (const heard of [own, all]) heard.stop();
  });

  test('are refused of what is none', async () => {
    const heard = connect(one).subscribe(ConnectorStatusDocument, { id: 'job:live/owned' });
    await heard.ended;
    expect(heard.errors).toMatchObject([{ message: expect.stringContaining('is not the id of a connector') }]);
  });
});

test('a subscription that is sent over HTTP is refused, with where it is answered', async () => {
  const query = 'subscription { changes { __typename } }';
  const headers = { authorization: `Bearer ${one.token}`, 'content-type': 'application/json' };
  for (const response of [
    await fetch(`${one.url}/graphql`, { method: 'POST', body: JSON.stringify({ query }), headers }),
    await fetch(`${one.url}/graphql?query=${encodeURIComponent(query)}`, { headers }),
  ]) {
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('over WebSockets'), extensions: { code: 'BAD_INPUT' } }],
    });
  }
});

describe('who asks over a socket', () => {
  test('is asked for a token', async () => {
    for (const [token, reason] of [
      ['wrong', /not known/],
      ['', /bearer token/],
    ] as const) {
      const client = connect(one, token);
      client.subscribe(ChangesDocument, {});
      expect(await client.closed).toMatchObject({ code: 4403, reason: expect.stringMatching(reason) });
    }
  });

  test('is cut off within five seconds of the token being revoked', async () => {
    const client = connect(other, await tokenFor(http, 'leaves', 'READER'));
    const heard = client.subscribe(ChangesDocument, {});
    await heard.until((data) => data.length === 1);
    const { tokens } = await http.query<{ tokens: { nodes: { id: string; name: string }[] } }>('{ tokens { nodes { id name } } }');
    const { id } = tokens.nodes.find(({ name }) => name === 'leaves')!;
    await http.query('mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { token { id } } }', { input: { id } });
    const before = Date.now();
    expect(await client.closed).toMatchObject({ code: 4403, reason: expect.stringContaining('revoked') });
    expect(Date.now() - before).toBeLessThan(5_000);
  });

  test('is held to the limits of HTTP, and hears why', async () => {
    const client = connect(one);
    const told = async (query: string): Promise<object[]> => {
      const heard = client.subscribe(query, {});
      await heard.ended;
      return heard.errors;
    };
    expect(await told('subscription { nothing }')).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(await told('subscription {')).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
    const aliases = Array.from({ length: 100 }, (_, i) => `a${i}: viewer { name }`).join(' ');
    expect(await told(`{ ${aliases} }`)).toMatchObject([{ extensions: { code: 'TOO_COMPLEX' } }]);
    expect(await told('{ viewer { name } }')).toEqual([]);
  });

  const refused = async (path: string, origin?: string, { url } = one): Promise<number | undefined> => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', origin ? { origin } : {});
    const [error] = (await once(socket, 'error')) as [Error];
    return Number(/\d{3}/.exec(error.message)?.[0]);
  };

  test('is opened from pages of VINCI_URL, too, where that is set: a proxy may have made another host of it', async () => {
    for (const origin of ['https://vinci.example.org', other.url]) {
      const client = connect(other, other.token, { origin });
      await client.subscribe(ChangesDocument, { kinds: ['JOB'] }).until((data) => data.length === 1);
    }
    for (const origin of ['http://vinci.example.org', 'https://vinci.example.org:8443', 'https://x.vinci.example.org', 'null', one.url])
      expect([origin, await refused('/graphql', origin, other)]).toEqual([origin, 403]);
    expect(await refused('/graphql', 'https://vinci.example.org')).toBe(403);
  });

  test('is refused from pages of other origins, and anywhere but at /graphql', async () => {
    expect(await refused('/graphql', 'https://evil.example')).toBe(403);
    for (const path of ['/', '/graphql/', '/Graphql', '/graphql;x', '/%67raphql', '//graphql', '/api/v1/lineage'])
      expect(await refused(path)).toBe(404);
  });

  test('is cut off when it takes nothing, and those who asked for the same notice nothing', async () => {
    const quick = connect(one).subscribe(ChangesDocument, { kinds: ['JOB'] });
    await quick.until((data) => data.length === 1);
    const socket = new WebSocket(`${one.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const tell = (message: object): void => socket.send(JSON.stringify(message));
    await once(socket, 'open');
    tell({ type: 'connection_init', payload: { authorization: `Bearer ${one.token}` } });
    await once(socket, 'message');
    // So many that what they are told does not fit into what the system holds for a socket.
    const payload = { query: ChangesDocument.toString(), variables: { kinds: ['JOB'] } };
    for (let i = 0; i < 100; i++) tell({ id: `${i}`.padStart(4_000, 'x'), type: 'subscribe', payload });
    await once(socket, 'message');
    socket.pause();
    const before = changesIn(quick.data).length;
    for (let i = 0; i < 40; i++) await report(`flood-${i}`);
    const data = await quick.until((told) => changesIn(told).length >= before + 40);
    expect(idsIn(data).slice(before)).toEqual(Array.from({ length: 40 }, (_, i) => `job:live/flood-${i}`));
    await sleep(7_000);
    const closed = once(socket, 'close');
    socket.resume();
    expect((await closed)[0]).toBe(4290);
    quick.stop();
  }, 60_000);

  test('is cut off with a frame that is too large, and the others notice nothing', async () => {
    const heard = connect(one).subscribe(ChangesDocument, { ids: ['job:live/still'] });
    await heard.until((data) => data.length === 1);
    const socket = new WebSocket(`${one.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    const closed = once(socket, 'close');
    socket.send(`{"type":"connection_init","payload":{"x":"${'x'.repeat(1_100_000)}"}}`);
    expect((await closed)[0]).toBe(1009);
    await report('still');
    await heard.until((data) => changesIn(data).length === 1);
    heard.stop();
  });
});
