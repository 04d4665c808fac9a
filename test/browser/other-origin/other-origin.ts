import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const PAGE = '<!doctype html><title>Another page</title><script src="/attempts.js"></script><p>Have a look at this.</p>';

/** A server of pages that have no business with Vinci; what they try is in attempts.js. */
export class OtherOrigin {
  /** By the host of the request. */
  readonly #cookies = new Map<string, string>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OtherOrigin> {
    const script = readFileSync(join(import.meta.dirname, 'attempts.js'));
    const server = createServer();
    const others = new OtherOrigin(server);
    server.on('request', (request, response) => {
      others.#cookies.set(`http://${request.headers.host}`, request.headers.cookie ?? '');
      if (request.url === '/attempts.js') response.setHeader('content-type', 'text/javascript').end(script);
      else response.setHeader('content-type', 'text/html').end(PAGE);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return others;
  }

  /** Another origin of the same site: browsers send Vinci's cookie along with what such a page asks. */
  get sameSite(): string {
    return `http://localhost:${this.#port}`;
  }

  get otherSite(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What browsers sent it last. */
  cookiesOf(origin: 'sameSite' | 'otherSite'): string {
    return this.#cookies.get(this[origin]) ?? '';
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  get #port(): number {
    return (this.server.address() as AddressInfo).port;
  }
}
