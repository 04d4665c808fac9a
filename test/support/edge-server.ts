import 'reflect-metadata';
import type { FastifyPluginAsync } from 'fastify';
import { Arg, buildSchema, Ctx, Int, Query, Resolver } from 'type-graphql';
import { anonymous, createAuthentication } from '../../src/access/authentication.js';
import { admitGivenToken } from '../../src/access/first-token.js';
import { TokenRepository } from '../../src/access/token.repository.js';
import { TokenResolver } from '../../src/access/token.resolver.js';
import { Tokens } from '../../src/access/tokens.js';
import { requireRole, type Viewer } from '../../src/access/viewer.js';
import { BadInput, Unavailable } from '../../src/errors.js';
import type { ReadyState } from '../../src/graphql/health.js';
import { createServer, type Server } from '../../src/graphql/server.js';
import type { Log } from '../../src/log.js';
import type { Database } from '../../src/neo4j/database.js';

/** Fields that go wrong in every way, so that one can see how it is told. */
@Resolver()
class TroubleResolver {
  @Query(() => String)
  hello(): string {
    return 'world';
  }

  @Query(() => String, { nullable: true })
  async slowly(@Arg('milliseconds', () => Int) milliseconds: number): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return 'done';
  }

  @Query(() => String, { nullable: true })
  broken(): string {
    throw new Error('the password is 1234');
  }

  @Query(() => String, { nullable: true })
  refused(): string {
    throw new BadInput('first is 0; it must be from 1 to 100.', ['first']);
  }

  @Query(() => String, { nullable: true })
  away(): string {
    throw new Unavailable('The database cannot be reached now; try again shortly.');
  }

  @Query(() => String, { nullable: true })
  forStewards(@Ctx() { viewer }: { viewer: Viewer }): string {
    requireRole(viewer, 'STEWARD');
    return viewer.name;
  }
}

const routes: FastifyPluginAsync = async (app) => {
  app.get('/api/who', async ({ viewer }) => viewer);
  app.get('/api/broken', async () => {
    throw new Error('the password is 1234');
  });
  app.post('/api/refused', async () => {
    throw new BadInput('runId is missing.', ['run', 'runId']);
  });
  app.post('/api/away', async () => {
    throw new Unavailable('The database cannot be reached now; try again shortly.', 3);
  });
};

export interface EdgeServer {
  readonly url: string;
  readonly server: Server;
  /** Of an administrator. */
  readonly token: string;
  readonly logged: unknown[];
  ready: ReadyState;
  /** What the clients of this server wait for: the database as the tokens see it. */
  database: Database;
}

export const ADMIN_SECRET = 'an-admin-token-of-the-tests';

/** The HTTP server with its tokens on a real Neo4j, and with fields and routes that fail as they are told. */
export async function startEdgeServer(
  database: Database,
  { authentication = true, costPerSecond = 1_000_000, introspection = true, host = '127.0.0.1', port = 0 } = {},
): Promise<EdgeServer> {
  const logged: unknown[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: (message, details) => logged.push({ message, ...details }) };
  const edge = { ready: { ready: true } as ReadyState, database };
  const current: Database = {
    read: (statement, parameters) => edge.database.read(statement, parameters),
    write: (statement, parameters) => edge.database.write(statement, parameters),
    transaction: (work) => edge.database.transaction(work),
    close: async () => {},
  };
  const repository = new TokenRepository(current);
  await admitGivenToken(repository, ADMIN_SECRET);
  const { authenticate, forget } = createAuthentication({ tokens: repository });
  const resolver = new TokenResolver(new Tokens({ repository, forget }));
  const instances = new Map<unknown, unknown>([
    [TokenResolver, resolver],
    [TroubleResolver, new TroubleResolver()],
  ]);
  const schema = await buildSchema({
    resolvers: [TokenResolver, TroubleResolver],
    container: { get: (type) => instances.get(type) },
    validate: false,
  });
  const server = await createServer({
    schema,
    context: ({ viewer }) => ({ viewer, sight: null }),
    authenticate: authentication ? authenticate : anonymous,
    sharedRightsOf: async (viewer) => ({ key: viewer.role, viewer }),
    loopbackOnly: !authentication,
    costPerSecond,
    operationsAtOnce: 4,
    introspection,
    routes: [routes],
    ready: async () => edge.ready,
    log,
  });
  const url = await server.listen(host, port);
  return Object.assign(edge, { url, server, token: ADMIN_SECRET, logged });
}
