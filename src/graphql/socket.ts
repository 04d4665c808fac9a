import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer, type SubscribePayload } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { refuseCrossSite } from '../access/cross-site.js';
import { refuseRebinding } from '../access/loopback.js';
import type { Authenticate, Viewer } from '../access/viewer.js';
import { Unavailable, VinciError } from '../errors.js';
import type { Log } from '../log.js';
import type { Admission } from './admission.js';
import type { Charge } from './budgets.js';
import { DocumentRefused } from './documents.js';
import { graphqlProblem } from './problem.js';
import type { Asked } from './route.js';

export interface SocketOptions<Context extends object> {
  readonly schema: GraphQLSchema;
  readonly admission: Admission;
  readonly authenticate: Authenticate;
  readonly loopbackOnly?: boolean;
  readonly log: Log;
  context(asked: Asked): Context | Promise<Context>;
}

const PATH = '/graphql';
const MAX_FRAME_BYTES = 1_048_576;
/** Of one socket: what was sent and not taken. */
const MAX_UNSENT_BYTES = 4 * 1_048_576;
/** A token that was revoked or has expired closes its sockets within five seconds, the three included for which tokens are known. */
const CHECK_EVERY_MS = 1_500;
/** Of one socket, at a time. */
const MOST_OPERATIONS = 100;
const PING_EVERY_MS = 30_000;
const TOO_SLOW = 4290;

interface Connected {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** Once it has said who it is. */
  session?: { readonly authorization: string | undefined; readonly viewer: Viewer; readonly minPosition?: string };
  isAnswering: boolean;
}

/** GraphQL over WebSockets at /graphql, by the protocol graphql-transport-ws: who asks is said in `connection_init`. */
export class Sockets<Context extends object> {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: (protocols) => protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) && GRAPHQL_TRANSPORT_WS_PROTOCOL,
  });
  readonly #connected = new Set<Connected>();
  readonly #graphql;
  readonly #timers: NodeJS.Timeout[];

  constructor(private readonly options: SocketOptions<Context>) {
    this.#graphql = makeServer<{ authorization?: unknown; minPosition?: unknown }, Connected>({
      onConnect: ({ connectionParams, extra }) => this.#connect(extra, connectionParams ?? {}),
      onSubscribe: ({ extra, subscriptions }, _, payload) => this.#prepare(extra, payload, Object.keys(subscriptions).length),
      execute: (args) => execute(args),
      subscribe: (args) => subscribe(args as Prepared),
      onNext: (_, __, ___, args, result) => this.#formatted(result, args as Prepared),
      onError: (_, __, ___, errors) => [...errors],
    });
    this.#timers = [setInterval(() => void this.#checkTokens(), CHECK_EVERY_MS), setInterval(() => this.#ping(), PING_EVERY_MS)];
    for (const timer of this.#timers) timer.unref();
  }

  /** Takes over what asks to become a WebSocket. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const fault = this.#faultOf(request);
      if (fault) return refuse(socket, fault);
      this.#server.handleUpgrade(request, socket, head, (opened) => this.#open(opened, request));
    });
  }

  /** Tells all clients to come again. */
  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const { socket } of this.#connected) socket.close(1001, 'Vinci is stopping; connect again when it is back.');
    this.#server.close();
  }

  #faultOf(request: IncomingMessage): VinciError | undefined {
    const { host = '', origin } = request.headers;
    if (request.url?.split('?')[0] !== PATH) return new VinciError('NOT_FOUND', `WebSockets are answered at ${PATH} only.`);
    try {
      refuseCrossSite(request.headers);
      if (this.options.loopbackOnly) refuseRebinding(request.headers);
    } catch (error) {
      return error as VinciError;
    }
    if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
      return new VinciError('FORBIDDEN', `Pages of other origins ("${origin}") may not open a WebSocket here.`);
    return undefined;
  }

  #open(socket: WebSocket, request: IncomingMessage): void {
    const connected: Connected = { socket, request, isAnswering: true };
    this.#connected.add(connected);
    const closed = this.#graphql.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(socket, data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data, isBinary) => {
            if (isBinary) return socket.close(1003, 'Messages are text: JSON.');
            take(String(data)).catch((error: unknown) => {
              this.options.log.error('A socket was closed', { error: error instanceof Error ? error.stack : String(error) });
              socket.close(CloseCode.InternalServerError, 'Internal error');
            });
          }),
      },
      connected,
    );
    socket.on('pong', () => {
      connected.isAnswering = true;
    });
    // A frame that is too large, or is none: ws closes by itself.
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => {
      this.#connected.delete(connected);
      void closed(code, String(reason));
    });
  }

  async #connect(
    connected: Connected,
    { authorization, minPosition }: { authorization?: unknown; minPosition?: unknown },
  ): Promise<boolean> {
    const given = typeof authorization === 'string' ? authorization : undefined;
    try {
      const viewer = await this.options.authenticate(given, connected.request.socket.remoteAddress);
      connected.session = { authorization: given, viewer, ...(typeof minPosition === 'string' && { minPosition }) };
      return true;
    } catch (error) {
      connected.socket.close(error instanceof Unavailable ? 1013 : CloseCode.Forbidden, reasonOf(error));
      return false;
    }
  }

  /** Checks an operation as over HTTP. */
  async #prepare({ session }: Connected, payload: SubscribePayload, underWay: number): Promise<Prepared | GraphQLError[]> {
    const { admission, log, schema } = this.options;
    const requestId = randomUUID();
    const { viewer, minPosition } = session!;
    const { operationName, query, variables } = payload;
    try {
      if (underWay > MOST_OPERATIONS) throw tooMany();
      const asked = { query, operationName: operationName ?? null, variables: variables ?? null };
      const { document, charge } = admission.admit(asked, viewer);
      const contextValue = await this.options.context({ viewer, requestId, ...(minPosition !== undefined && { minPosition }) });
      // Loaders must not know what was so before.
      const anew = async (): Promise<object> => this.options.context({ viewer, requestId });
      return {
        schema,
        document,
        operationName: operationName ?? null,
        variableValues: variables ?? null,
        contextValue,
        anew,
        requestId,
        ...(charge && { charge }),
      };
    } catch (error) {
      const problems = error instanceof DocumentRefused ? error.errors : [error];
      return problems.map((problem) => formattedError(graphqlProblem(problem, { requestId, log })));
    }
  }

  #formatted({ errors, ...rest }: ExecutionResult, { charge, requestId }: Prepared): ExecutionResult {
    const { log } = this.options;
    const result = charge ? { ...rest, extensions: { ...rest.extensions, cost: charge } } : rest;
    return errors ? { ...result, errors: errors.map((error) => formattedError(graphqlProblem(error, { requestId, log }))) } : result;
  }

  /** Closes the sockets of tokens that no longer count. */
  async #checkTokens(): Promise<void> {
    const byToken = new Map<string | undefined, WebSocket[]>();
    for (const { session, socket } of this.#connected)
      if (session) byToken.set(session.authorization, [...(byToken.get(session.authorization) ?? []), socket]);
    const check = async (authorization: string | undefined, sockets: readonly WebSocket[]): Promise<void> => {
      try {
        await this.options.authenticate(authorization);
      } catch (error) {
        if (!(error instanceof Unavailable)) for (const socket of sockets) socket.close(CloseCode.Forbidden, reasonOf(error));
      }
    };
    // At once: many may end at the same moment.
    await Promise.all([...byToken].map(([authorization, sockets]) => check(authorization, sockets)));
  }

  #ping(): void {
    for (const connected of this.#connected) {
      if (!connected.isAnswering) connected.socket.terminate();
      connected.isAnswering = false;
      connected.socket.ping();
    }
  }
}

