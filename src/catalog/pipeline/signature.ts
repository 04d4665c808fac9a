import { typeLike } from '../segment/apply-segment.js';
import type { Bindings } from '../segment/bindings.js';
import { matchesType, TYPE_FAMILIES } from '../segment/column-type.js';
import type { Need, Result, SchemaRule } from '../segment/definition.js';
import { parseFormula, type RFormula } from '../segment/r-formula.js';
import { bindingsOf, type PipelineStep } from './pipeline-step.js';

/** What a pipeline needs and gives, whatever else a data frame holds. */
export interface Signature {
  readonly needs: readonly NeededColumn[];
  readonly adds: readonly AddedColumn[];
  readonly drops: readonly string[];
  /** False: from some step on only the data can tell; what is said here is true, and not all. */
  readonly complete: boolean;
}

/** `types`: one of them, or of these families of types, is needed; absent: any will do. */
export interface NeededColumn {
  readonly name: string;
  readonly types?: readonly string[];
}

/** `type` null: it follows from the type of what comes in. */
export interface AddedColumn {
  readonly name: string;
  readonly type: string | null;
}

export function signatureOf(steps: readonly PipelineStep[]): Signature {
  const signing = new Signing();
  let complete = true;
  for (const [index, step] of steps.entries()) {
    complete = signing.step(step, bindingsOf(step, index));
    if (!complete) break;
  }
  return signing.signature(complete);
}

class Signing {
  private readonly needs = new Map<string, readonly string[] | undefined>();
  private readonly made = new Map<string, string | null>();
  private readonly dropped = new Set<string>();

  signature(complete: boolean): Signature {
    return {
      needs: [...this.needs].map(([name, types]) => ({ name, ...(types ? { types } : {}) })),
      adds: [...this.made].map(([name, type]) => ({ name, type })),
      drops: [...this.dropped],
      complete,
    };
  }

  /** False where it can't be told what more there is. */
  step({ definition: { schema } }: PipelineStep, bindings: Bindings): boolean {
    if (schema.dynamic === 'R_FORMULA') this.formula(bindings);
    for (const need of schema.needs) for (const name of bindings.columns(need)) this.need(name, need.types);
    for (const reference of schema.drops ?? [])
      for (const name of bindings.columns(reference)) {
        if (!this.made.delete(name)) {
          this.need(name, undefined);
          this.dropped.add(name);
        }
      }
    for (const result of schema.changes ?? [])
      for (const [at, name] of bindings.columns(result).entries()) {
        const type = this.typeOf(result, at, schema.needs, bindings);
        this.need(name, undefined);
        if (this.made.has(name)) this.made.set(name, type);
      }
    for (const result of schema.adds)
      for (const [at, name] of bindings.columns(result).entries()) {
        if (result.unlessThere && (this.made.has(name) || this.needs.has(name))) continue;
        this.made.set(name, this.typeOf(result, at, schema.needs, bindings));
      }
    return tells(schema, bindings);
  }

  private need(name: string, types: readonly string[] | undefined): void {
    if (this.made.has(name)) return;
    const before = this.needs.get(name);
    this.needs.set(name, before && types ? narrowed(before, types) : (before ?? types));
  }

  private typeOf(result: Result, at: number, needs: readonly Need[], bindings: Bindings): string | null {
    if (result.when) return null;
    if (result.type !== undefined) return result.type;
    const names = needs.filter((need) => (need.param ?? need.name) === result.like).flatMap((need) => bindings.columns(need));
    const name = names[at] ?? names[0];
    if (name === undefined) return null;
    const needed = this.needs.get(name);
    const only = needed?.length === 1 && !FAMILY.has(needed[0]!) ? needed[0]! : null;
    const type = this.made.get(name) ?? only;
    return type === null ? null : (typeLike(type, result.as) ?? null);
  }

  private formula(bindings: Bindings): void {
    const formula = formulaIn(bindings);
    for (const name of formula ? [formula.response, ...formula.terms] : []) if (name !== '') this.need(name, undefined);
  }
}

/** Whether what a step does can be told without the data. */
export function tells({ dynamic }: SchemaRule, bindings: Bindings): boolean {
  if (dynamic !== 'R_FORMULA') return dynamic === undefined;
  const formula = formulaIn(bindings);
  return formula !== undefined && !formula.others;
}

function formulaIn(bindings: Bindings): RFormula | undefined {
  const text = bindings.valueOf('formula');
  return typeof text === 'string' ? parseFormula(text) : undefined;
}

const FAMILY: ReadonlySet<string> = new Set(TYPE_FAMILIES);

/** What meets both lists. */
function narrowed(one: readonly string[], other: readonly string[]): string[] {
  const within = (from: readonly string[], patterns: readonly string[]): string[] =>
    from.filter((type) => patterns.some((pattern) => matchesType(pattern, type)));
  return [...new Set([...within(one, other), ...within(other, one)])];
}
