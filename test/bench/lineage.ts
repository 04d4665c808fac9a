import type { Driver } from 'neo4j-driver';
import { datasetId } from '../../src/catalog/id.js';
import { LineageDocument, type LineageQuery, type LineageQueryVariables } from '../support/generated/operations.js';
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
      const [pages, vinci] = await timed(() => allPages(client, id, DEPTH));
      // The first round warms up and is checked.
      if (round === 0) {
        const { datasets, jobs, edges, repeated, complete } = sumUp(id, pages);
        answer = { nodes: datasets + jobs, edges };
        if (datasets !== expected.datasets || jobs !== expected.jobs)
          faults.push(
            `${name}: ${datasets} datasets and ${jobs} jobs downstream; the estate has ${expected.datasets} and ${expected.jobs}.`,
          );
        if (edges < expected.edges) faults.push(`${name}: ${edges} edges downstream; the estate has ${expected.edges}.`);
        if (!complete) faults.push(`${name}: the answer says that it is not complete.`);
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
    const id = datasetId(DATASET_NAMESPACE, name);
    const [pages, milliseconds] = await timed(() => allPages(client, id, DEPTH));
    const whole = sumUp(id, pages);
    const expected = downstream(readers, name, DEPTH);
    times.push(milliseconds);
    if (whole.datasets !== expected.datasets || whole.jobs !== expected.jobs)
      faults.push(`${name}: ${whole.datasets} datasets and ${whole.jobs} jobs; the estate has ${expected.datasets} and ${expected.jobs}.`);
  }
  times.sort((a, b) => a - b);
  return { hubs: hubResults, ordinaryP50: quantile(times, 0.5), ordinaryP95: quantile(times, 0.95), faults };
}

type Page = LineageQuery['lineage'];

async function allPages(client: HttpClient, id: string, depth: number): Promise<Page[]> {
  const pages: Page[] = [];
  const variables: LineageQueryVariables = { id, direction: 'DOWNSTREAM', depth, first: PAGE };
  for (;;) {
    const { lineage } = await client.query(LineageDocument, variables);
    pages.push(lineage);
    if (!lineage.pageInfo.hasNextPage) return pages;
    variables.after = lineage.pageInfo.endCursor;
  }
}

/** What the pages hold together; the root counts, whether it is among the nodes or not. */
function sumUp(id: string, pages: readonly Page[]) {
  const kinds = new Map<string, string>([[id, 'DATASET']]);
  const edges = new Set<string>();
  let repeated = 0;
  for (const { entity } of pages.flatMap((page) => page.nodes)) {
    if (entity.id !== id && kinds.has(entity.id)) repeated++;
    kinds.set(entity.id, 'kind' in entity ? entity.kind : 'RESTRICTED');
  }
  for (const { from, to } of pages.flatMap((page) => page.edges)) {
    const key = `${from} ${to}`;
    if (edges.has(key)) repeated++;
    edges.add(key);
  }
  const jobs = [...kinds.values()].filter((kind) => kind === 'JOB').length;
  return { datasets: kinds.size - jobs, jobs, edges: edges.size, repeated, complete: pages.at(-1)!.complete };
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
