import type { Json, Problem } from '../../write/fact.js';
import type { ParamDefinition, ParamType } from './definition.js';

export type ParamValues = Readonly<Record<string, Json>>;

const INT = 2 ** 31;
/** Doubles that JSON has no number for. */
const NO_NUMBERS: ReadonlySet<Json> = new Set(['NaN', 'Infinity', '-Infinity']);

const isInt = (value: Json): boolean => typeof value === 'number' && Number.isInteger(value) && value >= -INT && value < INT;
const isDouble = (value: Json): boolean => typeof value === 'number' || NO_NUMBERS.has(value);
const isList = (value: Json, of: (member: Json) => boolean): boolean => Array.isArray(value) && (value as readonly Json[]).every(of);

const TYPES: Readonly<Record<ParamType, { readonly accepts: (value: Json) => boolean; readonly means: string }>> = {
  any: { accepts: () => true, means: 'anything' },
  'array<array<double>>': { accepts: (value) => isList(value, (row) => isList(row, isDouble)), means: 'a list of lists of numbers' },
  'array<double>': { accepts: (value) => isList(value, isDouble), means: 'a list of numbers' },
  'array<int>': { accepts: (value) => isList(value, isInt), means: 'a list of whole numbers' },
  'array<string>': { accepts: (value) => isList(value, (text) => typeof text === 'string'), means: 'a list of texts' },
  bigint: {
    accepts: (value) =>
      (typeof value === 'number' && Number.isSafeInteger(value)) || (typeof value === 'string' && /^-?\d{1,19}$/.test(value)),
    means: 'a whole number, as text when it has more than 15 digits',
  },
  boolean: { accepts: (value) => typeof value === 'boolean', means: 'true or false' },
  double: { accepts: isDouble, means: 'a number' },
  int: { accepts: isInt, means: 'a whole number of 32 bits' },
  matrix: { accepts: (value) => isList(value, (row) => isList(row, isDouble)), means: 'a list of rows of numbers' },
  string: { accepts: (value) => typeof value === 'string', means: 'a text' },
  vector: { accepts: (value) => isList(value, isDouble), means: 'a list of numbers' },
};

/** What is wrong with the value of one param: its type, its bounds. */
export function valueProblems(param: ParamDefinition, value: Json, path: readonly string[]): Problem[] {
  const type = TYPES[param.type];
  if (!type.accepts(value))
    return [
      {
        rule: 'param-type',
        path,
        message: `${param.name} is ${shown(value)}; it must be ${type.means}.`,
        remedy: `Send ${type.means}.`,
      },
    ];
  const bad = numbersIn(value).find((number) => !isWithin(param, number));
  if (bad !== undefined)
    return [
      {
        rule: 'param-bounds',
        path,
        message: `${param.name} is ${bad}; it must be ${bounds(param)}.`,
        remedy: `Send a number ${bounds(param)}.`,
      },
    ];
  if (param.values && typeof value === 'string' && !param.values.some((allowed) => allowed.toLowerCase() === value.toLowerCase()))
    return [
      {
        rule: 'param-bounds',
        path,
        message: `${param.name} is ${shown(value)}; it must be one of ${param.values.join(', ')}.`,
        remedy: `Send one of ${param.values.join(', ')}.`,
      },
    ];
  return [];
}

/** What a param says when nobody gave it. `uid`: the step's own name. */
export function defaultOf(param: ParamDefinition, uid: string): Json | undefined {
  return typeof param.default === 'string' ? param.default.replace('<uid>', uid) : param.default;
}

function numbersIn(value: Json): number[] {
  if (typeof value === 'number') return [value];
  return Array.isArray(value) ? (value as readonly Json[]).flatMap(numbersIn) : [];
}

function isWithin({ min, max, exclusiveMin, exclusiveMax, except }: ParamDefinition, number: number): boolean {
  if (except?.includes(number)) return false;
  if (min !== undefined && (exclusiveMin ? number <= min : number < min)) return false;
  return max === undefined || (exclusiveMax ? number < max : number <= max);
}

function bounds({ min, max, exclusiveMin, exclusiveMax, except }: ParamDefinition): string {
  const above = min === undefined ? [] : [exclusiveMin ? `above ${min}` : `at least ${min}`];
  const below = max === undefined ? [] : [exclusiveMax ? `below ${max}` : `at most ${max}`];
  const but = except ? [`not ${except.join(' or ')}`] : [];
  return [...above, ...below, ...but].join(' and ');
}

/** A value for people, cut short. */
export function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
