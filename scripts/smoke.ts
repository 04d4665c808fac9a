/**
 * `npm run test:smoke`: the built server as its own process, on a managed Neo4j of its own: it takes one event and gives it
 * back over GraphQL, has the sample told to it, and ends with its database. Two copies of graphql in one process, or a file that the build forgot, show here.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LineageDocument } from '../test/support/generated/operations.js';
import { HttpClient } from '../test/support/http-client.js';
import { isAlive } from '../test/support/process-usage.js';
import { databasePid, VinciProcess } from '../test/support/vinci-process.js';

const EVENT = {
  eventType: 'COMPLETE',
  eventTime: '2026-01-02T03:04:05.678Z',
  producer: 'https://example.org/smoke',
  schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
  run: { runId: '0d6cf7f1-6c3c-4b3e-8a52-5a2c0a2b7f10' },
  job: { namespace: 'smoke', name: 'copy' },
  inputs: [{ namespace: 'smoke', name: 'from' }],
  outputs: [{ namespace: 'smoke', name: 'to' }],
};
/** Resolves when it is there: the sample is told while the server answers already. Rejects when the server has ended. */
async function lastOfTheSample(client: HttpClient): Promise<void> {
  for (;;) {
    const { node } = await client.query<{ node: { description: string | null } | null }>(
      '{ node(id: "team:default/care-analytics") { ... on Entity { description } } }',
    );
    if (node?.description) return;
    await sleep(200);
  }
}

const data = mkdtempSync(join(tmpdir(), 'vinci-smoke-'));
const vinci = await VinciProcess.start({ data, options: ['--sample'] });
const database = databasePid(data);
try {
  const client = new HttpClient(vinci.url, vinci.token, 1);
  const posted = await client.post('/api/v1/lineage', Buffer.from(JSON.stringify(EVENT)));
  assert.equal(posted.status, 201, posted.body.toString());
  const { lineage } = await client.query(LineageDocument, { id: 'dataset:smoke/from', direction: 'DOWNSTREAM' });
  assert.deepEqual(
    lineage.nodes.filter((node) => node.distance > 0).map((node) => [node.distance, node.entity.id]),
    [
      [1, 'job:smoke/copy'],
      [2, 'dataset:smoke/to'],
    ],
  );
  assert.equal(lineage.edges.length, 2);
  assert.equal(lineage.complete, true);
  await lastOfTheSample(client);
  const stranger = new HttpClient(vinci.url, 'not-a-token', 1);
  assert.equal((await stranger.post('/api/v1/lineage', Buffer.from('{}'))).status, 401);
  for (const opened of [client, stranger]) opened.close();
} finally {
  await vinci.stop();
  rmSync(data, { recursive: true, force: true });
}
assert.ok(database === undefined || !isAlive(database), 'the managed Neo4j outlived Vinci');
console.log('The built server takes an event and gives it back, and the sample.');
