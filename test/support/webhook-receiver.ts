import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** What was answered. */
  readonly code: number;
}

/** Somebody who is told: an HTTP server on a port of its own, which can go away and come back. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** What it answers. */
  code = 200;
  headers: Record<string, string> = {};
  /** Milliseconds. */
  delay = 0;
  #server: Server | undefined;
  #port = 0;

  async open(): Promise<void> {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { code } = this;
      this.received.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString(), code });
      setTimeout(() => response.writeHead(code, this.headers).end('as asked'), this.delay);
    });
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    if (!this.#server?.listening) return;
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  url(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${this.#port}${path}`;
  }

  /** What came to a path, in the order in which it came. */
  at(path: string): Received[] {
    return this.received.filter((each) => each.path === path);
  }
}
