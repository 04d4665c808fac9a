import type { IngestResult } from './ingest.js';
import type { LineageResult } from './lineage.js';
import type { SearchResult } from './search.js';
import type { Row } from './table.js';

/** What is asked of an estate of size M on two cores (docs/decisions tell where the numbers come from). */
const TARGETS = { lastToFirst: 0.8, p99: 500, nodeMegabytes: 400, hubRatio: 3, ordinaryP50: 15, suggestP50: 20 };

export interface PlainWrite {
  readonly eventsPerSecond: number;
  readonly databaseCpu: number;
}

/** `target`: events per second. `steady`: whether the way of posting has targets for latency and steadiness. */
export function ingestRows(what: string, result: IngestResult, plain: PlainWrite, target: number | undefined, steady = true): Row[] {
  const { eventsPerSecond, lastHalfPerSecond, p50, p95, p99, lastToFirst, databaseCpu, nodeCpu } = result;
  return [
    {
      what: `${what}: events/s`,
      vinci: eventsPerSecond.toFixed(0),
      plain: plain.eventsPerSecond.toFixed(0),
      ratio: eventsPerSecond / plain.eventsPerSecond,
      ...(target !== undefined && { target: `>= ${target.toFixed(0)}`, met: eventsPerSecond >= target }),
    },
    { what: `${what}: events/s in the last half`, vinci: lastHalfPerSecond.toFixed(0) },
    {
      what: `${what}: request p50 / p95 / p99, ms`,
      vinci: [p50, p95, p99].map((value) => value.toFixed(0)).join(' / '),
      ...(steady && { target: `p99 < ${TARGETS.p99}`, met: p99 < TARGETS.p99 }),
    },
    // Of few large requests several end at once: that tells nothing.
    ...(steady ? [{ what: `${what}: last tenth / first tenth`, vinci: lastToFirst.toFixed(2), ...steadiness(lastToFirst) }] : []),
    {
      what: `${what}: processor ms/event, Neo4j + server`,
      vinci: `${databaseCpu.toFixed(1)} + ${nodeCpu.toFixed(1)}`,
      plain: plain.databaseCpu.toFixed(1),
      ratio: (databaseCpu + nodeCpu) / plain.databaseCpu,
    },
  ];
}

function steadiness(lastToFirst: number): Pick<Row, 'target' | 'met'> {
  return { target: `>= ${TARGETS.lastToFirst}`, met: lastToFirst >= TARGETS.lastToFirst };
}

export function memoryRow(megabytes: number): Row {
  const met = megabytes < TARGETS.nodeMegabytes;
  return { what: 'server: most memory resident, MB', vinci: String(megabytes), target: `< ${TARGETS.nodeMegabytes}`, met };
}

export function lineageRows({ hubs, ordinaryP50, ordinaryP95 }: LineageResult): Row[] {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const vinci = sum(hubs.map((hub) => hub.vinci));
  const plain = sum(hubs.map((hub) => hub.plain));
  return [
    ...hubs.map((hub) => ({
      what: `lineage of a hub, ${hub.nodes} nodes, ${hub.edges} edges, ms`,
      vinci: hub.vinci.toFixed(0),
      plain: hub.plain.toFixed(0),
      ratio: hub.vinci / hub.plain,
    })),
    {
      what: `lineage of ${hubs.length} hubs at depth 10, together, ms`,
      vinci: vinci.toFixed(0),
      plain: plain.toFixed(0),
      ratio: vinci / plain,
      target: `<= ${TARGETS.hubRatio} x plain`,
      met: vinci / plain <= TARGETS.hubRatio,
    },
    {
      what: 'lineage of ordinary datasets, p50 (p95), ms',
      vinci: `${ordinaryP50.toFixed(1)} (${ordinaryP95.toFixed(1)})`,
      target: `p50 < ${TARGETS.ordinaryP50}`,
      met: ordinaryP50 < TARGETS.ordinaryP50,
    },
  ];
}

export function searchRows({ suggest, search, listed }: SearchResult): Row[] {
  const row = (what: string, { vinci, plain }: { vinci: number; plain: number }): Row => ({
    what,
    vinci: vinci.toFixed(1),
    plain: plain.toFixed(1),
    ratio: vinci / plain,
  });
  return [
    {
      ...row('suggestions while typing, p50, ms', suggest),
      target: `p50 < ${TARGETS.suggestP50}`,
      met: suggest.vinci < TARGETS.suggestP50,
    },
    row('search, 20 of up to 1,000 ranked hits, p50, ms', search),
    row('search with why each was found and facets, p50, ms', listed),
  ];
}
