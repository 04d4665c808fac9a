import { columnId } from '../catalog/id.js';
import { backingAt } from './asset-walk.js';
import type { ClosureBuilder } from './closure.js';
import type { Way } from './lineage.js';
import type { LineageSteps, Step } from './lineage.repository.js';

interface ColumnPlace {
  readonly index: number;
  readonly dataset: string;
  readonly datasetKey: number;
}

/**
 * Goes from columns along DERIVES, breadth first, and to the features that they carry. With `indirect` also along INFLUENCES, which leads from a column to a
 * dataset: a filter decides on all rows, so what is influenced is the dataset with all its columns, which stand at the same
 * distance as the dataset does (docs/decisions/0010-indirect-column-lineage.md). That holds in both directions.
 */
export class ColumnWalk {
  /** By key; the same column under other names of its dataset has other keys and the same place. */
  readonly #placeOf = new Map<number, ColumnPlace>();
  readonly #datasetsAsked = new Set<string>();
  #frontier: number[] = [];

  constructor(
    private readonly steps: LineageSteps,
    private readonly closure: ClosureBuilder,
    private readonly way: Way,
    private readonly indirect: boolean,
  ) {}

  async from(keys: readonly number[], depth: number | null): Promise<void> {
    this.#frontier = await this.#arrive(keys, 0);
    await this.#goOn(1, depth);
  }

  /** From features: upstream to the columns that carry them, and on. */
  async fromFeatures(features: readonly { id: string; key: number }[], depth: number | null): Promise<void> {
    const places = new Map(features.map(({ id, key }) => [key, this.closure.node(id, 'FEATURE', 0, this.way)] as const));
    if (this.way === 'DOWNSTREAM' || depth === 0 || this.closure.truncated) return;
    const found = await this.steps.carrying([...places.keys()]);
    this.#frontier = await this.#arrive(
      found.flatMap((step) => step.keys),
      1,
    );
    for (const step of found) this.#draw(step, places.get(step.key)!, 'CARRIES');
    await this.#goOn(2, depth);
  }

  async #goOn(first: number, depth: number | null): Promise<void> {
    for (let distance = first; this.#frontier.length > 0 && (depth === null || distance <= depth); distance++) {
      const frontier = this.#frontier;
      const arrived = await this.#derive(frontier, distance);
      if (this.way === 'DOWNSTREAM') await this.#carry(frontier, distance);
      if (this.indirect)
        arrived.push(...(await (this.way === 'DOWNSTREAM' ? this.#influence(frontier, distance) : this.#influencers(frontier, distance))));
      this.#frontier = arrived;
      if (!this.closure.truncated) continue;
      for (const key of [...frontier, ...arrived]) this.closure.leftAt(this.closure.idOf(this.#placeOf.get(key)!.index));
      return;
    }
  }

  /** Takes down columns that were not seen before; gives the keys to go on from, those under other names included. */
  async #arrive(keys: readonly number[], distance: number): Promise<number[]> {
    const fresh = [...new Set(keys)].filter((key) => !this.#placeOf.has(key));
    const arrived: number[] = [];
    for (const { dataset, datasetKey, keys: found, names, others } of await this.steps.resolveColumns(fresh))
      for (let i = 0; i < found.length; i++) {
        if (this.#placeOf.has(found[i]!)) continue;
        const index = this.closure.node(columnId(dataset, names[i]!), 'COLUMN', distance, this.way);
        if (index === undefined) return arrived;
        for (const key of [found[i]!, ...others[i]!]) {
          this.#placeOf.set(key, { index, dataset, datasetKey });
          arrived.push(key);
        }
      }
    return arrived;
  }

  async #derive(frontier: readonly number[], distance: number): Promise<number[]> {
    const found = await this.steps.columns(frontier, this.way);
    const arrived = await this.#arrive(
      found.flatMap((step) => step.keys),
      distance,
    );
    for (const step of found) this.#draw(step, this.#placeOf.get(step.key)!.index, 'DERIVES');
    return arrived;
  }

  /** Downstream: the features that columns carry. */
  async #carry(frontier: readonly number[], distance: number): Promise<void> {
    for (const step of await this.steps.carried(frontier))
      for (const [i, id] of step.ids!.entries()) {
        const to = this.closure.node(id, 'FEATURE', distance, this.way);
        if (to !== undefined) this.closure.edge(this.#placeOf.get(step.key)!.index, to, 'CARRIES', backingAt(step, i));
      }
  }

  /** Downstream: columns decide on the rows of datasets, and so on all columns of theirs. */
  async #influence(frontier: readonly number[], distance: number): Promise<number[]> {
    const found = await this.steps.influenced(frontier);
    const reached = new Map<string, number>();
    for (const step of found)
      for (let i = 0; i < step.keys.length; i++) {
        const dataset = step.ids![i]!;
        const to = this.closure.node(dataset, 'DATASET', distance, this.way);
        if (to === undefined) return [];
        this.closure.edge(this.#placeOf.get(step.key)!.index, to, 'INFLUENCES', backingAt(step, i));
        if (!this.#datasetsAsked.has(dataset)) reached.set(dataset, step.keys[i]!);
        this.#datasetsAsked.add(dataset);
      }
    return this.#arrive(await this.steps.columnsOf([...reached.values()]), distance);
  }

  /** Upstream: what decides on the rows of the datasets that these columns are of. */
  async #influencers(frontier: readonly number[], distance: number): Promise<number[]> {
    const datasets = new Map<number, string>();
    for (const key of frontier) {
      const { dataset, datasetKey } = this.#placeOf.get(key)!;
      if (!this.#datasetsAsked.has(dataset)) datasets.set(datasetKey, dataset);
      this.#datasetsAsked.add(dataset);
    }
    if (datasets.size === 0) return [];
    const found = await this.steps.influencing([...datasets.keys()]);
    const arrived = await this.#arrive(
      found.flatMap((step) => step.keys),
      distance,
    );
    for (const step of found) {
      const index = this.closure.node(datasets.get(step.key)!, 'DATASET', distance - 1, this.way);
      if (index !== undefined) this.#draw(step, index, 'INFLUENCES');
    }
    return arrived;
  }

  #draw(step: Step, here: number, kind: 'DERIVES' | 'INFLUENCES' | 'CARRIES'): void {
    for (let i = 0; i < step.keys.length; i++) {
      const there = this.#placeOf.get(step.keys[i]!)?.index;
      if (there === undefined) continue;
      const down = this.way === 'DOWNSTREAM';
      this.closure.edge(down ? here : there, down ? there : here, kind, backingAt(step, i));
    }
  }
}
