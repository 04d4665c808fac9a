import { createHash } from 'node:crypto';
import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body as JSON; undefined when it is empty. */
  readonly json: Record<string, unknown>;
}

/** What a program does to upload and download, down to the single header; `fetch` hides too much of it. */
export class ArtifactClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  put(hash: string, body: Buffer, { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {}): Promise<Reply> {
    return this.send('PUT', `/${hash}${query}`, body, headers);
  }

  /** Bytes of the content from `start` to before `end`. */
  putPart(hash: string, content: Buffer, start: number, end: number): Promise<Reply> {
    return this.put(hash, content.subarray(start, end), { headers: { 'content-range': `bytes ${start}-${end - 1}/${content.length}` } });
  }

  /** How far an upload has come. */
  progress(hash: string, total: number): Promise<Reply> {
    return this.put(hash, Buffer.alloc(0), { headers: { 'content-range': `bytes */${total}` } });
  }

  post(body: Buffer, query = '', headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('POST', query, body, headers);
  }

  get(hash: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', `/${hash}`, undefined, headers);
  }

  head(hash: string): Promise<Reply> {
    return this.send('HEAD', `/${hash}`);
  }

  send(method: string, path: string, body?: Buffer, headers: Record<string, string> = {}): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const length: Record<string, string> = body && !('transfer-encoding' in headers) ? { 'content-length': String(body.length) } : {};
      const sent = this.open(method, path, { ...length, ...headers });
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const isJson = response.headers['content-type']?.startsWith('application/json') && bytes.length > 0;
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: bytes,
            json: isJson ? (JSON.parse(bytes.toString()) as Record<string, unknown>) : {},
          });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** A request whose body the caller writes, or whose answer it reads as it likes. */
  open(method: string, path: string, headers: Record<string, string> = {}): ClientRequest {
    return request(`${this.url}/api/v1/artifacts${path}`, {
      method,
      agent: false,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
    });
  }
}
