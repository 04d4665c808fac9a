import type { Json } from '../../write/fact.js';
import { parseTime } from '../time.js';

/** Logical types of features and keys: a closed set, whatever the engines call them. */
export const DATA_TYPES = [
  'BOOLEAN',
  'INT',
  'LONG',
  'FLOAT',
  'DOUBLE',
  'DECIMAL',
  'STRING',
  'BINARY',
  'DATE',
  'TIMESTAMP',
  'ARRAY',
  'MAP',
  'STRUCT',
  'VECTOR',
] as const;
export type DataType = (typeof DATA_TYPES)[number];

export const NUMBER_TYPES: readonly DataType[] = ['INT', 'LONG', 'FLOAT', 'DOUBLE', 'DECIMAL'];
export const TIME_TYPES: readonly DataType[] = ['DATE', 'TIMESTAMP'];
/** Rows are found by them: what can be compared and hashed by every engine. */
export const KEY_TYPES: readonly DataType[] = ['BOOLEAN', 'INT', 'LONG', 'DECIMAL', 'STRING', 'BINARY', 'DATE', 'TIMESTAMP'];

const MAX_INT = 2n ** 31n;
const MAX_LONG = 2n ** 63n;

/** Reads a JSON value of a type; says in words what is wrong with it, undefined when nothing is. */
export type Objection = (value: Json) => string | undefined;

/** What a value of each type looks like as JSON. */
const OBJECTIONS: Readonly<Record<DataType, Objection>> = {
  BOOLEAN: (value) => (typeof value === 'boolean' ? undefined : 'true or false'),
  INT: (value) => (isWhole(value, MAX_INT) ? undefined : 'a whole number of 32 bits'),
  LONG: (value) => (isWhole(value, MAX_LONG) ? undefined : 'a whole number of 64 bits, as text where JSON would round it'),
  FLOAT: (value) => (typeof value === 'number' ? undefined : 'a number'),
  DOUBLE: (value) => (typeof value === 'number' ? undefined : 'a number'),
  DECIMAL: (value) => (typeof value === 'number' || isText(value, /^-?\d+(\.\d+)?$/) ? undefined : 'a number, or its digits as text'),
  STRING: (value) => (typeof value === 'string' ? undefined : 'text'),
  BINARY: (value) => (isText(value, /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/) ? undefined : 'text in Base64'),
  DATE: (value) =>
    isText(value, /^\d{4}-\d\d-\d\d$/) && parseTime(`${value}T00:00:00Z`) !== undefined ? undefined : 'a date such as "2026-11-22"',
  TIMESTAMP: (value) =>
    typeof value === 'string' && parseTime(value) !== undefined ? undefined : 'a moment such as "2026-11-22T05:51:06Z"',
  ARRAY: (value) => (Array.isArray(value) ? undefined : 'a list'),
  MAP: (value) => (isObject(value) ? undefined : 'an object'),
  STRUCT: (value) => (isObject(value) ? undefined : 'an object'),
  VECTOR: (value) => (isNumbers(value) ? undefined : 'a list of numbers'),
};

/** What a value of this type must be, if this is none: "a whole number of 32 bits". */
export function objectionTo(type: DataType, value: Json): string | undefined {
  return OBJECTIONS[type](value);
}

function isText(value: Json, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function isWhole(value: Json, bound: bigint): boolean {
  if (typeof value === 'number' ? !Number.isSafeInteger(value) : !isText(value, /^-?\d{1,19}$/)) return false;
  const whole = BigInt(value as number | string);
  return whole >= -bound && whole < bound;
}

function isObject(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isNumbers(value: Json): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'number');
}
