import 'reflect-metadata';
import { join } from 'node:path';
import { Access } from './access/access.js';
import { anonymous, createAuthentication } from './access/authentication.js';
import { admitGivenToken, makeFirstToken } from './access/first-token.js';
import { rightsFrom } from './access/issuer/rights.js';
import { openPeople } from './access/people.js';
import { Policies } from './access/policies.js';
import { PolicyRepository } from './access/policy.repository.js';
import { PolicyResolver } from './access/policy.resolver.js';
import { SlowLane } from './access/slow-lane.js';
import { TokenRepository } from './access/token.repository.js';
import { TokenResolver } from './access/token.resolver.js';
import { Tokens } from './access/tokens.js';
import { openArtifactStore } from './artifact-store/open-store.js';
import { Spool } from './artifact-store/spool.js';
import { keepTidy } from './artifact-store/tidy.js';
import { tellHeads } from './audit/tell-heads.js';
import { type ArtifactRow, artifactId } from './catalog/artifact/artifact.js';
import { PurgeResolver } from './catalog/artifact/purge.resolver.js';
import { findEntities, headPosition } from './catalog/entity/entity.repository.js';
import { registerStockStages } from './catalog/segment/stock-stages.mutation.js';
import type { Config } from './config.js';
import { Feed } from './events/feed.js';
import { followedLog } from './events/followed-log.js';
import { createContext } from './graphql/context.js';
import type { ReadyState } from './graphql/health.js';
import { buildVinciSchema } from './graphql/schema.js';
import { createServer, type Server } from './graphql/server.js';
import { warmUpReads } from './graphql/warm-up.js';
import { artifactRoutes } from './ingest/artifacts/route.js';
import { Uploads } from './ingest/artifacts/uploads.js';
import { lineageRoutes } from './ingest/openlineage/route.js';
import { LineageReader } from './lineage/lineage-reader.js';
import type { Log } from './log.js';
import { type Connection, connect } from './neo4j/driver.js';
import type { DataFolderLock } from './neo4j/managed/data-folder-lock.js';
import { lockDataFolder, ManagedNeo4j } from './neo4j/managed/managed-neo4j.js';
import { type Progress, silent } from './neo4j/managed/progress.js';
import { migrate } from './neo4j/migrate.js';
import { StartingDatabase } from './neo4j/starting-database.js';
import { TRUSTING, WARY } from './outbound/send-request.js';
import { keepProbing } from './probe/prober.js';
import { keepIndexed } from './search/search-index.js';
import { Turns } from './turns.js';
import { Dispatcher } from './webhooks/dispatcher.js';
import { ownersFrom } from './webhooks/owner.js';
import { WebhookResolver } from './webhooks/webhook.resolver.js';
import { Webhooks } from './webhooks/webhooks.js';
import type { Started } from './welcome.js';
import { backfillSearchWords } from './write/search-backfill.js';
import { Writer } from './write/writer.js';

export interface AppOptions {
  readonly log: Log;
  readonly progress?: Progress;
  /** By which webhooks are tried again. Milliseconds since 1970. */
  readonly clock?: () => number;
}

export interface App {
  /** Resolves when requests are answered. Throws StartupError; what was started by then has been stopped. */
  start(): Promise<Started>;
  /** Takes no new requests, finishes what is under way, ends the managed Neo4j. */
  stop(): Promise<void>;
  /** Lets in a program that this process starts, until it has ended; it is given no token where none is needed. */
  lendToken<Result>(name: string, use: (secret: string | undefined) => Promise<Result>): Promise<Result>;
}