interface Prepared extends ExecutionArgs {
  readonly requestId: string;
  readonly charge?: Charge;
  /** A context that knows nothing yet. */
  anew(): Promise<object>;
}

/** Resolves when the socket has taken it. One that takes nothing while much waits for it is closed. */
function send(socket: WebSocket, data: string): Promise<void> {
  if (socket.bufferedAmount > MAX_UNSENT_BYTES) socket.close(TOO_SLOW, 'You do not take what is sent to you; connect again.');
  return new Promise((resolve) => socket.send(data, () => resolve()));
}

/** As graphql-js does it, but each message has a context of its own. */
async function subscribe({ anew, ...args }: Prepared): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  return answers(source as AsyncIterable<unknown>, args, anew);
}

/** No generator: that could be ended only once its source says something again. */
function answers(source: AsyncIterable<unknown>, args: ExecutionArgs, anew: () => Promise<object>): AsyncIterableIterator<ExecutionResult> {
  const messages = source[Symbol.asyncIterator]();
  let isEnded = false;
  const end = async (): Promise<IteratorResult<ExecutionResult>> => {
    isEnded = true;
    await messages.return?.();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      if (isEnded) return { done: true, value: undefined };
      try {
        const { done, value } = await messages.next();
        if (done) return await end();
        return { done: false, value: await execute({ ...args, rootValue: value, contextValue: await anew() }) };
      } catch (error) {
        // The subscription ends, and its socket stays.
        await end();
        const message = error instanceof Error ? error.message : String(error);
        return { done: false, value: { errors: [new GraphQLError(message, { originalError: error as Error })] } };
      }
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const tooMany = (): VinciError =>
  new VinciError(
    'TOO_COMPLEX',
    `${MOST_OPERATIONS} operations are under way on this socket, which is the most: end some, or open another.`,
  );

const formattedError = ({ message, ...rest }: GraphQLFormattedError): GraphQLError =>
  Object.assign(new GraphQLError(message, { extensions: rest.extensions ?? {} }), {
    toJSON: () => ({ message, ...rest }),
  });

/** Of at most 123 bytes, as the protocol has it. */
function reasonOf(error: unknown): string {
  const text = error instanceof VinciError ? error.message : 'Forbidden';
  // Cutting may have left half a character.
  return Buffer.byteLength(text) <= 123
    ? text
    : `${Buffer.from(text)
        .subarray(0, 117)
        .toString('utf8')
        .replace(/\ufffd$/, '')}...`;
}

const STATUS: Readonly<Record<string, string>> = { FORBIDDEN: '403 Forbidden', NOT_FOUND: '404 Not Found' };

function refuse(socket: Duplex, { code, message }: VinciError): void {
  const body = JSON.stringify({ code, message });
  const head = [
    `HTTP/1.1 ${STATUS[code] ?? '400 Bad Request'}`,
    'Connection: close',
    'Content-Type: application/json',
    'X-Content-Type-Options: nosniff',
  ];
  socket.end(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
