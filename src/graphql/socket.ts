import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionResult, execute, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer, type SubscribePayload } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { refuseCrossSite } from '../access/cross-site.js';
import { refuseRebinding } from '../access/loopback.js';
import { isOwnOrigin } from '../access/own-origin.js';
import type { SharedRights } from '../access/policy.js';
import type { Authenticate, Viewer } from '../access/viewer.js';
import { Unavailable, VinciError } from '../errors.js';
import type { Log } from '../log.js';
import { getOrMake } from '../write/get-or-make.js';
import type { Admission } from './admission.js';
import { Audiences, type Subscribing } from './audiences.js';
import { DocumentRefused } from './documents.js';
import { withoutHiddenIds } from './hidden-ids.js';
import { JsonText, spelledOut } from './json-text.js';
import type { Lanes } from './lanes.js';
import type { Answering } from './moments.js';
import { graphqlProblem } from './problem.js';
import type { Asked } from './route.js';

export interface SocketOptions<Context extends Answering> {
  readonly schema: GraphQLSchema;
  readonly admission: Admission;
  readonly lanes: Lanes;
  readonly authenticate: Authenticate;
  readonly sharedRightsOf: (viewer: Viewer) => Promise<SharedRights>;
  readonly loopbackOnly?: boolean;
  /** The origin under which browsers reach this server; absent: that which a request names. */
  readonly publicUrl?: string;
  readonly log: Log;
  context(asked: Asked): Context | Promise<Context>;
}

const PATH = '/graphql';
const MAX_FRAME_BYTES = 1_048_576;
/** Of one socket, what was sent and not taken: from here on, its subscriptions wait until it was. */
const MUCH_UNSENT_BYTES = 65_536;
/** From here on, it is closed. */
const MAX_UNSENT_BYTES = 4 * 1_048_576;
/** It is, too, when it takes nothing at all for so long while its subscriptions wait. */
const STALLED_MS = 5_000;
const STALL_CHECK_MS = 1_000;
/** A token that was revoked or has expired closes its sockets within five seconds, the three included for which tokens are known. */
const CHECK_EVERY_MS = 1_500;
/** Of one socket, at a time. */
const MOST_OPERATIONS = 100;
const PING_EVERY_MS = 30_000;
const TOO_SLOW = 4290;
const RIGHTS_CHANGED = 4205;

/** Of whoever has said who he is. */
interface Session {
  readonly authorization: string | undefined;
  readonly viewer: Viewer;
  readonly rights: SharedRights;
  readonly minPosition?: string;
}

/** An operation that is checked, before it is known how its faults are told. */
type Admitted = Omit<Subscribing, 'name' | 'characters' | 'formatted'>;

interface Connected {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** Once it has said who it is. */
  session?: Session;
  /** Of the message that it sent last. */
  characters: number;
  isAnswering: boolean;
  /** When it last took something, or had nothing to take; milliseconds since 1970. */
  tookAt: number;
}

