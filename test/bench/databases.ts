import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { silentLog } from '../../src/log.js';
import { openDriver } from '../../src/neo4j/driver.js';
import { ManagedNeo4j } from '../../src/neo4j/managed/managed-neo4j.js';
import { silent } from '../../src/neo4j/managed/progress.js';
import { testCacheFolder } from '../support/neo4j.js';
import { boltOf, VinciProcess } from '../support/vinci-process.js';

interface Running {
  readonly vinci: VinciProcess;
  readonly driver: Driver;
}

/** A bench asks in one name for what many people ask for. */
const UNTHROTTLED = { VINCI_COST_PER_SECOND: '1000000000' };

let shared: Running | undefined;

/** While `work` runs, all benches get the same Vinci: starting one takes longer than a smoke test. */
export function sharingVinci<T>(work: () => Promise<T>): Promise<T> {
  return withVinci(async (vinci, driver) => {
    shared = { vinci, driver };
    return work().finally(() => {
      shared = undefined;
    });
  });
}

/** Runs `work` against a Vinci on an empty database of its own; both are gone afterwards. The driver sees the same database. */
export async function withVinci<T>(work: (vinci: VinciProcess, driver: Driver) => Promise<T>): Promise<T> {
  if (shared) return work(shared.vinci, shared.driver);
  const data = mkdtempSync(join(tmpdir(), 'vinci-bench-'));
  try {
    const vinci = await VinciProcess.start({ data, environment: UNTHROTTLED });
    const driver = openDriver(boltOf(data));
    try {
      return await work(vinci, driver);
    } finally {
      await driver.close();
      await vinci.stop();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Runs `work` against an empty Neo4j set up just as Vinci sets up its own. */
export async function withPlainNeo4j<T>(work: (driver: Driver, pid: number) => Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'vinci-bench-plain-'));
  try {
    const options = { dataFolder, cacheFolder: testCacheFolder(), environment: process.env, log: silentLog, progress: silent };
    const neo4j = await ManagedNeo4j.start(options);
    const driver = openDriver(neo4j.connection);
    try {
      return await work(driver, neo4j.processes.server!);
    } finally {
      await driver.close();
      await neo4j.stop();
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
