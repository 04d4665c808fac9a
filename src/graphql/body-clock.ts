import type { IncomingMessage, Server } from 'node:http';

/**
 * Cuts off requests that take too long to come in, as the server's own `requestTimeout` would (which knows no exceptions): their
 * connection ends with 408. It runs for each request from its headers on, whatever becomes of it, until its body is there or its
 * route releases it. (Headers have a time limit of their own.)
 */
export class BodyClock {
  private readonly running = new WeakMap<IncomingMessage, NodeJS.Timeout>();

  constructor(
    private readonly server: Server,
    milliseconds: number,
  ) {
    server.prependListener('request', (request) => {
      // What has no body is complete already.
      if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return;
      this.running.set(request, setTimeout(() => this.cutOff(request), milliseconds).unref());
      request.once('close', () => this.release(request));
    });
  }

  release(request: IncomingMessage): void {
    clearTimeout(this.running.get(request));
  }

  private cutOff(request: IncomingMessage): void {
    if (request.complete) return;
    const late = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    if (!this.server.emit('clientError', late, request.socket)) request.socket.destroy();
  }
}
