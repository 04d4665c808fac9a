import type { Driver } from 'neo4j-driver';
import { datasetId } from '../../src/catalog/id.js';
import type { HttpClient } from '../support/http-client.js';
import { quantile } from './drive.js';
import { downstream, hubs, ordinary, readersOf } from './estate/closure.js';
import type { Estate } from './estate/estate.js';
import { DATASET_NAMESPACE } from './estate/events.js';
import { walkPlainly } from './plain/traverse.js';

const DEPTH = 10;
const HUBS = 10;
const ORDINARY = 100;
const ROUNDS = 5;
const PAGE = 1000;

const DOWNSTREAM = `query Downstream($id: ID!, $depth: Int, $first: Int!, $after: String) {
  lineage(id: $id, direction: DOWNSTREAM, depth: $depth, first: $first, after: $after) {
    nodes { distance entity { id ... on Entity { kind namespace name } } }
    edges { from to kind }
    pageInfo { hasNextPage endCursor }
    complete
  }
}`;

interface Page {
  readonly lineage: {
    readonly nodes: readonly { distance: number; entity: { id: string; kind: string } }[];
    readonly edges: readonly { from: string; to: string }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
    readonly complete: boolean;
  };
}

export interface HubResult {
  readonly name: string;
  readonly nodes: number;
  readonly edges: number;
  /** Milliseconds, medians. */
  readonly vinci: number;
  readonly plain: number;
}

export interface LineageResult {
  readonly hubs: readonly HubResult[];
  /** Milliseconds, over datasets drawn from all. */
  readonly ordinaryP50: number;
  readonly ordinaryP95: number;
  /** What differs from the estate, a sentence each. */
  readonly faults: readonly string[];
}

export async function measureLineage(client: HttpClient, driver: Driver, estate: Estate): Promise<LineageResult> {
  const readers = readersOf(estate);
  const faults: string[] = [];
  const hubResults: HubResult[] = [];

  for (const name of hubs(estate, HUBS)) {
    const id = datasetId(DATASET_NAMESPACE, name);
    const expected = downstream(readers, name, DEPTH);
    const timesOfVinci: number[] = [];
    const timesOfPlain: number[] = [];
    let answer = { nodes: 0, edges: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const [walk, plain] = await timed(() => walkPlainly(driver, id, DEPTH));
      const [whole, vinci] = await timed(() => wholeAnswer(client, id, DEPTH));
      const { datasets, jobs, edges, repeated } = whole;
      // Checked once, outside the clock.
      if (round === 0) {
        answer = { nodes: datasets + jobs, edges };
        if (datasets !== expected.datasets || jobs !== expected.jobs)
          faults.push(
            `${name}: ${datasets} datasets and ${jobs} jobs downstream; the estate has ${expected.datasets} and ${expected.jobs}.`,
          );
        if (edges < expected.edges) faults.push(`${name}: ${edges} edges downstream; the estate has ${expected.edges}.`);
        if (repeated > 0) faults.push(`${name}: ${repeated} nodes or edges came twice.`);
        if (walk.nodes.size !== answer.nodes) faults.push(`${name}: the plain walk found ${walk.nodes.size} nodes, not ${answer.nodes}.`);
        continue;
      }
      timesOfVinci.push(vinci);
      timesOfPlain.push(plain);
    }
    hubResults.push({ name, ...answer, vinci: median(timesOfVinci), plain: median(timesOfPlain) });
  }

  const times: number[] = [];
  for (const name of ordinary(estate, Math.min(ORDINARY, estate.datasets.size >> 1))) {
    const [whole, milliseconds] = await timed(() => wholeAnswer(client, datasetId(DATASET_NAMESPACE, name), DEPTH));
    const expected = downstream(readers, name, DEPTH);
    times.push(milliseconds);
    if (whole.datasets !== expected.datasets || whole.jobs !== expected.jobs)
      faults.push(`${name}: ${whole.datasets} datasets and ${whole.jobs} jobs; the estate has ${expected.datasets} and ${expected.jobs}.`);
  }
  times.sort((a, b) => a - b);
  return { hubs: hubResults, ordinaryP50: quantile(times, 0.5), ordinaryP95: quantile(times, 0.95), faults };
}

/** All pages; the root counts, whether it is among the nodes or not. */
async function wholeAnswer(client: HttpClient, id: string, depth: number) {
  const kinds = new Map([[id, 'DATASET']]);
  const edges = new Set<string>();
  let repeated = 0;
  for (let after: string | null = null, more = true; more; ) {
    const { lineage }: Page = await client.query<Page>(DOWNSTREAM, { id, depth, first: PAGE, after });
    for (const { entity } of lineage.nodes) {
      if (entity.id !== id && kinds.has(entity.id)) repeated++;
      kinds.set(entity.id, entity.kind);
    }
    for (const edge of lineage.edges) {
      const key = `${edge.from} ${edge.to}`;
      if (edges.has(key)) repeated++;
      edges.add(key);
    }
    if (!lineage.pageInfo.hasNextPage && !lineage.complete) throw new Error(`The lineage of ${id} says that it is not complete.`);
    more = lineage.pageInfo.hasNextPage;
    after = lineage.pageInfo.endCursor;
  }
  const jobs = [...kinds.values()].filter((kind) => kind === 'JOB').length;
  return { datasets: kinds.size - jobs, jobs, edges: edges.size, repeated };
}

async function timed<T>(work: () => Promise<T>): Promise<[result: T, milliseconds: number]> {
  const began = performance.now();
  const result = await work();
  return [result, performance.now() - began];
}

function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
