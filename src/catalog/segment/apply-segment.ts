import type { Problem } from '../../write/fact.js';
import type { Schema, SchemaColumn } from '../pipeline/schema.js';
import type { Bindings } from './bindings.js';
import { elementType, matchesType } from './column-type.js';
import type { Need, Result, SegmentDefinition } from './definition.js';
import { selectColumns } from './sql-statement.js';

/** What applying a segment does to the columns of a data frame; `output` undefined: refused, or nobody can tell. */
export interface Applied {
  readonly output: Schema | undefined;
  readonly added: Schema;
  readonly dropped: Schema;
  readonly changed: readonly { readonly before: SchemaColumn; readonly after: SchemaColumn }[];
  readonly problems: readonly Problem[];
}

/** Pure, and linear in the columns. `path`: where the step's params stand, for problems. */
export function applySegment(definition: SegmentDefinition, bindings: Bindings, input: Schema, path: readonly string[]): Applied {
  return new Application(bindings, input, path).of(definition);
}

class Application {
  /** In order; names may come twice. */
  private columns: SchemaColumn[];
  private readonly byName: Map<string, SchemaColumn>;
  /** Of each need, by its param or name: the columns that were found. */
  private readonly found = new Map<string, readonly SchemaColumn[]>();
  private readonly problems: Problem[] = [];
  private readonly added: SchemaColumn[] = [];
  private readonly dropped: SchemaColumn[] = [];
  private readonly changed: { before: SchemaColumn; after: SchemaColumn }[] = [];

  constructor(
    private readonly bindings: Bindings,
    private readonly input: Schema,
    private readonly path: readonly string[],
  ) {
    this.columns = [...input];
    this.byName = new Map(input.map((column) => [column.name, column]));
  }

  of({ schema }: SegmentDefinition): Applied {
    for (const need of schema.needs) this.found.set(keyOf(need), this.find(need));
    for (const reference of schema.drops ?? []) {
      for (const name of this.bindings.columns(reference)) this.drop(name, reference.param);
    }
    this.each(schema.changes ?? [], (column, result) => this.change(column, result));
    if (schema.dynamic === 'R_FORMULA') this.checkLabel();
    this.each(schema.adds, (column, result) => this.add(column, result));
    if (this.problems.length > 0) return this.answer(undefined);
    if (schema.dynamic === 'UNKNOWN') return this.answer(undefined);
    if (schema.dynamic === 'SQL_STATEMENT') return this.select();
    return this.answer(this.columns);
  }

  private answer(output: Schema | undefined): Applied {
    const { added, dropped, changed, problems } = this;
    return { output, added, dropped, changed, problems };
  }

  private find(need: Need): readonly SchemaColumn[] {
    return this.bindings.columns(need).flatMap((name) => {
      const column = this.byName.get(name);
      if (!column) {
        if (!need.lazy) this.missing(name, need.param);
        return [];
      }
      if (!need.lazy && need.types && !need.types.some((pattern) => matchesType(pattern, column.type))) this.wrongType(column, need);
      return [column];
    });
  }

  private drop(name: string, param: string | undefined): void {
    const column = this.byName.get(name);
    if (!column) {
      this.missing(name, param);
      return;
    }
    this.byName.delete(name);
    this.columns = this.columns.filter((other) => other !== column);
    this.dropped.push(column);
  }

  private change(after: SchemaColumn, { param }: Result): void {
    const before = this.byName.get(after.name);
    if (!before) {
      this.missing(after.name, param);
      return;
    }
    this.byName.set(after.name, after);
    this.columns = this.columns.map((column) => (column === before ? after : column));
    if (before.type !== after.type || before.nullable !== after.nullable) this.changed.push({ before, after });
  }

  private add(column: SchemaColumn, { param, unlessThere, evenIfThere }: Result): void {
    if (!this.byName.has(column.name) || evenIfThere) {
      this.byName.set(column.name, column);
      this.columns.push(column);
      this.added.push(column);
    } else if (!unlessThere) this.exists(column.name, param);
  }

