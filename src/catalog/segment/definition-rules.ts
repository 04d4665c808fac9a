import type { Problem } from '../../write/fact.js';
import { typePattern } from './column-type.js';
import type { ColumnReference, Need, ParamDefinition, Result, SegmentDefinition } from './definition.js';
import { valueProblems } from './param-value.js';

/** Everything that is wrong with a segment's definition; nothing else needs to be known. `path`: where it stands. */
export function definitionProblems(definition: SegmentDefinition, path: readonly string[]): Problem[] {
  const { params, schema } = definition;
  const known = new Map(params.map((param) => [param.name, param]));
  const check = new DefinitionCheck(known, new Set(schema.needs.map(({ param, name }) => param ?? name ?? '')));
  for (const [at, param] of params.entries()) check.param(param, [...path, 'params', String(at)]);
  check.once(params, [...path, 'params']);
  for (const [at, need] of schema.needs.entries()) check.need(need, [...path, 'schema', 'needs', String(at)]);
  for (const [at, drop] of (schema.drops ?? []).entries()) check.reference(drop, [...path, 'schema', 'drops', String(at)]);
  for (const part of ['changes', 'adds'] as const)
    for (const [at, result] of (schema[part] ?? []).entries()) check.result(result, [...path, 'schema', part, String(at)]);
  check.estimator(definition, path);
  return check.problems;
}

/** The same of params alone. */
export function paramProblems(params: readonly ParamDefinition[], path: readonly string[]): Problem[] {
  const check = new DefinitionCheck(new Map(params.map((param) => [param.name, param])), new Set());
  for (const [at, param] of params.entries()) check.param(param, [...path, String(at)]);
  check.once(params, path);
  return check.problems;
}

class DefinitionCheck {
  readonly problems: Problem[] = [];

  constructor(
    private readonly params: ReadonlyMap<string, ParamDefinition>,
    private readonly needs: ReadonlySet<string>,
  ) {}

  once(params: readonly ParamDefinition[], path: readonly string[]): void {
    const seen = new Set<string>();
    for (const [at, { name }] of params.entries()) {
      if (seen.has(name))
        this.refuse('param-unique', [...path, String(at), 'name'], `There are two params "${name}".`, 'Name each of them once.');
      seen.add(name);
    }
  }

  param(param: ParamDefinition, path: readonly string[]): void {
    const { min, max, goesWith } = param;
    if (min !== undefined && max !== undefined && min > max)
      this.refuse('param-bounds', [...path, 'min'], `The least value ${min} is above the greatest ${max}.`, 'Exchange them.');
    if (param.default !== undefined && param.default !== null)
      this.problems.push(...valueProblems(param, param.default, [...path, 'default']));
    if (goesWith !== undefined) this.knownParam(goesWith, [...path, 'goesWith']);
  }

  need(need: Need, path: readonly string[]): void {
    this.reference(need, path);
    for (const [at, type] of (need.types ?? []).entries()) this.type(type, [...path, 'types', String(at)]);
  }

  result(result: Result, path: readonly string[]): void {
    this.reference(result, path);
    if (result.type !== undefined) this.type(result.type, [...path, 'type']);
    if (result.type === undefined && result.like === undefined)
      this.refuse(
        'result-type',
        path,
        'It is not said of which type the column is.',
        'Send type, or like with the need whose type it follows.',
      );
    if (result.like !== undefined && !this.needs.has(result.like))
      this.refuse('result-like', [...path, 'like'], `"${result.like}" is none of the needs.`, `Name the param or the name of a need.`);
    for (const [at, type] of (result.when ?? []).entries()) this.type(type, [...path, 'when', String(at)]);
  }

  reference({ name, param, plural }: ColumnReference, path: readonly string[]): void {
    if ((name === undefined) === (param === undefined))
      this.refuse('column-reference', path, 'A column is meant by its name or by a param, by one of the two.', 'Send name, or param.');
    if (param !== undefined) this.columnParam(param, ['string', 'array<string>'], [...path, 'param']);
    if (plural !== undefined) this.columnParam(plural, ['array<string>'], [...path, 'plural']);
  }

  estimator({ fits, estimator }: SegmentDefinition, path: readonly string[]): void {
    if (fits === 'NONE' && estimator)
      this.refuse(
        'estimator-fits',
        [...path, 'estimator'],
        'It fits nothing, so it is no estimator.',
        'Leave estimator out, or say what it fits.',
      );
    if (fits === 'PREDICTOR' && !estimator?.task)
      this.refuse(
        'predictor-task',
        [...path, 'estimator', 'task'],
        'It is not said what the model is for.',
        'Send a task, such as CLASSIFICATION.',
      );
  }

  private columnParam(name: string, types: readonly string[], path: readonly string[]): void {
    const param = this.knownParam(name, path);
    if (param && !types.includes(param.type))
      this.refuse(
        'column-param',
        path,
        `The param ${name} is of type ${param.type}, and can't name a column.`,
        `Make it ${types.join(' or ')}.`,
      );
  }

  private knownParam(name: string, path: readonly string[]): ParamDefinition | undefined {
    const param = this.params.get(name);
    if (!param) this.refuse('param-known', path, `There is no param "${name}".`, 'Add it to the params, or name another.');
    return param;
  }

  private type(type: string, path: readonly string[]): void {
    if (typePattern(type) === undefined)
      this.refuse(
        'column-type-known',
        path,
        `"${type.slice(0, 100)}" is no type of columns.`,
        'Send one of Spark’s simple strings (string, bigint, array<string>, vector), or a family of them (numeric, array, any).',
      );
  }

  private refuse(rule: string, path: readonly string[], message: string, remedy: string): void {
    this.problems.push({ rule, path, message, remedy });
  }
}
