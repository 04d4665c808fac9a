import type { Driver } from 'neo4j-driver';
import { HttpClient } from '../support/http-client.js';
import { cpuSeconds, peakMegabytes } from '../support/process-usage.js';
import { databasePid, type VinciProcess } from '../support/vinci-process.js';
import { type Drive, type DriveResult, drive } from './drive.js';
import type { Counts } from './estate/closure.js';

export interface IngestResult extends DriveResult {
  /** Milliseconds of processor time per event. */
  readonly databaseCpu: number;
  readonly nodeCpu: number;
  readonly nodePeakMegabytes: number;
}

export async function measureIngest(vinci: VinciProcess, load: Drive): Promise<IngestResult> {
  const database = databasePid(vinci.data)!;
  const client = new HttpClient(vinci.url, vinci.token, load.connections);
  const before = { node: cpuSeconds(vinci.pid), database: cpuSeconds(database) };
  const result = await drive(client, load);
  const perEvent = (seconds: number): number => (seconds * 1000) / result.events;
  client.close();
  return {
    ...result,
    databaseCpu: perEvent(cpuSeconds(database) - before.database),
    nodeCpu: perEvent(cpuSeconds(vinci.pid) - before.node),
    nodePeakMegabytes: peakMegabytes(vinci.pid),
  };
}

const FOUND = `RETURN COUNT { (:Job) } AS jobs, COUNT { (:Dataset) } AS datasets, COUNT { (:Column) } AS columns,
COUNT { ()-[:FEEDS]->() } AS readEdges, COUNT { ()-[:PRODUCES]->() } AS writeEdges, COUNT { ()-[:DERIVES]->() } AS columnEdges,
COUNT { (:Run) } AS runs`;

/** What in the graph differs from the estate, a sentence each. */
export async function checkGraph(driver: Driver, estate: Counts, runs: number): Promise<string[]> {
  const { records } = await driver.executeQuery(FOUND);
  const found = records[0]!.toObject() as Record<string, number>;
  const { maxFanout: _, ...counted } = estate;
  return Object.entries({ ...counted, runs })
    .filter(([name, expected]) => found[name] !== expected)
    .map(([name, expected]) => `The graph has ${found[name]} ${name}; the estate has ${expected}.`);
}

/** What was answered with anything but 201, a sentence each. */
export function checkStatuses({ statuses }: DriveResult): string[] {
  return Object.entries(statuses)
    .filter(([status]) => status !== '201')
    .map(([status, count]) => `${count} requests were answered with ${status}.`);
}
