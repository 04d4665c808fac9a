import type { Bindings } from '../segment/bindings.js';
import type { Result, SchemaRule } from '../segment/definition.js';
import { ANYTHING, isData, outcomes, outOfNothing, type Turn, turnsText } from '../segment/turns.js';
import { bindingsOf, type PipelineStep } from './pipeline-step.js';
import { signatureOf, tells } from './signature.js';

/** Of one column; more is not worth telling apart. */
const MAX_TURNS = 200;

/**
 * Which types of columns a pipeline makes which of, over all its steps, as of a segment (segment/turns.ts): columns that stay and
 * come, directly or through others, of those that are needed from outside. Up to the step whose result only the data can tell.
 */
export function turnsOfSteps(steps: readonly PipelineStep[]): string {
  const turning = new Turning(steps);
  for (const [index, step] of steps.entries()) {
    const bindings = bindingsOf(step, index);
    turning.step(step.definition.schema, bindings);
    if (!tells(step.definition.schema, bindings)) break;
  }
  return turnsText(turning.turns());
}

class Turning {
  /** By name, of columns from outside: themselves. */
  private readonly outside: ReadonlyMap<string, readonly Turn[]>;
  /** By name, of columns that some step made. */
  private readonly made = new Map<string, readonly Turn[]>();

  constructor(steps: readonly PipelineStep[]) {
    const itself = (types: readonly string[] = ['any']): Turn[] => types.map((from) => ({ from, to: '=' }));
    this.outside = new Map(signatureOf(steps).needs.map(({ name, types }) => [name, itself(types)]));
  }

  *turns(): Iterable<Turn> {
    for (const turns of this.made.values()) yield* turns;
  }

  step(schema: SchemaRule, bindings: Bindings): void {
    const { drops = [], changes = [], adds } = schema;
    const results = [...changes, ...adds].map((result) => ({ result, turns: this.outcomesOf(schema, result, bindings) }));
    for (const reference of drops) for (const name of bindings.columns(reference)) this.made.delete(name);
    for (const { result, turns } of results)
      for (const name of bindings.columns(result)) {
        const stays = result.unlessThere && (this.made.has(name) || this.outside.has(name));
        if (!stays) this.made.set(name, turns);
      }
  }

  /** What a result is made of, by what it takes. */
  private outcomesOf({ needs }: SchemaRule, result: Result, bindings: Bindings): readonly Turn[] {
    const found = new Map<string, Turn>();
    const add = (turn: Turn): unknown => found.set(`${turn.from}>${turn.to}`, turn);
    if (needs.length === 0) outOfNothing([result]).forEach(add);
    for (const need of needs.filter(isData))
      for (const name of bindings.columns(need))
        for (const { from, to } of this.made.get(name) ?? this.outside.get(name) ?? [])
          for (const next of outcomes(need, to === '=' ? from : to, result)) add({ from, to: next === '=' ? to : next });
    return found.size > MAX_TURNS ? ANYTHING : [...found.values()];
  }
}
