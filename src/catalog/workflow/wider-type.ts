import { elementType, NUMERIC_TYPES } from '../segment/column-type.js';

const TIMES: readonly string[] = ['date', 'timestamp_ntz', 'timestamp'];
const WHOLE_DIGITS: ReadonlyMap<string, number> = new Map([
  ['tinyint', 3],
  ['smallint', 5],
  ['int', 10],
  ['bigint', 20],
]);
const MAX_DIGITS = 38;

/**
 * The type that holds the values of both; undefined when they are not compatible. Types as `columnType` writes them. Compatible are:
 * numbers with numbers, in the wider of the two as Spark widens them (a decimal with float or double gives double); dates with
 * timestamps; arrays whose elements are compatible; all else only with itself. Text never goes with a number, though Spark would
 * cast it: a join of "007" with 7 is an accident more often than not.
 */
export function widerType(a: string, b: string): string | undefined {
  return a === b ? a : (widerIn(NUMERIC_TYPES, a, b) ?? widerIn(TIMES, a, b) ?? widerDecimal(a, b) ?? widerArray(a, b));
}

function widerIn(order: readonly string[], a: string, b: string): string | undefined {
  const [i, j] = [order.indexOf(a), order.indexOf(b)];
  return i < 0 || j < 0 ? undefined : order[Math.max(i, j)];
}

function widerDecimal(a: string, b: string): string | undefined {
  const [one, other] = [digitsOf(a), digitsOf(b)];
  if (!one || !other) return (one && isFraction(b)) || (other && isFraction(a)) ? 'double' : undefined;
  const scale = Math.max(one.scale, other.scale);
  const whole = Math.max(one.precision - one.scale, other.precision - other.scale);
  return `decimal(${Math.min(MAX_DIGITS, whole + scale)},${Math.min(MAX_DIGITS, scale)})`;
}

const isFraction = (type: string): boolean => type === 'float' || type === 'double';

function digitsOf(type: string): { precision: number; scale: number } | undefined {
  const decimal = /^decimal\((\d+),(\d+)\)$/.exec(type);
  if (decimal) return { precision: Number(decimal[1]), scale: Number(decimal[2]) };
  const precision = WHOLE_DIGITS.get(type);
  return precision === undefined ? undefined : { precision, scale: 0 };
}

function widerArray(a: string, b: string): string | undefined {
  const [one, other] = [elementType(a), elementType(b)];
  const element = one !== undefined && other !== undefined ? widerType(one, other) : undefined;
  return element === undefined ? undefined : `array<${element}>`;
}
