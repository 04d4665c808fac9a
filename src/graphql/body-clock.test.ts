import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BodyClock } from './body-clock.js';

const LIMIT_MS = 100;

let server: Server;
let socket: Socket;
let answer = '';

beforeEach(async () => {
  server = createServer((request, response) => {
    if (request.url === '/long') clock.release(request);
    request.on('error', () => undefined).resume();
    request.on('end', () => response.end('whole'));
    // Whoever answers at once does not read the rest.
    if (request.url === '/early') response.end('early');
  });
  const clock = new BodyClock(server, LIMIT_MS);
  server.on('clientError', (_, broken) => broken.destroyed || (broken as Socket).end('HTTP/1.1 408 Request Timeout\r\n\r\n'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  answer = '';
  socket.on('data', (data) => {
    answer += data.toString();
  });
});

afterEach(() => {
  socket.destroy();
  server.closeAllConnections();
  server.close();
});

const begin = (path: string): boolean => socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345`);

/** Resolves when so many requests have been answered in full. */
async function answered(count: number): Promise<void> {
  while ((answer.match(/HTTP\/1.1 200/g) ?? []).length < count) await once(socket, 'data');
}

test.each(['/usual', '/early', '/%%%'])('a body that does not end is cut off: %s', async (path) => {
  begin(path);
  await once(socket, 'end');
  expect(answer).toContain('HTTP/1.1 408');
});

test('a body that comes in time is not, nor the next request on the same connection', async () => {
  begin('/usual');
  socket.write('67890');
  await sleep(LIMIT_MS * 2);
  begin('/usual');
  socket.write('67890');
  await answered(2);
  expect(answer).not.toContain('HTTP/1.1 408');
});

test('a route that was released takes its time', async () => {
  begin('/long');
  await sleep(LIMIT_MS * 3);
  socket.write('67890');
  await answered(1);
});
