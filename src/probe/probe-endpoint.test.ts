import type { LookupAddress } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import * as outbound from '../outbound/send-request.js';
import { probeEndpoint } from './probe-endpoint.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Its port. */
async function serve(answer: RequestListener, address = '127.0.0.1', port = 0): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  return (server.address() as AddressInfo).port;
}

const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(code, headers).end('ignored');

const TRUSTING: outbound.RequestOptions = { ...outbound.TRUSTING, timeoutMs: 2_000 };
const WARY: outbound.RequestOptions = { ...outbound.WARY, timeoutMs: 2_000 };
const probe = (url: string, options = TRUSTING) => probeEndpoint(new URL(url), options);
const at = (...addresses: string[]): LookupAddress[] => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

test.each([
  [200, 'HEALTHY', null],
  [204, 'HEALTHY', null],
  [404, 'DEGRADED', 'Answered 404.'],
  [503, 'DEGRADED', 'Answered 503.'],
])('an answer of %s is %s', async (code, state, message) => {
  expect(await probe(`http://127.0.0.1:${await serve(status(code))}/health`)).toEqual({ state, message });
});

test('no answer is DOWN: nobody listens, the connection is cut, the name is unknown', async () => {
  const port = await serve(status(200));
  servers[0]!.close();
  expect(await probe(`http://127.0.0.1:${port}/`)).toEqual({ state: 'DOWN', message: 'No answer: ECONNREFUSED.' });
  const cut = await serve(({ socket }) => void socket.destroy());
  expect(await probe(`http://127.0.0.1:${cut}/`)).toMatchObject({ state: 'DOWN' });
  const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
  expect(await probe('http://endpoint.test/', { ...TRUSTING, resolve })).toEqual({ state: 'DOWN', message: 'No answer: ENOTFOUND.' });
});

test('who hangs is DOWN when the time is over, be it the name’s server or the endpoint', async () => {
  const port = await serve(() => undefined);
  const hasty = { ...TRUSTING, timeoutMs: 100 };
  const down = { state: 'DOWN', message: 'No answer within 0.1 s.' };
  expect(await probe(`http://127.0.0.1:${port}/`, hasty)).toEqual(down);
  expect(await probe('http://endpoint.test/', { ...hasty, resolve: () => new Promise(() => undefined) })).toEqual(down);
});

test('an endless body is not read', async () => {
  let sent = 0;
  const port = await serve((_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent++;
      response.once('drain', more);
    };
    more();
  });
  expect(await probe(`http://127.0.0.1:${port}/`)).toEqual({ state: 'HEALTHY', message: null });
  expect(sent).toBeLessThan(1_000);
});

test.each(['127.0.0.1', '[::1]', 'localhost', '0x7f000001', '2130706433', '[::ffff:127.0.0.1]'])(
  '%s is not asked unless that is allowed',
  async (host) => {
    let asked = 0;
    const port = await serve((_, response) => {
      asked++;
      response.end();
    });
    const { message, state } = await probe(`http://${host}:${port}/`, WARY);
    expect(state).toBeNull();
    expect(message).toContain('no public address');
    expect(asked).toBe(0);
  },
);

test.each([
  ['the metadata of a cloud', ['169.254.169.254']],
  ['a private network', ['10.0.0.8']],
  ['a public address and a private one', ['8.8.8.8', '127.0.0.1']],
])('a name that stands for %s is not asked', async (_, addresses) => {
  const { state } = await probe('http://endpoint.test/', { ...WARY, resolve: async () => at(...addresses) });
  expect(state).toBeNull();
});

test('the name is resolved once: what it means afterwards is of no account', async () => {
  const hosts: (string | undefined)[] = [];
  const port = await serve(({ headers }, response) => {
    hosts.push(headers.host);
    response.end();
  });
  await serve(status(500), '127.0.0.9', port);
  const answers = [at('127.0.0.1'), at('127.0.0.9')];
  let resolved = 0;
  const resolve = async () => answers[resolved++]!;
  expect(await probe(`http://endpoint.test:${port}/`, { ...TRUSTING, resolve })).toEqual({ state: 'HEALTHY', message: null });
  expect(resolved).toBe(1);
  expect(hosts).toEqual([`endpoint.test:${port}`]);
});

test('a redirect is not followed unless that is allowed, and not to where nobody may ask', async () => {
  let asked = 0;
  const end = await serve((_, response) => {
    asked++;
    response.end();
  }, '127.0.0.9');
  const port = await serve(status(302, { location: `http://127.0.0.9:${end}/` }));
  expect(await probe(`http://127.0.0.1:${port}/`, { ...TRUSTING, redirects: 0 })).toEqual({
    state: 'DEGRADED',
    message: 'Answered 302, a redirect, which is not followed.',
  });
  const near = { ...TRUSTING, mayAsk: (address: string) => address === '127.0.0.1' };
  expect(await probe(`http://127.0.0.1:${port}/`, near)).toMatchObject({ state: null });
  expect(asked).toBe(0);
});

test('a redirect is followed a few times where that is allowed, and without what it carries', async () => {
  const headers: (string | undefined)[] = [];
  const end = await serve(({ headers: { authorization } }, response) => {
    headers.push(authorization);
    response.end();
  });
  const port = await serve(status(302, { location: `http://ana:secret@127.0.0.1:${end}/` }));
  expect(await probe(`http://127.0.0.1:${port}/`)).toEqual({ state: 'HEALTHY', message: null });
  expect(headers).toEqual([undefined]);
  const round = await serve(status(301, { location: '/' }));
  expect(await probe(`http://127.0.0.1:${round}/`)).toMatchObject({ state: 'DEGRADED', message: expect.stringContaining('a redirect') });
  const elsewhere = await serve(status(302, { location: 'file:///etc/passwd' }));
  expect(await probe(`http://127.0.0.1:${elsewhere}/`)).toMatchObject({ state: 'DOWN' });
});
