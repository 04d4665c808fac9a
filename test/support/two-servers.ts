import type { Connection } from '../../src/neo4j/driver.js';
import { HttpClient } from './http-client.js';
import { LiveClient } from './live-client.js';
import { freshNeo4j } from './neo4j.js';
import { startTestApp, type TestApp } from './test-app.js';

/** Two servers on one database of their own, as behind a load balancer, and who is connected to them. Stop them in afterAll. */
export class TwoServers {
  readonly #clients: LiveClient[] = [];

  private constructor(
    readonly neo4j: Connection,
    readonly one: TestApp,
    readonly other: TestApp,
    /** An administrator's, of the first. */
    readonly http: HttpClient,
  ) {}

  /** `publicUrl`: under which browsers reach the other one. */
  static async start(publicUrl?: string): Promise<TwoServers> {
    const neo4j = await freshNeo4j();
    const [one, other] = [await startTestApp(neo4j), await startTestApp(neo4j, publicUrl === undefined ? {} : { publicUrl })];
    return new TwoServers(neo4j, one, other, new HttpClient(one.url, one.token, 8));
  }

  connect({ token: admin, url }: TestApp, token = admin, headers: Record<string, string> = {}): LiveClient {
    const client = new LiveClient(url, { authorization: `Bearer ${token}` }, headers);
    this.#clients.push(client);
    return client;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.close()));
    this.http.close();
    await Promise.all([this.one.stop(), this.other.stop()]);
  }
}
