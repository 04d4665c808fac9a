import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entityId } from '../../src/catalog/id.js';
import {
  DeployDocument,
  FindDeploymentsDocument,
  PublishPipelineDocument,
  PublishSegmentDocument,
  ReportDeploymentStatusDocument,
  RetireDocument,
} from '../support/generated/operations.js';
import { HttpClient } from '../support/http-client.js';
import { freshNeo4j, uniqueNamespace } from '../support/neo4j.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Vinci, started with a prober, asks a deployed endpoint how it is; no deployments but this story's are there to be probed. */
const ns = uniqueNamespace('probing');
const deployment = entityId('DEPLOYMENT', ns, 'cleaning');
let app: TestApp;
let graphql: HttpClient;
let endpoint: Server;
let port = 0;
let code = 200;
const asked: string[] = [];

beforeAll(async () => {
  app = await startTestApp(await freshNeo4j(), { probe: { seconds: 1, trusting: true } });
  graphql = new HttpClient(app.url, app.token, 4);
  await openEndpoint();
  const definition = { fits: 'NONE', code: { repository: 'https://git.example.org/clean', path: 'clean.py', commit: 'abc123' } };
  await graphql.query<unknown>(PublishSegmentDocument.toString(), { input: { namespace: ns, name: 'clean', definition } });
  const steps = [{ namespace: ns, segment: 'clean' }];
  await graphql.query<unknown>(PublishPipelineDocument.toString(), { input: { namespace: ns, name: 'cleaning', steps } });
});
afterAll(async () => {
  graphql?.close();
  await app?.stop();
  await closeEndpoint();
});

/** On the same port each time, as a server that comes back. */
async function openEndpoint(): Promise<void> {
  endpoint = createServer(({ url }, response) => {
    asked.push(url!);
    response.writeHead(code).end();
  });
  endpoint.listen(port, '127.0.0.1');
  await once(endpoint, 'listening');
  port = (endpoint.address() as AddressInfo).port;
}

async function closeEndpoint(): Promise<void> {
  if (!endpoint?.listening) return;
  endpoint.close();
  await once(endpoint, 'close');
}

async function deploy(replicas: number): Promise<void> {
  const serving = [{ what: entityId('PIPELINE_VERSION', ns, 'cleaning', '1') }];
  const address = { url: `http://127.0.0.1:${port}/clean`, healthPath: '/health' };
  const { deploy: done } = await graphql.query(DeployDocument, {
    input: { environment: ns, name: 'cleaning', serving, replicas, ...address },
  });
  expect(done.receipts).toMatchObject([{ outcome: 'APPLIED' }]);
}

async function status(): Promise<string> {
  const { deployments } = await graphql.query(FindDeploymentsDocument, { filter: { environment: ns } });
  return [deployments.nodes[0]!.status, deployments.nodes[0]!.statusMessage].filter((each) => each).join(': ');
}

/** Within a minute. */
async function becomes(expected: string): Promise<void> {
  let now = await status();
  for (const end = Date.now() + 60_000; now !== expected && Date.now() < end; now = await status()) await sleep(100);
  expect(now).toBe(expected);
}

async function report(state: 'DEGRADED' | 'HEALTHY', message: string): Promise<void> {
  const input = { deployment, status: state, message };
  const { reportDeploymentStatus: done } = await graphql.query(ReportDeploymentStatusDocument, { input });
  expect(done.receipts).toMatchObject([{ outcome: 'APPLIED' }]);
}

/** Until so many probes were answered from now on, and told of. */
async function probed(count: number): Promise<void> {
  for (const until = asked.length + count + 1; asked.length < until; ) await sleep(50);
}

test('the status of what is deployed follows what a probe finds', async () => {
  await deploy(1);
  await becomes('HEALTHY');
  expect(new Set(asked)).toEqual(new Set(['/health']));
  code = 503;
  await becomes('DEGRADED: Answered 503.');
  await closeEndpoint();
  await becomes('DOWN: No answer: ECONNREFUSED.');
  code = 200;
  await openEndpoint();
  await becomes('HEALTHY');
});

test('what the endpoint reports stands while it answers probes, and again after it was down; until it reports otherwise', async () => {
  await report('DEGRADED', 'The model is old');
  await probed(2);
  expect(await status()).toBe('DEGRADED: The model is old');
  await closeEndpoint();
  await becomes('DOWN: No answer: ECONNREFUSED.');
  await openEndpoint();
  await becomes('DEGRADED: The model is old');
  await report('HEALTHY', 'Trained anew');
  await probed(2);
  expect(await status()).toBe('HEALTHY: Trained anew');
  code = 503;
  await becomes('DEGRADED: Answered 503.');
  // Whoever reports after a probe that failed is believed until the next.
  await report('DEGRADED', 'Answered 503.');
  code = 200;
  await probed(2);
  expect(await status()).toBe('DEGRADED: Answered 503.');
  await report('HEALTHY', 'Again');
});

test('a report says nothing of what is deployed later; what is retired is not probed', async () => {
  await deploy(2);
  await becomes('HEALTHY');
  await graphql.query(RetireDocument, { input: { deployment } });
  await becomes('STOPPED');
  await sleep(1_500);
  const before = asked.length;
  await sleep(2_500);
  expect(asked.length).toBe(before);
});