  /**
   * The columns that results stand for, one for each name; several results for the same param are cases of one. Those whose type can't
   * be told are left to the problems that say why.
   */
  private each(results: readonly Result[], take: (column: SchemaColumn, result: Result) => void): void {
    for (const cases of grouped(results)) {
      for (const [at, name] of this.bindings.columns(cases[0]!).entries()) {
        for (const result of cases) {
          const column = this.columnOf(result, name, at);
          if (column) take(column, result);
        }
      }
    }
  }

  private columnOf(result: Result, name: string, at: number): SchemaColumn | undefined {
    const like = this.found.get(result.like ?? '') ?? [];
    const source = like[at] ?? (result.plural === undefined ? like[0] : undefined);
    if (result.when && !result.when.some((pattern) => source && matchesType(pattern, source.type))) return undefined;
    const type = result.type ?? (source && typeLike(source.type, result.as));
    return type === undefined ? undefined : { name, type, ...nullability(result, source) };
  }

  /** Spark's RFormula makes no label of one that is there. */
  private checkLabel(): void {
    const name = this.bindings.valueOf('labelCol');
    if (this.bindings.valueOf('forceIndexLabel') === true && typeof name === 'string' && this.byName.has(name))
      this.exists(name, 'labelCol');
  }

  private select(): Applied {
    const statement = this.bindings.valueOf('statement');
    const selected = typeof statement === 'string' ? selectColumns(statement, this.input) : undefined;
    if (!selected) return this.answer(undefined);
    if ('missing' in selected) {
      this.missing(selected.missing, 'statement');
      return this.answer(undefined);
    }
    const before = new Set(this.input.map(({ name }) => name));
    const after = new Set(selected.columns.map(({ name }) => name));
    return {
      output: selected.columns,
      added: selected.columns.filter(({ name }) => !before.has(name)),
      dropped: this.input.filter(({ name }) => !after.has(name)),
      changed: [],
      problems: [],
    };
  }

  private missing(name: string, param: string | undefined): void {
    const there = this.input.map((column) => column.name);
    const some = there.slice(0, 20).join(', ');
    this.problem('column-missing', param, {
      message: `The column "${name}" is not there; there ${there.length === 0 ? 'are none' : `are ${some}${there.length > 20 ? ', …' : ''}`}.`,
      remedy: 'Name a column that is there, or add a step before this one that makes it.',
    });
  }

  private wrongType({ name, type }: SchemaColumn, { param, types = [] }: Need): void {
    this.problem('column-type', param, {
      message: `The column "${name}" is of type ${type}; needed is ${types.join(' or ')}.`,
      remedy: 'Name another column, or add a step before this one that makes a column of that type.',
    });
  }

  private exists(name: string, param: string | undefined): void {
    this.problem('column-exists', param, {
      message: `The column "${name}" would be added, and is there already.`,
      remedy: 'Choose a name that is not taken.',
    });
  }

  private problem(rule: string, param: string | undefined, { message, remedy }: { message: string; remedy: string }): void {
    this.problems.push({ rule, path: param === undefined ? this.path : [...this.path, param], message, remedy });
  }
}

/** Neighbours that are meant by the same param or name. */
function grouped(results: readonly Result[]): Result[][] {
  const groups: Result[][] = [];
  for (const result of results) {
    const [last] = groups.at(-1) ?? [];
    if (last && last.param === result.param && last.name === result.name) groups.at(-1)!.push(result);
    else groups.push([result]);
  }
  return groups;
}

const keyOf = ({ param, name }: Need): string => param ?? name ?? '';

/** The type that follows from another; undefined for the elements of what has none. */
export function typeLike(type: string, as: Result['as']): string | undefined {
  if (as === 'ARRAY') return `array<${type}>`;
  return as === 'ELEMENT' ? elementType(type) : type;
}

function nullability({ nullable }: Result, source: SchemaColumn | undefined): { nullable?: boolean } {
  if (nullable === 'INPUT') return source?.nullable === undefined ? {} : { nullable: source.nullable };
  return nullable === undefined ? {} : { nullable: nullable === 'ALWAYS' };
}
