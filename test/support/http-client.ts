import { Agent, request } from 'node:http';
import type { TypedDocumentString } from './generated/operations.js';

export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/**
 * A light HTTP client that keeps its connections open; the benches share two cores with the server they measure.
 * `connections`: at most so many at once.
 */
export class HttpClient {
  readonly #agent: Agent;
  readonly #base: URL;

  constructor(
    base: string,
    private readonly token: string,
    connections: number,
  ) {
    this.#base = new URL(base);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Rejects when the connection breaks. */
  post(path: string, body: Buffer, patience = 120_000): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.#agent,
          host: this.#base.hostname,
          port: this.#base.port,
          method: 'POST',
          path,
          timeout: patience,
          headers: { 'content-type': 'application/json', 'content-length': body.length, authorization: `Bearer ${this.token}` },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
          response.on('error', reject);
          response.on('aborted', () => reject(new Error('The answer was cut off.')));
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`No answer within ${patience} ms.`)));
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** The data of a GraphQL answer; of a named operation (schema/operations) with its own types. Throws when it has errors. */
  async query<Data, Variables>(operation: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data>;
  async query<Data>(operation: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  async query<Data>(operation: TypedDocumentString<Data, unknown> | string, variables: unknown = {}): Promise<Data> {
    const { status, body } = await this.post('/graphql', Buffer.from(JSON.stringify({ query: operation.toString(), variables })));
    const answer = JSON.parse(body.toString()) as { data?: Data; errors?: readonly { message: string }[] };
    if (status !== 200 || answer.errors || !answer.data) throw new Error(`GraphQL answered ${status}: ${body.toString().slice(0, 500)}`);
    return answer.data;
  }

  close(): void {
    this.#agent.destroy();
  }
}
