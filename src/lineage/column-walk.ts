import { flowOf } from '../catalog/flow.js';
import { columnId, kindOf } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import { backingAt } from './asset-walk.js';
import type { ClosureBuilder } from './closure.js';
import type { LineageEdgeKind, Way } from './lineage.js';
import type { Crossing, LineageSteps, Step } from './lineage.repository.js';

interface ColumnPlace {
  readonly index: number;
  readonly dataset: string;
  readonly datasetKey: number;
}

/** What stands among columns without being one: each with its own features only, not with whole tables or datasets. */
export const BESIDE_COLUMNS = ['FEATURE', 'MODEL', 'TRAINED_MODEL', 'PREDICTION_SET', 'DEPLOYMENT'] as const;
type Beside = (typeof BESIDE_COLUMNS)[number];
export const isBesideColumns = (kind: Kind | undefined): kind is Beside => BESIDE_COLUMNS.includes(kind as Beside);

/** Which of them columns lead to, by which edge; and which lead to columns. */
const OUT: Readonly<Record<Way, readonly Crossing[]>> = { DOWNSTREAM: ['CARRIES', 'TRAINS'], UPSTREAM: ['PRODUCES'] };
const INTO: Readonly<Record<Way, readonly (readonly [Beside, Crossing])[]>> = {
  DOWNSTREAM: [['PREDICTION_SET', 'PRODUCES']],
  UPSTREAM: [
    ['FEATURE', 'CARRIES'],
    ['TRAINED_MODEL', 'TRAINS'],
  ],
};

/**
 * Goes from columns along DERIVES, breadth first, to the features that they carry, the models that use those, what was trained and
 * is deployed of them and what they predicted, and on from there. With `indirect` also along INFLUENCES, which leads from a column to a
 * dataset: a filter decides on all rows, so what is influenced is the dataset with all its columns, which stand at the same
 * distance as the dataset does (docs/decisions/0010-indirect-column-lineage.md). That holds in both directions.
 */
export class ColumnWalk {
  /** By key; the same column under other names of its dataset has other keys and the same place. */
  readonly #placeOf = new Map<number, ColumnPlace>();
  readonly #datasetsAsked = new Set<string>();
  /** Places of what is beside columns, by key. */
  readonly #others = new Map<number, number>();
  #frontier: number[] = [];
  #othersFrontier: number[] = [];

  constructor(
    private readonly steps: LineageSteps,
    private readonly closure: ClosureBuilder,
    private readonly way: Way,
    private readonly indirect: boolean,
  ) {}

  async from(keys: readonly number[], depth: number | null): Promise<void> {
    this.#frontier = await this.#arrive(keys, 0);
    await this.#goOn(depth);
  }

  /** From features, models and the like. */
  async fromOthers(others: readonly { id: string; key: number }[], depth: number | null): Promise<void> {
    for (const { id, key } of others) this.#reach(key, id, 0, this.#othersFrontier);
    await this.#goOn(depth);
  }

  async #goOn(depth: number | null): Promise<void> {
    const some = () => this.#frontier.length + this.#othersFrontier.length > 0;
    for (let distance = 1; some() && !this.closure.truncated && (depth === null || distance <= depth); distance++) {
      const [frontier, others] = [this.#frontier, this.#othersFrontier];
      this.#othersFrontier = [];
      // Asked all together: none of them needs what another finds.
      const [derived, left, entered, flowed] = await Promise.all([
        this.steps.columns(frontier, this.way),
        Promise.all(OUT[this.way].map((crossing) => this.steps.outOfColumns(crossing, frontier))),
        Promise.all(INTO[this.way].map(([kind, crossing]) => this.steps.intoColumns(crossing, this.#ofKind(others, kind)))),
        this.steps.assets(others, this.way),
      ]);
      const arrived = await this.#arrive(
        [derived, ...entered].flat().flatMap((step) => step.keys),
        distance,
      );
      for (const step of derived) this.#draw(step, this.#placeOf.get(step.key)!.index, 'DERIVES');
      for (const [at, crossing] of OUT[this.way].entries()) this.#leave(left[at]!, crossing, distance);
      for (const [at, [, crossing]] of INTO[this.way].entries())
        for (const step of entered[at]!) this.#draw(step, this.#others.get(step.key)!, crossing);
      this.#flow(flowed, distance);
      if (this.indirect)
        arrived.push(...(await (this.way === 'DOWNSTREAM' ? this.#influence(frontier, distance) : this.#influencers(frontier, distance))));
      this.#frontier = arrived;
      if (!this.closure.truncated) continue;
      for (const key of [...frontier, ...arrived]) this.closure.leftAt(this.closure.idOf(this.#placeOf.get(key)!.index));
      for (const key of [...others, ...this.#othersFrontier]) this.closure.leftAt(this.closure.idOf(this.#others.get(key)!));
    }
  }

  #kindOf(key: number): Kind | undefined {
    return kindOf(this.closure.idOf(this.#others.get(key)!));
  }

  #ofKind(others: readonly number[], kind: Beside): number[] {
    return others.filter((key) => this.#kindOf(key) === kind);
  }

  /** Takes down something beside columns; gives its place, undefined when there is no room. */
  #reach(key: number, id: string, distance: number, frontier: number[]): number | undefined {
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const place = this.closure.node(id, kindOf(id)!, distance, this.way);
    if (place === undefined) return undefined;
    this.#others.set(key, place);
    frontier.push(key);
    return place;
  }

  /** From columns to what is beside them. */
  #leave(found: readonly Step[], crossing: Crossing, distance: number): void {
    for (const step of found)
      for (const [i, id] of step.ids!.entries()) {
        const there = this.#reach(step.keys[i]!, id, distance, this.#othersFrontier);
        if (there !== undefined) this.#edge(this.#placeOf.get(step.key)!.index, there, crossing, step, i);
      }
  }

  /** From feature to model, to what was trained, deployed and predicted, and back. */
  #flow(found: readonly Step[], distance: number): void {
    for (const step of found) {
      const here = this.#others.get(step.key)!;
      const kindHere = this.#kindOf(step.key);
      for (const [i, id] of step.ids!.entries()) {
        const kind = kindOf(id);
        if (!isBesideColumns(kind)) continue;
        const there = this.#reach(step.keys[i]!, id, distance, this.#othersFrontier);
        const type = this.way === 'DOWNSTREAM' ? flowOf(kindHere, kind) : flowOf(kind, kindHere);
        if (there !== undefined) this.#edge(here, there, type!, step, i);
      }
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

  #draw(step: Step, here: number, kind: LineageEdgeKind): void {
    for (let i = 0; i < step.keys.length; i++) {
      const there = this.#placeOf.get(step.keys[i]!)?.index;
      if (there !== undefined) this.#edge(here, there, kind, step, i);
    }
  }

  /** Data flows the same way, whichever way is walked. */
  #edge(here: number, there: number, kind: LineageEdgeKind, step: Step, at: number): void {
    const down = this.way === 'DOWNSTREAM';
    this.closure.edge(down ? here : there, down ? there : here, kind, backingAt(step, at));
  }
}
