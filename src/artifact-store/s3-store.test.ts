import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { S3ArtifactStore } from './s3-store.js';

/** An S3 that has nothing but three uploads in parts, begun three days, two days and an hour ago. */
const HOUR_MS = 3600_000;
const begun = new Map([
  ['oldest', 72],
  ['old', 48],
  ['young', 1],
]);
const asked: string[] = [];
let server: Server;
const KEYS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'of-this-test-only' };
const before = Object.keys(KEYS).map((name) => [name, process.env[name]] as const);

beforeAll(async () => {
  Object.assign(process.env, KEYS);
  server = createServer(({ method, url }, response) => {
    const { pathname, searchParams } = new URL(url!, 'http://s3');
    if (method === 'DELETE') {
      asked.push(`${pathname} ${searchParams.get('uploadId')}`);
      response.writeHead(204).end();
      return;
    }
    asked.push(`${method} ${pathname} ${searchParams.has('uploads')} ${searchParams.get('prefix')}`);
    const uploads = [...begun].map(
      ([id, hours]) =>
        `<Upload><Key>vinci/${id}</Key><UploadId>${id}</UploadId><Initiated>${new Date(Date.now() - hours * HOUR_MS).toISOString()}</Initiated></Upload>`,
    );
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(`<ListMultipartUploadsResult><Bucket>artifacts</Bucket>${uploads.join('')}</ListMultipartUploadsResult>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  for (const [name, value] of before)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('uploads in parts that were begun long ago, and never ended, are cleared away; those that may be under way are not', async () => {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store = await S3ArtifactStore.open({ bucket: 'artifacts', prefix: 'vinci', endpoint, region: 'eu-central-1' });
  await store.tidy(24 * HOUR_MS);
  expect(asked).toEqual(['GET /artifacts/ true vinci/', '/artifacts/vinci/oldest oldest', '/artifacts/vinci/old old']);
});
