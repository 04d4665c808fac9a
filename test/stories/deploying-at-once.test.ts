import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entityId } from '../../src/catalog/id.js';
import {
  DeployDocument,
  DeploymentHistoryDocument,
  FindDeploymentsDocument,
  RecordTrainedModelDocument,
  RegisterModelDocument,
} from '../support/generated/operations.js';
import { HttpClient } from '../support/http-client.js';
import { testNeo4j, uniqueNamespace } from '../support/neo4j.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Many deploy at the same moment, to two servers on one database: each of them is told what came of it. */
const MANY = 50;
const ns = uniqueNamespace('at-once');
const what = entityId('TRAINED_MODEL', ns, 'churn', '1');
const image = { image: 'registry.example.org/churn:1', digest: `sha256:${'0a'.repeat(32)}` };
let servers: TestApp[];
let clients: HttpClient[];

beforeAll(async () => {
  const neo4j = await testNeo4j();
  servers = [await startTestApp(neo4j), await startTestApp(neo4j)];
  clients = servers.map(({ url, token }) => new HttpClient(url, token, MANY));
  const model = { namespace: ns, name: 'churn', task: 'CLASSIFICATION', learning: 'UNSUPERVISED' };
  await clients[0]!.query<unknown>(RegisterModelDocument.toString(), { input: model });
  await clients[0]!.query<unknown>(RecordTrainedModelDocument.toString(), { input: { model: entityId('MODEL', ns, 'churn') } });
});
afterAll(async () => {
  for (const client of clients ?? []) client.close();
  for (const server of servers ?? []) await server.stop();
});

/** Throws for a CONFLICT, as for every error. */
const deploy = async (client: HttpClient, environment: string, name: string, replicas: number) =>
  (await client.query(DeployDocument, { input: { environment, name, serving: [{ what, ...image }], replicas } })).deploy.receipts[0]!;

const all = (use: (at: number) => Promise<{ outcome: string }>) => Promise.all(Array.from({ length: MANY }, (_, at) => use(at)));
const APPLIED = Array.from({ length: MANY }, () => ({ outcome: 'APPLIED', problems: [] }));

test.each([
  ['one server', 1],
  ['two servers', 2],
])('one trained model into many deployments, by %s', async (_, count) => {
  const environment = `${ns}-${count}`;
  expect(await all((at) => deploy(clients[at % count]!, environment, `d${at}`, 1))).toEqual(APPLIED);
  const { deployments } = await clients[0]!.query(FindDeploymentsDocument, { filter: { environment }, first: 100 });
  expect(deployments.nodes.map(({ serving }) => serving.map((each) => each.what.id))).toEqual(APPLIED.map(() => [what]));
});

test.each([
  ['one server', 1],
  ['two servers', 2],
])('many changes of one deployment, by %s: each is a release, one after the other', async (_, count) => {
  const environment = `${ns}-one-${count}`;
  expect(await all((at) => deploy(clients[at % count]!, environment, 'churn', at + 1))).toEqual(APPLIED);
  const { deployment } = await clients[0]!.query(DeploymentHistoryDocument, { environment, name: 'churn', first: 100 });
  const { nodes } = deployment!.history;
  expect(nodes.map(({ number }) => number)).toEqual(APPLIED.map((_, at) => MANY - at));
  expect(nodes.map(({ replicas }) => replicas).sort((a, b) => a! - b!)).toEqual(APPLIED.map((_, at) => at + 1));
});