/** Puts the parts together. Nothing runs before `start`. */
export async function createApp(config: Config, { log, progress = silent, clock = Date.now }: AppOptions): Promise<App> {
  const database = new StartingDatabase();
  const feed = new Feed({ log: followedLog(database) });
  const writer = new Writer(database, undefined, (batch) => feed.committed(batch));
  const tokens = new TokenRepository(database);
  const policies = new Policies({ repository: new PolicyRepository(database) });
  const slowLane = new SlowLane();
  const people =
    config.people &&
    openPeople(config.people, {
      rightsOf: rightsFrom(policies, config.people.rights),
      database,
      log,
      slowLane,
      forget: (sessionId) => forget(sessionId),
      publicUrl: () => config.publicUrl ?? server.address ?? '',
    });
  const { authenticate, forget } = createAuthentication({ tokens, slowLane, ...(people && { credentials: people.credentials }) });
  const issuing = new Tokens({ repository: tokens, forget });
  const turns = new Turns();
  const access = new Access(database, policies);
  const parts = { access, database, submit: writer.submit, lineage: new LineageReader(database), turns, feed };
  const store = await openArtifactStore(config.artifacts);
  const spool = new Spool(join(config.dataFolder, 'artifacts', 'incoming'));
  const find = async (hash: string) => (await findEntities(database, [artifactId(hash)]))[0] as ArtifactRow | null;
  const uploads = new Uploads({ store, spool, turns, find, submit: writer.submit, maxBytes: config.artifactMaxBytes });
  const reach = config.webhooks.private ? { ...TRUSTING, redirects: config.webhooks.redirects } : WARY;
  const ownerOf = ownersFrom({ tokens, authentication: config.authentication, clock: Date.now });
  const dispatcher = new Dispatcher({ database, feed, log, ownerOf, sightOf: (viewer) => access.sightOf(viewer), reach, clock });
  const webhooks = new Webhooks({ database, reach, isPrivate: config.webhooks.private, changed: () => dispatcher.look(), clock });
  const instances = new Map<unknown, object>([
    [TokenResolver, new TokenResolver(issuing)],
    [PolicyResolver, new PolicyResolver(policies, () => headPosition(database))],
    [PurgeResolver, new PurgeResolver({ store, turns })],
    [WebhookResolver, new WebhookResolver(webhooks)],
  ]);
  const schema = buildVinciSchema(instances);
  let ready = false;
  const server: Server = await createServer({
    schema,
    context: (asked) => createContext(parts, asked),
    authenticate: config.authentication ? authenticate : anonymous,
    sharedRightsOf: (viewer) => access.sharedRightsOf(viewer),
    loopbackOnly: !config.authentication,
    ...(config.publicUrl && { publicUrl: config.publicUrl }),
    costPerSecond: config.costPerSecond,
    operationsAtOnce: config.operationsAtOnce,
    introspection: config.introspection,
    browserLogin: config.people?.client !== undefined,
    routes: [
      lineageRoutes({ submit: writer.submit, mayPush: (viewer, ids) => access.require(viewer, 'CONNECTOR', ids) }),
      artifactRoutes({ store, find, uploads, sightOf: (viewer) => access.sightOf(viewer) }),
      ...(people?.routes ?? []),
    ],
    ready: () => readyState(ready, database),
    log,
  });
  let managed: ManagedNeo4j | undefined;
  let endTidying = (): void => undefined;
  let endProbing = async (): Promise<void> => undefined;
  let endIndexing = async (): Promise<void> => undefined;
  let endTellingHeads = async (): Promise<void> => undefined;

  async function openDatabase(lock: DataFolderLock | undefined): Promise<void> {
    const { dataFolder, cacheFolder, environment, neo4jHeap } = config;
    const memory = neo4jHeap ? { memory: { heap: neo4jHeap, pageCache: neo4jHeap / 2 } } : {};
    if (lock) managed = await ManagedNeo4j.start({ dataFolder, cacheFolder, environment, log, progress, lock, ...memory });
    const opened = await connect(managed?.connection ?? (config.neo4j as Connection));
    progress.begin('Migrating');
    const statements = await migrate(opened);
    progress.end(statements > 0 ? `${statements} statements` : 'nothing to do');
    progress.begin('Words to search by');
    const made = await backfillSearchWords(opened, (done, of) => progress.update(`${done} of ${of}`));
    progress.end(made > 0 ? `made for ${made} entities` : 'nothing to do');
    database.use(opened);
  }

  async function warmUpWrites(): Promise<void> {
    await writer.warmUp();
    await registerStockStages(database, writer.submit);
  }

  async function start(): Promise<Started> {
    // First what fails fast, so that nobody waits for a database to learn that the port is taken.
    const lock = config.neo4j ? undefined : lockDataFolder(config.dataFolder);
    const url = await listenOrRelease(server, config, lock);
    await openDatabase(lock);
    if (config.authentication && config.token) await admitGivenToken(tokens, config.token);
    progress.begin('Warming up');
    const planned = (count: number): void => progress.update(`${count} statements planned`);
    await Promise.all([warmUpWrites(), warmUpReads(database, planned)]);
    progress.end('ready');
    endIndexing = keepIndexed(database);
    endTidying = keepTidy([spool, store], log);
    if (config.probe)
      endProbing = keepProbing({ database, submit: writer.submit, log, trusting: config.probe.trusting }, config.probe.seconds);
    dispatcher.start();
    // Last: who interrupts a start never saw the token that it made.
    const adminToken = config.authentication && !config.token ? await makeFirstToken(tokens) : undefined;
    endTellingHeads = tellHeads(database, log);
    ready = true;
    return { url, ...(adminToken && { adminToken }) };
  }

  async function stop(): Promise<void> {
    ready = false;
    const delivered = dispatcher.stop();
    feed.stop();
    await server.close();
    await delivered;
    endTidying();
    await uploads.drained();
    await endProbing();
    await writer.drained();
    await endIndexing();
    await endTellingHeads();
    await database.close();
    await managed?.stop();
  }

  return {
    stop,
    lendToken: async (name, use) => (config.authentication ? issuing.lend(name, use) : use(undefined)),
    async start() {
      try {
        return await start();
      } catch (error) {
        await stop();
        throw error;
      }
    },
  };
}

async function listenOrRelease(server: Server, { host, port }: Config, lock: DataFolderLock | undefined): Promise<string> {
  try {
    return await server.listen(host, port);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function readyState(started: boolean, database: StartingDatabase): Promise<ReadyState> {
  if (!started) return { ready: false, reason: 'Vinci is starting; try again shortly.' };
  try {
    await database.read('RETURN 1 AS one');
    return { ready: true };
  } catch {
    return { ready: false, reason: 'The database cannot be reached now; try again shortly.' };
  }
}
