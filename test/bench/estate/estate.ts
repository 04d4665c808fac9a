import { Random, Zipf } from './random.js';

/**
 * A synthetic estate of jobs and datasets, the same for a seed every time. Layers 0 … depth: layer 0 holds source datasets
 * (12 % of the number of jobs); each job sits in a layer above, reads 1 to 5 datasets and writes 1 to 3 new ones. Its first input
 * comes from the layer just below, so that depth is real; the others from any lower layer. Inputs are drawn by rank with a Zipf
 * law: a few datasets are read by very many jobs. Each dataset has 20 columns; each output column derives from 1 or 2 columns.
 */
export interface Estate {
  readonly jobs: readonly EstateJob[];
  /** Layer by dataset name. */
  readonly datasets: ReadonlyMap<string, number>;
}

export interface EstateJob {
  readonly name: string;
  readonly layer: number;
  readonly inputs: readonly string[];
  readonly outputs: readonly EstateOutput[];
  readonly run: string;
}

export interface EstateOutput {
  readonly name: string;
  /** For each of the 20 columns the columns it derives from. */
  readonly sources: readonly (readonly ColumnRef[])[];
}

export interface ColumnRef {
  readonly dataset: string;
  readonly column: number;
}

export const SIZES = { S: { jobs: 1_000, depth: 12 }, M: { jobs: 10_000, depth: 20 }, L: { jobs: 50_000, depth: 28 } } as const;
export type Size = keyof typeof SIZES;

export const COLUMNS = 20;
const SEED = 42;
const NOUNS =
  'customer order invoice payment shipment product session click campaign account ledger inventory supplier refund ticket device sensor region employee contract'.split(
    ' ',
  );
const VERBS = 'clean join agg dedupe enrich snapshot score rollup export mart'.split(' ');
const INPUT_TOTALS = runningTotals([0.4, 0.27, 0.17, 0.1, 0.06]);
const OUTPUT_TOTALS = runningTotals([0.8, 0.15, 0.05]);

export function makeEstate(jobCount: number, depth: number, seed = SEED): Estate {
  const random = new Random(seed);
  const layers: string[][] = Array.from({ length: depth + 1 }, () => []);
  const datasets = new Map<string, number>();
  const zipfs = new Map<number, Zipf>();

  const newDataset = (layer: number): string => {
    const noun = NOUNS[random.below(NOUNS.length)]!;
    const number = datasets.size;
    const schema = layer === 0 ? 'raw' : `l${String(layer).padStart(2, '0')}`;
    const name = `db${number % 4}.${schema}.${noun}_${String(number).padStart(6, '0')}`;
    datasets.set(name, layer);
    return name;
  };
  const drawFrom = (layer: number): string => {
    const size = layers[layer]!.length;
    const zipf = zipfs.get(size) ?? new Zipf(size);
    zipfs.set(size, zipf);
    return layers[layer]![zipf.pick(random)]!;
  };
  // The order of the draws below is what makes the estate: names, then columns, then the verb, then the run.
  const newJob = (layer: number, number: number): EstateJob => {
    const inputCount = 1 + random.weighted(INPUT_TOTALS);
    const outputCount = 1 + random.weighted(OUTPUT_TOTALS);
    const inputs = [drawFrom(layer - 1)];
    for (let i = 1; i < inputCount; i++) {
      const drawn = drawFrom(random.below(layer));
      if (!inputs.includes(drawn)) inputs.push(drawn);
    }
    const names = Array.from({ length: outputCount }, () => newDataset(layer));
    const outputs = names.map((name) => ({ name, sources: Array.from({ length: COLUMNS }, () => sourcesOfColumn(random, inputs)) }));
    const verb = VERBS[random.below(VERBS.length)]!;
    const name = `dag_${String(layer).padStart(2, '0')}.${verb}_${String(number).padStart(6, '0')}`;
    return { name, layer, inputs, outputs, run: random.uuid4() };
  };

  for (let i = Math.max(depth, Math.floor(jobCount * 0.12)); i > 0; i--) layers[0]!.push(newDataset(0));
  const jobs: EstateJob[] = [];
  for (const [index, count] of jobsPerLayer(jobCount, depth).entries()) {
    const layer = index + 1;
    for (let i = 0; i < count; i++) {
      const job = newJob(layer, jobs.length);
      jobs.push(job);
      layers[layer]!.push(...job.outputs.map((output) => output.name));
    }
  }
  return { jobs, datasets };
}

function jobsPerLayer(jobCount: number, depth: number): number[] {
  const weights = Array.from({ length: depth }, (_, index) => 1 / (1 + 0.06 * (index + 1)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => Math.max(1, Math.floor((jobCount * weight) / total)));
  counts[0]! += jobCount - counts.reduce((sum, count) => sum + count, 0);
  return counts;
}

function sourcesOfColumn(random: Random, inputs: readonly string[]): ColumnRef[] {
  const count = random.random() < 0.7 ? 1 : 2;
  const drawn = Array.from({ length: count }, () => ({ dataset: random.pick(inputs), column: random.below(COLUMNS) }));
  const [first, second] = drawn;
  return second && first!.dataset === second.dataset && first!.column === second.column ? [first!] : drawn;
}

function runningTotals(weights: readonly number[]): number[] {
  let total = 0;
  return weights.map((weight) => {
    total += weight;
    return total;
  });
}
