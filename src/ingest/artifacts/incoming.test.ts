import { mkdtempSync, rmSync } from 'node:fs';
import { type ClientRequest, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Spool } from '../../artifact-store/spool.js';
import { VinciError } from '../../errors.js';
import { bytesOf, CutOff } from './incoming.js';

const IDLE_MS = 300;
const tooMany = (): VinciError => new VinciError('TOO_LARGE', 'Too many.');

let folder: string;
let server: Server;
let spool: Spool;
/** What became of the upload. */
let outcome: Promise<unknown>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vinci-incoming-'));
  spool = new Spool(folder);
  outcome = new Promise((resolve) => {
    server = createServer((incoming, response) => {
      const received = spool.receive(join(folder, 'part'), 0, bytesOf(incoming, 1_000, tooMany, IDLE_MS));
      resolve(received.catch((error: unknown) => error).finally(() => response.end()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

function upload(length: number): ClientRequest {
  const { port } = server.address() as AddressInfo;
  const sent = request({ host: '127.0.0.1', port, method: 'PUT', agent: false, headers: { 'content-length': String(length) } });
  sent.on('error', () => undefined);
  return sent;
}

test('a body in which nothing moves is given up; what came of it stays', async () => {
  const sent = upload(100);
  const closed = new Promise((resolve) => sent.once('close', resolve));
  const before = Date.now();
  sent.write('x'.repeat(60));
  expect(await outcome).toBeInstanceOf(CutOff);
  expect(Date.now() - before).toBeGreaterThanOrEqual(IDLE_MS - 10);
  await closed;
  expect(await spool.sizeOf(join(folder, 'part'))).toBe(60);
});

test('a body that moves may take as long as it likes', async () => {
  const sent = upload(100);
  for (let part = 0; part < 10; part++) {
    sent.write('x'.repeat(10));
    await sleep(IDLE_MS / 5);
  }
  sent.end();
  expect(await outcome).toMatchObject({ size: 100 });
});

test('a body that is too long is not read to its end', async () => {
  upload(5_000).end('x'.repeat(5_000));
  expect(await outcome).toMatchObject({ code: 'TOO_LARGE' });
});
