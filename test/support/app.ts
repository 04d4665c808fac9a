import { type App, createApp } from '../../src/app.js';
import type { Config } from '../../src/config.js';
import { silentLog } from '../../src/log.js';
import type { Connection } from '../../src/neo4j/driver.js';
import { newTestFolder, testCacheFolder } from './neo4j.js';

const TOKEN = 'an-admin-token-for-tests-only';

export interface TestApp {
  readonly url: string;
  /** Of an administrator. */
  readonly token: string;
  readonly app: App;
  stop(): Promise<void>;
}

/** All of Vinci in this process, on a Neo4j that is there: `startApp(await testNeo4j())`, or `freshNeo4j()`. Stop it in afterAll. */
export async function startApp(neo4j: Connection, settings: Partial<Config> = {}): Promise<TestApp> {
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    neo4j,
    dataFolder: newTestFolder(),
    cacheFolder: testCacheFolder(),
    authentication: true,
    token: TOKEN,
    environment: process.env,
    ...settings,
  };
  const app = await createApp(config, { log: silentLog });
  const { url } = await app.start();
  return { url, token: TOKEN, app, stop: () => app.stop() };
}
