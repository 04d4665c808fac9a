import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { TypedDocumentString } from './generated/operations.js';

/** Why a socket was closed. */
export interface Closed {
  readonly code: number;
  readonly reason: string;
}

export interface Heard<Data> {
  /** What was told so far. */
  readonly data: Data[];
  /** Errors that were told with it, or that ended it. */
  readonly errors: { message: string; extensions: Record<string, unknown> }[];
  /** Resolves when this holds of what was told; rejects after half a minute, with what was. */
  until(holds: (data: readonly Data[]) => boolean): Promise<Data[]>;
  readonly ended: Promise<void>;
  stop(): void;
}

/** Longer than anything takes, on a machine that does much else. */
const PATIENCE_MS = 30_000;

/** GraphQL over one WebSocket, as a client of ours would use it. */
export class LiveClient {
  readonly #client: Client;
  readonly closed: Promise<Closed>;

  constructor(base: string, parameters: Record<string, unknown>, headers: Record<string, string> = {}) {
    class Socket extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    let close: (closed: Closed) => void;
    this.closed = new Promise((resolve) => {
      close = resolve;
    });
    this.#client = createClient({
      url: `${base.replace('http', 'ws')}/graphql`,
      webSocketImpl: Socket,
      connectionParams: parameters,
      lazy: true,
      retryAttempts: 0,
      on: { closed: (event) => close(event as Closed) },
    });
  }

  subscribe<Data, Variables>(operation: TypedDocumentString<Data, Variables> | string, variables: Variables): Heard<Data> {
    const data: Data[] = [];
    const errors: Heard<Data>['errors'] = [];
    let wake = (): void => undefined;
    let end: () => void;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const stop = this.#client.subscribe<Data>(
      { query: operation.toString(), variables: variables as Record<string, unknown> },
      {
        next: (result) => {
          errors.push(...((result.errors ?? []) as never[]));
          if (result.data) data.push(result.data);
          wake();
        },
        error: (error) => {
          if (Array.isArray(error)) errors.push(...error);
          end();
        },
        complete: () => end(),
      },
    );
    const until = async (holds: (told: readonly Data[]) => boolean): Promise<Data[]> => {
      const deadline = Date.now() + PATIENCE_MS;
      while (!holds(data)) {
        const left = deadline - Date.now();
        if (left <= 0) throw new Error(`Not told in time: ${JSON.stringify({ data: data.slice(-5), errors })}`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return data;
    };
    return { data, errors, until, ended, stop };
  }

  async close(): Promise<void> {
    await this.#client.dispose();
  }
}
