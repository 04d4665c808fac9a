import { setTimeout } from 'node:timers/promises';
import neo4j, { type Driver, Neo4jError, type QueryResult, type Session } from 'neo4j-driver';
import { StartupError, Unavailable, type VinciError } from '../errors.js';
import type { Database, Run } from './database.js';

export interface Connection {
  /** bolt://, bolt+s://, neo4j:// or neo4j+s:// */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Absent: the user's home database. */
  readonly database?: string;
}

/** `CALL () { ... }`, which the Writer's statements use, came with 5.23; 5.26 is the long-term release. */
const OLDEST_SERVER = [5, 26] as const;

/** How long a read is retried; then the caller hears that the database is away. Milliseconds. */
const READ_RETRY_MS = 4_000;
const FIRST_PAUSE_MS = 100;
const CONNECT_MS = 4_000;

/** Opens the driver and asks the server for its version. Throws StartupError when it is unreachable, refuses us or is too old. */
export async function connect(connection: Connection): Promise<Neo4jDatabase> {
  const database = new Neo4jDatabase(openDriver(connection), connection.database, connection.uri);
  try {
    await database.verify();
    return database;
  } catch (error) {
    await database.close();
    throw startupErrorOf(error, connection);
  }
}

/** The Database over neo4j-driver. */
export class Neo4jDatabase implements Database {
  /** In a cluster a read may go to another member than the write before it; a single server needs none. */
  readonly #bookmarks = neo4j.bookmarkManager();
  readonly #routed: boolean;

  constructor(
    readonly driver: Driver,
    private readonly database?: string,
    uri = '',
  ) {
    this.#routed = uri.startsWith('neo4j');
  }

  /** In a transaction of its own that needs one round trip, where the driver's managed ones need three. */
  async read<Row extends object>(cypher: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Row[]> {
    const giveUpAt = Date.now() + READ_RETRY_MS;
    for (let pause = FIRST_PAUSE_MS; ; pause *= 2)
      try {
        return await this.#run<Row>(neo4j.session.READ, cypher, parameters);
      } catch (error) {
        if (!(error instanceof Unavailable) || Date.now() + pause > giveUpAt) throw error;
        await setTimeout(pause);
      }
  }

  async write<Row extends object>(cypher: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Row[]> {
    return this.#run<Row>(neo4j.session.WRITE, cypher, parameters);
  }

  async transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    try {
      return await this.session(neo4j.session.WRITE, async (session) => {
        const transaction = session.beginTransaction();
        try {
          const result = await work(async (cypher, parameters = {}) => rowsOf(await transaction.run(cypher, parameters)));
          await transaction.commit();
          return result;
        } catch (error) {
          await transaction.rollback().catch(() => undefined);
          throw error;
        }
      });
    } catch (error) {
      throw translated(error);
    }
  }

  /** Rejects with the driver's own error. */
  async verify(): Promise<void> {
    const server = await this.driver.getServerInfo(this.database ? { database: this.database } : {});
    const [, major, minor] = /Neo4j\/(\d+)\.(\d+)/.exec(server.agent ?? '') ?? [];
    const [oldestMajor, oldestMinor] = OLDEST_SERVER;
    // Versions since 2025 are named by the year: 2025.01.
    if (major && (+major < oldestMajor || (+major === oldestMajor && +minor! < oldestMinor)))
      throw new StartupError(`${server.address} is Neo4j ${major}.${minor}: use ${OLDEST_SERVER.join('.')} or later.`);
    await this.session(neo4j.session.READ, async (session) => {
      await session.run('RETURN 1');
    });
  }

  /** A session for what needs more than one statement in one transaction (migrations); errors are the driver's own. */
  async session<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.driver.session({
      defaultAccessMode: mode,
      ...(this.#routed ? { bookmarkManager: this.#bookmarks } : {}),
      ...(this.database ? { database: this.database } : {}),
    });
    try {
      return await work(session);
    } finally {
      // Closing fails when the connection is gone; what matters has been said by then.
      await session.close().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  async #run<Row extends object>(mode: 'READ' | 'WRITE', cypher: string, parameters: Readonly<Record<string, unknown>>): Promise<Row[]> {
    try {
      return await this.session(mode, async (session) => rowsOf<Row>(await session.run(cypher, parameters)));
    } catch (error) {
      throw translated(error);
    }
  }
}

const rowsOf = <Row extends object>({ records }: QueryResult): Row[] => records.map((record) => record.toObject() as Row);

const translated = (error: unknown): unknown =>
  isAway(error) ? new Unavailable('The database cannot be reached now; try again shortly.', 2, { cause: error }) : error;

/** Opens without connecting. */
export function openDriver(connection: Connection): Driver {
  return neo4j.driver(connection.uri, neo4j.auth.basic(connection.user, connection.password), {
    disableLosslessIntegers: true,
    maxTransactionRetryTime: READ_RETRY_MS,
    connectionTimeout: CONNECT_MS,
    connectionAcquisitionTimeout: CONNECT_MS + READ_RETRY_MS,
    connectionLivenessCheckTimeout: 30_000,
    maxConnectionPoolSize: 100,
    telemetryDisabled: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    userAgent: 'vinci',
  });
}

const AWAY_CODES: ReadonlySet<string> = new Set([
  'ServiceUnavailable',
  'SessionExpired',
  'Neo.DatabaseError.Transaction.TransactionCommitFailed',
  'Neo.DatabaseError.Transaction.TransactionStartFailed',
  'Neo.DatabaseError.General.UnknownError',
  'Neo.DatabaseError.Database.DatabaseLimitReached',
  'Neo.ClientError.Cluster.NotALeader',
  'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.ClientError.Security.Unauthorized',
  'Neo.ClientError.Security.AuthenticationRateLimit',
]);

/** True when the same statement may succeed later: what failed is the database, not the data. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Neo4jError)) return false;
  return (
    AWAY_CODES.has(error.code) ||
    error.code.startsWith('Neo.TransientError.') ||
    /acquisition timed out|pool is closed/i.test(error.message)
  );
}

/** One sentence with what to do, for a connection that failed while Vinci starts. */
export function startupErrorOf(error: unknown, connection: Connection): VinciError {
  if (error instanceof StartupError) return error;
  const where = `Neo4j at ${connection.uri}`;
  const options = { cause: error };
  const code = error instanceof Neo4jError ? error.code : '';
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit')
    return new StartupError(
      `${where} refuses "${connection.user}" for a while after too many wrong passwords: wait a minute, then start again.`,
      options,
    );
  if (code.startsWith('Neo.ClientError.Security.'))
    return new StartupError(`${where} refused the user "${connection.user}": check NEO4J_USER and NEO4J_PASSWORD.`, options);
  if (code.startsWith('Neo.ClientError.Database.'))
    return new StartupError(`${where} has no database named "${connection.database}": check NEO4J_DATABASE.`, options);
  if (isAway(error)) return new StartupError(`${where} cannot be reached: check NEO4J_URI and that the server runs.`, options);
  return new StartupError(`${where} cannot be used: ${error instanceof Error ? error.message : String(error)}`, options);
}
