/** A process of many subscribers, each with a socket of its own; started by clients-process.ts. */
import { WebSocket } from 'ws';
import type { FromClients, Heard, Subscribers, ToClients, Wanted } from './messages.js';

const CHANGES =
  'subscription ($ids: [ID!]) { changes(ids: $ids) { ... on Change { position at entityId } ... on Heartbeat { read: position } } }';
const AT_ONCE = 50;

interface Message {
  readonly type: string;
  readonly payload?: { readonly data?: { readonly changes: { position?: string; at?: string } }; readonly errors?: unknown };
}

class Subscriber {
  readonly positions: number[] = [];
  readonly latencies: number[] = [];
  ended: string | null = null;

  constructor(private readonly wanted: Wanted) {}

  /** Resolves with its first message. */
  subscribe(url: string): Promise<void> {
    const { ids, token } = this.wanted;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false });
    const tell = (message: object): void => socket.send(JSON.stringify(message));
    return new Promise((resolve, reject) => {
      socket.on('open', () => tell({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
      socket.on('message', (data) => {
        const now = Date.now();
        const { payload, type } = JSON.parse(String(data)) as Message;
        if (type === 'connection_ack') tell({ id: '1', type: 'subscribe', payload: { query: CHANGES, variables: { ids } } });
        else if (type === 'next' && payload?.data) this.#hear(payload.data.changes, now);
        else this.ended ??= String(data);
        if (type === 'next') resolve();
      });
      socket.on('close', (code, reason) => {
        this.ended ??= `${code} ${reason}`;
        reject(new Error(this.ended));
      });
      socket.on('error', reject);
    });
  }

  heard(): Heard {
    const { ended, latencies, positions } = this;
    return { number: this.wanted.number, ended, latencies, positions };
  }

  #hear({ at, position }: { position?: string; at?: string }, now: number): void {
    if (position === undefined) return;
    this.positions.push(Number(position));
    this.latencies.push(now - Date.parse(at!));
  }
}

const subscribers: Subscriber[] = [];
const answer = (message: FromClients): unknown => process.send!(message);

async function connect({ url, wanted }: Subscribers): Promise<void> {
  const left = [...wanted];
  const connectSome = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const subscriber = new Subscriber(next);
      subscribers.push(subscriber);
      await subscriber.subscribe(url);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, connectSome));
  answer({ connected: subscribers.length });
}

process.on('message', (message: ToClients) => {
  if ('connect' in message) void connect(message.connect);
  else answer({ heard: subscribers.map((each) => each.heard()) });
});
process.on('disconnect', () => process.exit());
