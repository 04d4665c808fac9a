import type { Json, Problem } from '../../write/fact.js';
import type { ColumnReference, Need, ParamDefinition, SegmentDefinition } from './definition.js';
import { defaultOf, type ParamValues, shown, valueProblems } from './param-value.js';

/** A segment's params as a step of a pipeline gives them, its defaults behind them. */
export class Bindings {
  private readonly params: ReadonlyMap<string, ParamDefinition>;

  /** `uid`: the step's own name, which Spark makes default names of columns from. */
  constructor(
    private readonly definition: SegmentDefinition,
    private readonly given: ParamValues,
    private readonly uid: string,
  ) {
    this.params = new Map(definition.params.map((param) => [param.name, param]));
  }

  isGiven(param: string): boolean {
    return this.given[param] !== undefined && this.given[param] !== null;
  }

  valueOf(param: string): Json | undefined {
    if (this.isGiven(param)) return this.given[param];
    const known = this.params.get(param);
    return known && defaultOf(known, this.uid);
  }

  /** The columns that are meant, in order; none where a param that says so was not given. */
  columns({ name, param, plural, optional }: ColumnReference): readonly string[] {
    if (name !== undefined) return [name];
    const value = plural !== undefined && this.isGiven(plural) ? this.valueOf(plural) : this.valueOf(param ?? '');
    const names = Array.isArray(value) ? (value as readonly Json[]) : value === undefined || value === null ? [] : [value];
    return names.filter((text): text is string => typeof text === 'string' && (text !== '' || !optional));
  }

  /** Everything that is wrong with what was given, `path` being where it stands. */
  problems(path: readonly string[]): Problem[] {
    return [
      ...Object.entries(this.given).flatMap(([name, value]) => this.valueProblems(name, value, [...path, name])),
      ...this.definition.params.flatMap((param) => this.presenceProblems(param, [...path, param.name])),
      ...this.columnReferences().flatMap((reference) => this.columnProblems(reference, path)),
    ];
  }

  private valueProblems(name: string, value: Json, path: readonly string[]): Problem[] {
    if (value === null) return [];
    const param = this.params.get(name);
    if (param) return valueProblems(param, value, path);
    const known = [...this.params.keys()].sort().join(', ');
    return [
      {
        rule: 'param-known',
        path,
        message: `There is no param "${name}"; there are ${known === '' ? 'none' : known}.`,
        remedy: 'Leave it out, or send one of those.',
      },
    ];
  }

  private presenceProblems({ name, required, goesWith }: ParamDefinition, path: readonly string[]): Problem[] {
    const wanted = goesWith === undefined || this.isGiven(goesWith);
    if (required && wanted && this.valueOf(name) === undefined)
      return [{ rule: 'param-required', path, message: `${name} is not given, and it has no default.`, remedy: `Send ${name}.` }];
    if (goesWith === undefined || !this.isGiven(name)) return [];
    if (!wanted)
      return [
        {
          rule: 'param-goes-with',
          path,
          message: `${name} only goes with ${goesWith}, which is not given.`,
          remedy: `Leave ${name} out, or send ${goesWith}.`,
        },
      ];
    const [count, others] = [lengthOf(this.valueOf(name)), lengthOf(this.valueOf(goesWith))];
    if (count === others || count === undefined || others === undefined) return [];
    return [
      {
        rule: 'param-length',
        path,
        message: `${name} has ${count} items, ${goesWith} ${others}: there must be one for each.`,
        remedy: `Send ${others} items.`,
      },
    ];
  }

  private columnProblems(reference: Need, path: readonly string[]): Problem[] {
    const { param, plural, optional, distinct } = reference;
    if (param === undefined) return [];
    if (plural !== undefined && this.isGiven(param) && this.isGiven(plural))
      return [
        {
          rule: 'single-or-plural',
          path: [...path, plural],
          message: `Both ${param} (${shown(this.valueOf(param)!)}) and ${plural} are given.`,
          remedy: `Send one of the two.`,
        },
      ];
    const columns = this.columns(reference);
    const twice = distinct ? columns.find((name, at) => columns.indexOf(name) < at) : undefined;
    if (twice !== undefined)
      return [
        {
          rule: 'columns-distinct',
          path: [...path, this.isGiven(plural ?? '') ? plural! : param],
          message: `The column "${twice}" is named twice.`,
          remedy: 'Name it once.',
        },
      ];
    if (optional || (columns.length > 0 && !columns.includes(''))) return [];
    return [
      {
        rule: 'column-bound',
        path: [...path, param],
        message: `No column is named by ${plural === undefined ? param : `${param} or ${plural}`}.`,
        remedy: `Send the name of a column.`,
      },
    ];
  }

  private columnReferences(): readonly Need[] {
    const { needs, drops = [], changes = [], adds } = this.definition.schema;
    const references: readonly Need[] = [...needs, ...drops, ...changes, ...adds];
    return [
      ...new Map(
        references.map((reference) => [`${reference.param} ${reference.optional ?? false} ${reference.distinct ?? false}`, reference]),
      ).values(),
    ];
  }
}

function lengthOf(value: Json | undefined): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}
