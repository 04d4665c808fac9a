import type { HttpClient } from '../support/http-client.js';

/** Requests that one worker sends in order: the START and COMPLETE of a run, or one array. */
export type Unit = readonly Buffer[];

export interface Drive {
  readonly connections: number;
  /** Events in each request. */
  readonly eventsPerRequest: number;
  readonly units: readonly Unit[];
}

export interface DriveResult {
  readonly events: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  /** Milliseconds per request, without the first tenth of the requests. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Of the last half of the events: by then Java has compiled what is used most. */
  readonly lastHalfPerSecond: number;
  /** Rate of the last tenth of the events over that of the first. */
  readonly lastToFirst: number;
  /** How many requests were answered with each status. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** Sends all units, each connection its next one as soon as it has the answer to the one before. */
export async function drive(client: HttpClient, { units, connections, eventsPerRequest }: Drive): Promise<DriveResult> {
  const requests = units.reduce((sum, unit) => sum + unit.length, 0);
  const latencies = new Float64Array(requests);
  const finished = new Float64Array(requests);
  const statuses: Record<string, number> = {};
  let sent = 0;
  let done = 0;
  let next = 0;
  const began = performance.now();

  const work = async (): Promise<void> => {
    for (let unit = units[next++]; unit; unit = units[next++])
      for (const body of unit) {
        const request = sent++;
        const start = performance.now();
        const { status } = await client.post('/api/v1/lineage', body);
        const end = performance.now();
        latencies[request] = end - start;
        finished[done++] = end - began;
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
  };
  await Promise.all(Array.from({ length: connections }, work));

  const seconds = finished[requests - 1]! / 1000;
  const warm = latencies.slice(Math.floor(requests / 10)).sort();
  const events = requests * eventsPerRequest;
  return {
    events,
    seconds,
    eventsPerSecond: events / seconds,
    lastHalfPerSecond: lastHalf(finished) * eventsPerRequest * 1000,
    p50: quantile(warm, 0.5),
    p95: quantile(warm, 0.95),
    p99: quantile(warm, 0.99),
    lastToFirst: lastTenthToFirst(finished),
    statuses,
  };
}

/** `sorted`: ascending, not empty. */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;
}

/** Requests per millisecond, from when each had its answer. */
function lastHalf(finished: ArrayLike<number>): number {
  const half = finished.length >> 1;
  return (finished.length - half) / timeOfLast(finished, finished.length - half);
}

/** Milliseconds in which the last `count` requests were answered. */
function timeOfLast(finished: ArrayLike<number>, count: number): number {
  return finished[finished.length - 1]! - (finished[finished.length - 1 - count] ?? 0);
}

/** From when each request had its answer, ascending: how the rate of the last tenth compares with that of the first. */
export function lastTenthToFirst(finished: ArrayLike<number>): number {
  const tenth = Math.max(1, Math.floor(finished.length / 10));
  return finished[tenth - 1]! / timeOfLast(finished, tenth);
}
