import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyReply } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { refuseCrossSite } from '../access/cross-site.js';
import { isLoopback, refuseRebinding } from '../access/loopback.js';
import type { SharedRights } from '../access/policy.js';
import type {} from '../access/request.js';
import type { Authenticate, Viewer } from '../access/viewer.js';
import { StartupError, Unavailable, VinciError } from '../errors.js';
import type { Log } from '../log.js';
import { Admission } from './admission.js';
import { createApollo, type RequestContext } from './apollo.js';
import { BodyClock } from './body-clock.js';
import { Budgets } from './budgets.js';
import { createDocuments } from './documents.js';
import { graphiqlRoutes } from './graphiql.js';
import { healthRoutes, type ReadyState } from './health.js';
import { Lanes } from './lanes.js';
import { LIMITS, type Limits } from './limits.js';
import type { Answering } from './moments.js';
import { httpProblem } from './problem.js';
import { requestIdOf } from './request-id.js';
import { type Asked, graphqlRoute } from './route.js';
import { Sockets } from './socket.js';

export interface ServerOptions<Context extends Answering> {
  readonly schema: GraphQLSchema;
  context(asked: Asked): Context | Promise<Context>;
  readonly authenticate: Authenticate;
  /** By which viewers who see the same are known. */
  readonly sharedRightsOf: (viewer: Viewer) => Promise<SharedRights>;
  /** Set when authentication is switched off: listens on loopback only and refuses what a web page elsewhere might have sent. */
  readonly loopbackOnly?: boolean;
  /** The origin under which browsers reach this server; absent: that which a request names. */
  readonly publicUrl?: string;
  /** Whether people log in at /auth/login: GraphiQL's page offers it then. */
  readonly browserLogin?: boolean;
  /** Further routes; each in a scope of its own, with `request.viewer` set. Errors they throw are translated here. */
  readonly routes?: readonly FastifyPluginAsync[];
  ready(): Promise<ReadyState>;
  readonly log: Log;
  readonly limits?: Limits;
  /** Cost that comes back to each name: see budgets.ts. */
  readonly costPerSecond: number;
  /** Of each name: see lanes.ts. */
  readonly operationsAtOnce: number;
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
}

export interface Server {
  /** Throws StartupError when it can't. Port 0 takes a free one. Returns the URL. */
  listen(host: string, port: number): Promise<string>;
  /** Takes no new requests, finishes those under way; after ten seconds it cuts them off. */
  close(): Promise<void>;
  /** The URL while it listens. */
  readonly address: string | undefined;
}

const MOST_SECONDS_TO_CLOSE = 10;
const SECONDS_FOR_A_REQUEST = 300;

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The HTTP server: /graphql, /graphiql, /health, /ready and the routes it is given. */
export async function createServer<Context extends Answering>(options: ServerOptions<Context>): Promise<Server> {
  const { schema, log, limits = LIMITS, costPerSecond, introspection, operationsAtOnce } = options;
  const documents = createDocuments(schema, limits, introspection);
  const budgets = new Budgets(costPerSecond, limits.cost);
  const admission = new Admission({ schema, documents, limits, budgets, introspection });
  const lanes = new Lanes(operationsAtOnce);
  const apollo = createApollo<Context & RequestContext>({ schema, documents, limits, log });
  await apollo.start();

  const app = createApp(options);
  let closing = false;
  app.addHook('onRequest', async () => {
    if (closing) throw new Unavailable('Vinci is stopping; send this again when it is back.');
  });
  app.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  guard(app, new BodyClock(app.server, SECONDS_FOR_A_REQUEST * 1_000), options);
  await app.register(healthRoutes(() => options.ready()));
  await app.register(graphiqlRoutes(options.browserLogin ?? false));
  await app.register(graphqlRoute({ apollo, admission, lanes, log, context: (asked) => options.context(asked) }));
  for (const route of options.routes ?? []) await app.register(route);
  const sockets = new Sockets<Context>({ ...options, admission, lanes });
  sockets.attach(app.server);

  let address: string | undefined;
  let closed: Promise<void> | undefined;
  async function close(): Promise<void> {
    closing = true;
    address = undefined;
    sockets.close();
    const cutOff = setTimeout(() => app.server.closeAllConnections(), MOST_SECONDS_TO_CLOSE * 1_000);
    await app.close();
    clearTimeout(cutOff);
    await apollo.stop();
  }
  return {
    async listen(host, port) {
      if (options.loopbackOnly && !isLoopback(host))
        throw new StartupError(
          `Without authentication Vinci listens on loopback only, not on ${host}: set HOST to 127.0.0.1, or unset VINCI_AUTH.`,
        );
      address = await listenOn(app, host, port);
      return address;
    },
    close() {
      closed ??= close();
      return closed;
    },
    get address() {
      return address;
    },
  };
}

function createApp({ log }: Pick<ServerOptions<object>, 'log'>): FastifyInstance {
  const app = Fastify({
    logger: false,
    genReqId: requestIdOf,
    // The hook in createServer answers in our words.
    return503OnClosing: false,
    // A URL that cannot be read: no hook has run yet.
    frameworkErrors: (error, request, reply: FastifyReply) => {
      const { status, body } = httpProblem(error, { requestId: request.id, log });
      reply.code(status).headers(HEADERS).header('x-request-id', request.id).send(body);
    },
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, headers, body } = httpProblem(error, { requestId: request.id, log });
    reply.code(status).headers(headers).send(body);
  });
  app.setNotFoundHandler((request) => {
    throw new VinciError(
      'NOT_FOUND',
      `There is no ${request.method} ${request.url.split('?')[0]} here; POST /api/v1/lineage takes events, GraphQL is at /graphql, GraphiQL at /graphiql.`,
    );
  });
  return app;
}

/** Runs first for every request: headers of the answer, then who asks. */
function guard(
  app: FastifyInstance,
  clock: BodyClock,
  { authenticate, loopbackOnly, publicUrl }: Pick<ServerOptions<object>, 'authenticate' | 'loopbackOnly' | 'publicUrl'>,
): void {
  app.decorateRequest('viewer');
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS).header('x-request-id', request.id);
    if (loopbackOnly) refuseRebinding(request.headers, publicUrl);
    if (request.routeOptions.config?.public) return;
    refuseCrossSite(request.headers);
    request.viewer = await authenticate(request.headers.authorization, request.ip);
    if (request.routeOptions.config?.longBody) clock.release(request.raw);
  });
}

async function listenOn(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw new StartupError(whyNotListening(error, host, port), { cause: error });
  }
  const { port: actual } = app.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
}

function whyNotListening(error: unknown, host: string, port: number): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken by another program: stop that one, or set PORT to a free port.`;
  if (code === 'EACCES') return `Listening on port ${port} is not allowed for this user: set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this machine: set HOST to 127.0.0.1, or to 0.0.0.0 for all of its addresses.`;
  return `Vinci cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`;
}
