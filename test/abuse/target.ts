import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** The server that is attacked, and what the attackers have. */
export interface Target {
  readonly url: string;
  readonly port: number;
  readonly admin: string;
  readonly reader: string;
  /** Every token that is in use. */
  readonly secrets: readonly string[];
  /** More of everything. */
  readonly full: boolean;
}

export interface TextAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** One GraphQL request over HTTP. */
export async function post(
  { url }: Target,
  body: unknown,
  token?: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<TextAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** What the server answers to bytes that no HTTP client would send; all of it, once it closes or falls silent. */
export async function sendBytes({ port }: Target, bytes: string | Buffer, silentMs = 2_000): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  return new Promise((resolve) => {
    const done = (): void => {
      socket.destroy();
      resolve(said);
    };
    socket.setTimeout(silentMs, done);
    socket.on('data', (data) => {
      said += String(data);
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.on('connect', () => socket.write(bytes));
  });
}

/** A TCP connection that nothing is sent on. */
export function openSocket({ port }: Target): Socket {
  return connect(port, '127.0.0.1').on('error', () => undefined);
}

/** A WebSocket, as low as `ws` goes. */
export class Live {
  readonly socket: WebSocket;
  readonly said: string[] = [];
  /** Code that it was closed with, or the HTTP status that it was refused with. */
  readonly closed: Promise<number>;

  constructor({ url }: Target, headers: Readonly<Record<string, string>> = {}, path = '/graphql') {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
    this.socket.on('message', (data) => this.said.push(String(data)));
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      this.socket.on('close', resolve);
      this.socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    });
  }

  async opened(): Promise<void> {
    if (this.socket.readyState === WebSocket.OPEN) return;
    await Promise.race([new Promise((resolve) => this.socket.once('open', resolve)), this.closed]);
  }

  /** As somebody; false when it was refused. */
  async enter(token: string): Promise<boolean> {
    await this.opened();
    this.socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    return this.heard((text) => text.includes('connection_ack'));
  }

  ask(id: string, payload: object): void {
    this.socket.send(JSON.stringify({ type: 'subscribe', id, payload }));
  }

  /** The answers to an operation, until it is complete. */
  async answer(id: string, payload: object): Promise<string> {
    this.ask(id, payload);
    const mine = (text: string): boolean => text.includes(`"id":"${id}"`) && /"type":"(error|complete)"/.test(text);
    await this.heard(mine);
    return this.said.filter((text) => text.includes(`"id":"${id}"`)).join('\n');
  }

  /** Whether something was said before it was closed, or twenty seconds were over. */
  async heard(holds: (text: string) => boolean): Promise<boolean> {
    const end = Date.now() + 20_000;
    while (Date.now() < end) {
      if (this.said.some(holds)) return true;
      if (this.socket.readyState > WebSocket.OPEN) return this.said.some(holds);
      await sleep(2);
    }
    return false;
  }
}