/** GraphQL over WebSockets at /graphql, by the protocol graphql-transport-ws: who asks is said in `connection_init`. */
export class Sockets<Context extends Answering> {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: (protocols) => protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) && GRAPHQL_TRANSPORT_WS_PROTOCOL,
  });
  readonly #connected = new Set<Connected>();
  readonly #audiences = new Audiences();
  readonly #graphql;
  readonly #timers: NodeJS.Timeout[];

  constructor(private readonly options: SocketOptions<Context>) {
    this.#graphql = makeServer<{ authorization?: unknown; minPosition?: unknown }, Connected>({
      onConnect: ({ connectionParams, extra }) => this.#connect(extra, connectionParams ?? {}),
      onSubscribe: ({ extra, subscriptions }, _, payload) => this.#prepare(extra, payload, Object.keys(subscriptions).length),
      execute: (args) => {
        const { name, characters } = args as Subscribing;
        return options.lanes.take(name, () => execute(args), characters);
      },
      // Texts are handed on as they are.
      subscribe: (args) => this.#audiences.subscribe(args as Subscribing) as Promise<AsyncIterable<never>>,
      onNext: (_, __, ___, args, result) => (result instanceof JsonText ? result : this.#formatted(result, args as Subscribing)),
      onError: (_, __, ___, errors) => [...errors],
    });
    this.#timers = [
      setInterval(() => void this.#checkTokens(), CHECK_EVERY_MS),
      setInterval(() => this.#ping(), PING_EVERY_MS),
      setInterval(() => this.#closeStalled(), STALL_CHECK_MS),
    ];
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
    const { host, origin } = request.headers;
    const { loopbackOnly, publicUrl } = this.options;
    if (request.url?.split('?')[0] !== PATH) return new VinciError('NOT_FOUND', `WebSockets are answered at ${PATH} only.`);
    try {
      refuseCrossSite(request.headers);
      if (loopbackOnly) refuseRebinding(request.headers, publicUrl);
    } catch (error) {
      return error as VinciError;
    }
    if (origin !== undefined && !isOwnOrigin(origin, host, publicUrl))
      return new VinciError('FORBIDDEN', `Pages of other origins ("${origin}") may not open a WebSocket here.`);
    return undefined;
  }

  #open(socket: WebSocket, request: IncomingMessage): void {
    const connected: Connected = { socket, request, characters: 0, isAnswering: true, tookAt: Date.now() };
    this.#connected.add(connected);
    const closed = this.#graphql.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(connected, spelledOut(data)),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data, isBinary) => {
            if (isBinary) return socket.close(1003, 'Messages are text: JSON.');
            const text = String(data);
            connected.characters = text.length;
            take(text).catch((error: unknown) => {
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
      const rights = await this.options.sharedRightsOf(viewer);
      connected.session = { authorization: given, viewer, rights, ...(typeof minPosition === 'string' && { minPosition }) };
      return true;
    } catch (error) {
      connected.socket.close(error instanceof Unavailable ? 1013 : CloseCode.Forbidden, reasonOf(error));
      return false;
    }
  }

  /** Checks an operation as over HTTP. */
  async #prepare(connected: Connected, payload: SubscribePayload, underWay: number): Promise<Subscribing | GraphQLError[]> {
    const { lanes, log } = this.options;
    const { characters } = connected;
    const { name } = connected.session!.viewer;
    const requestId = randomUUID();
    const formatted = (error: unknown): GraphQLFormattedError => graphqlProblem(error, { requestId, log });
    try {
      if (underWay > MOST_OPERATIONS) throw tooMany();
      lanes.refuseLong(name, characters);
      const prepared = await lanes.take(name, () => this.#admit(connected.session!, payload, requestId), characters);
      return { ...prepared, name, characters, formatted };
    } catch (error) {
      const problems = error instanceof DocumentRefused ? error.errors : [error];
      return problems.map((problem) => formattedError(formatted(problem)));
    }
  }

  async #admit({ rights, viewer, minPosition }: Session, payload: SubscribePayload, requestId: string): Promise<Admitted> {
    const { admission, schema } = this.options;
    const { operationName, query, variables } = payload;
    const asked = { query, operationName: operationName || null, variables: variables ?? null };
    const { document, charge } = admission.admit(asked, viewer);
    const contextValue = await this.options.context({ viewer, requestId, ...(minPosition !== undefined && { minPosition }) });
    const prepared = { schema, document, query, operationName: asked.operationName, variableValues: asked.variables, contextValue };
    const anew = async (): Promise<Context> => this.options.context({ viewer: rights.viewer, requestId });
    return { ...prepared, rights: rights.key, anew, ...(charge && { charge }) };
  }

  async #formatted({ errors, ...rest }: ExecutionResult, { charge, contextValue, formatted }: Subscribing): Promise<ExecutionResult> {
    const shown = await withoutHiddenIds(rest, (contextValue as Answering).sight);
    const result = charge ? { ...shown, extensions: { ...shown.extensions, cost: charge } } : shown;
    return errors ? { ...result, errors: errors.map((error) => formattedError(formatted(error))) } : result;
  }

  /** Closes the sockets of tokens that no longer count, or give other rights. */
  async #checkTokens(): Promise<void> {
    const byToken = new Map<string | undefined, { session: Session; socket: WebSocket }[]>();
    for (const { session, socket } of this.#connected)
      if (session) getOrMake(byToken, session.authorization, () => []).push({ session, socket });
    const check = async (authorization: string | undefined, opened: readonly { session: Session; socket: WebSocket }[]): Promise<void> => {
      try {
        const { key } = await this.options.sharedRightsOf(await this.options.authenticate(authorization));
        for (const { session, socket } of opened)
          if (session.rights.key !== key) socket.close(RIGHTS_CHANGED, 'Your rights have changed; connect again.');
      } catch (error) {
        if (!(error instanceof Unavailable)) for (const { socket } of opened) socket.close(CloseCode.Forbidden, reasonOf(error));
      }
    };
    // At once: many may end at the same moment.
    await Promise.all([...byToken].map(([authorization, opened]) => check(authorization, opened)));
  }

  #closeStalled(): void {
    const before = Date.now() - STALLED_MS;
    for (const { socket, tookAt } of this.#connected)
      if (tookAt < before && socket.bufferedAmount > MUCH_UNSENT_BYTES) closeAsTooSlow(socket);
  }

  #ping(): void {
    for (const connected of this.#connected) {
      if (!connected.isAnswering) connected.socket.terminate();
      connected.isAnswering = false;
      connected.socket.ping();
    }
  }
}

/** Resolves at once while the socket keeps up, else when it has taken it. One that takes nothing while much waits for it is closed. */
function send(connected: Connected, data: string): Promise<void> | undefined {
  const { socket } = connected;
  if (socket.bufferedAmount === 0) connected.tookAt = Date.now();
  else if (socket.bufferedAmount > MAX_UNSENT_BYTES) closeAsTooSlow(socket);
  const sent = new Promise<void>((resolve) =>
    socket.send(data, () => {
      connected.tookAt = Date.now();
      resolve();
    }),
  );
  return socket.bufferedAmount > MUCH_UNSENT_BYTES ? sent : undefined;
}

const closeAsTooSlow = (socket: WebSocket): void => socket.close(TOO_SLOW, 'You do not take what is sent to you; connect again.');

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
