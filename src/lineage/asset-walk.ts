import { flowOf } from '../catalog/flow.js';
import { kindOf } from '../catalog/id.js';
import type { Kind } from '../catalog/kind.js';
import type { ClosureBuilder } from './closure.js';
import type { Backing } from './evidence.js';
import type { LineageEdgeKind, Way } from './lineage.js';
import type { AssetSteps, Step } from './lineage.repository.js';

/** As many as one statement is given; a wider frontier takes several. */
const CHUNK = 10_000;

export interface Start {
  readonly id: string;
  readonly key: number;
}

/** Goes from an entity along the edges between entities (catalog/flow.ts), breadth first, one statement per step. */
export async function walkAssets(steps: AssetSteps, closure: ClosureBuilder, start: Start, way: Way, depth: number | null): Promise<void> {
  const seen = new Set<string>([start.id]);
  const at = closure.node(start.id, kindOf(start.id)!, 0, way);
  let frontier = new Map<number, number>(at === undefined ? [] : [[start.key, at]]);
  for (let distance = 1; frontier.size > 0 && (depth === null || distance <= depth); distance++) {
    const next = new Map<number, number>();
    const keys = [...frontier.keys()];
    for (let i = 0; i < keys.length && !closure.truncated; i += CHUNK)
      for (const step of await steps.assets(keys.slice(i, i + CHUNK), way)) take(step, distance);
    if (closure.truncated) {
      for (const index of [...frontier.values(), ...next.values()]) closure.leftAt(closure.idOf(index));
      return;
    }
    frontier = next;

    function take(step: Step, reached: number): void {
      const from = frontier.get(step.key)!;
      const here = kindOf(closure.idOf(from))!;
      for (let i = 0; i < step.keys.length; i++) {
        const id = step.ids![i]!;
        const kind = kindOf(id)!;
        // Their tables stand for them; they themselves at level COLUMN.
        if (kind === 'FEATURE') continue;
        const to = closure.node(id, kind, reached, way);
        if (to === undefined || !closure.edge(...edge(from, to, here, kind, way), backingAt(step, i))) return;
        if (seen.has(id)) continue;
        seen.add(id);
        next.set(step.keys[i]!, to);
      }
    }
  }
}

/** Data flows the same way, whichever way is walked. */
function edge(here: number, there: number, kindHere: Kind, kindThere: Kind, way: Way): [from: number, to: number, kind: LineageEdgeKind] {
  return way === 'DOWNSTREAM' ? [here, there, flowOf(kindHere, kindThere)!] : [there, here, flowOf(kindThere, kindHere)!];
}

export function backingAt(step: Step, place: number): Backing | undefined {
  const by = step.by?.[place];
  return by ? { by, validFrom: step.validFrom?.[place] ?? '' } : undefined;
}
