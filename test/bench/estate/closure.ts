import { COLUMNS, type Estate, type EstateJob } from './estate.js';
import { Random } from './random.js';

/** What the estate consists of. */
export interface Counts {
  readonly jobs: number;
  readonly datasets: number;
  readonly columns: number;
  readonly readEdges: number;
  readonly writeEdges: number;
  readonly columnEdges: number;
  readonly maxFanout: number;
}

/** What must be in the graph once all events are in: a source that no job reads is in no event. */
export function countNamed(estate: Estate): Counts {
  const named = namedDatasets(estate).size;
  return { ...count(estate), datasets: named, columns: named * COLUMNS };
}

/** Datasets that some job reads or writes. */
export function namedDatasets(estate: Estate): Set<string> {
  return new Set(estate.jobs.flatMap((job) => [...job.inputs, ...job.outputs.map((output) => output.name)]));
}

/** What is downstream of a dataset, itself included. `depth` counts edges: dataset, job, dataset is 2. */
export interface Closure {
  readonly datasets: number;
  readonly jobs: number;
  readonly edges: number;
}

export function count(estate: Estate): Counts {
  const outputs = estate.jobs.flatMap((job) => job.outputs);
  return {
    jobs: estate.jobs.length,
    datasets: estate.datasets.size,
    columns: estate.datasets.size * COLUMNS,
    readEdges: estate.jobs.reduce((sum, job) => sum + job.inputs.length, 0),
    writeEdges: outputs.length,
    columnEdges: outputs.reduce((sum, output) => sum + output.sources.reduce((n, refs) => n + refs.length, 0), 0),
    maxFanout: Math.max(...[...readersOf(estate).values()].map((readers) => readers.length)),
  };
}

export function downstream(readers: ReadonlyMap<string, readonly EstateJob[]>, from: string, depth = Number.POSITIVE_INFINITY): Closure {
  const datasets = new Set([from]);
  const jobs = new Set<string>();
  let edges = 0;
  let frontier = [from];
  for (let distance = 0; frontier.length > 0 && distance < depth; distance += 2) {
    const found: EstateJob[] = [];
    for (const dataset of frontier)
      for (const job of readers.get(dataset) ?? []) {
        edges++;
        if (jobs.has(job.name)) continue;
        jobs.add(job.name);
        found.push(job);
      }
    frontier = [];
    if (distance + 1 >= depth) break;
    for (const { name } of found.flatMap((job) => job.outputs)) {
      edges++;
      if (datasets.has(name)) continue;
      datasets.add(name);
      frontier.push(name);
    }
  }
  return { datasets: datasets.size, jobs: jobs.size, edges };
}

export function readersOf(estate: Estate): Map<string, EstateJob[]> {
  const readers = new Map<string, EstateJob[]>();
  for (const job of estate.jobs)
    for (const input of job.inputs) {
      const known = readers.get(input);
      if (known) known.push(job);
      else readers.set(input, [job]);
    }
  return readers;
}

/** The datasets that most jobs read, most read first. */
export function hubs(estate: Estate, n: number): string[] {
  const byFanout = [...readersOf(estate)].map(([name, readers]) => ({ name, fanout: readers.length }));
  byFanout.sort((a, b) => b.fanout - a.fanout || (a.name < b.name ? -1 : 1));
  return byFanout.slice(0, n).map((hub) => hub.name);
}

/** Datasets drawn from all of them, the same every time: most have little downstream. */
export function ordinary(estate: Estate, n: number): string[] {
  const named = namedDatasets(estate);
  return new Random(7).sample([...estate.datasets.keys()].sort(), n).filter((name) => named.has(name));
}
