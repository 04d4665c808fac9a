import 'reflect-metadata';
import { join } from 'node:path';
import { createApp } from '../../src/app.js';
import type { Config } from '../../src/config.js';
import { silentLog } from '../../src/log.js';
import type { Connection } from '../../src/neo4j/driver.js';
import { newTestFolder, testCacheFolder } from './neo4j.js';

const TOKEN = 'vinci-token-of-this-test-run-only';

/** The whole of Vinci in the test's process, on a Neo4j that is running already. Stop it in afterAll. */
export interface TestApp {
  readonly url: string;
  /** Of an administrator. */
  readonly token: string;
  stop(): Promise<void>;
}

export async function startTestApp(neo4j: Connection, settings: Partial<Config> = {}, clock?: () => number): Promise<TestApp> {
  const { dataFolder = newTestFolder() } = settings;
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    neo4j,
    dataFolder,
    artifacts: join(dataFolder, 'artifacts'),
    artifactMaxBytes: 10 * 2 ** 30,
    cacheFolder: testCacheFolder(),
    costPerSecond: 1_000_000,
    operationsAtOnce: 4,
    introspection: true,
    webhooks: { private: true, redirects: 0 },
    authentication: true,
    token: TOKEN,
    environment: process.env,
    ...settings,
  };
  const app = await createApp(config, { log: silentLog, ...(clock && { clock }) });
  const { url } = await app.start();
  return { url, token: TOKEN, stop: () => app.stop() };
}
