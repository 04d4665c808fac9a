/**
 * Spark's simple types, and which of them can meet in one column. Compatible are: numbers with numbers, in the wider of the
 * two as Spark widens them (a decimal with float or double gives double); dates with timestamps; arrays whose elements are
 * compatible; all else only with itself. Text never goes with a number, though Spark would cast it: a join of "007" with 7
 * is an accident more often than not.
 */

const INTEGERS = ['tinyint', 'smallint', 'int', 'bigint'] as const;
const WHOLE_DIGITS: Readonly<Record<string, number>> = { tinyint: 3, smallint: 5, int: 10, bigint: 20 };
const NUMBERS: readonly string[] = [...INTEGERS, 'float', 'double'];
const TIMES: readonly string[] = ['date', 'timestamp_ntz', 'timestamp'];
const MAX_DIGITS = 38;

const OTHER_NAMES: Readonly<Record<string, string>> = {
  byte: 'tinyint',
  short: 'smallint',
  integer: 'int',
  long: 'bigint',
  real: 'float',
  bool: 'boolean',
  text: 'string',
  dec: 'decimal(10,0)',
  decimal: 'decimal(10,0)',
  numeric: 'decimal(10,0)',
  timestamp_ltz: 'timestamp',
};

const DECIMAL = /^(?:decimal|dec|numeric)\((\d+)(?:,(-?\d+))?\)$/;
const TEXT = /^(?:varchar|char|character|character varying)(?:\(\d+\))?$/;
const ARRAY = /^array<(.+)>$/;

/** One spelling per type: `LONG` is `bigint`, `varchar(20)` is `string`. */
export function simpleType(type: string): string {
  const plain = type.trim();
  const lower = plain.toLowerCase();
  if (TEXT.test(lower)) return 'string';
  const compact = plain.replaceAll(' ', '');
  const decimal = DECIMAL.exec(compact.toLowerCase());
  if (decimal) return `decimal(${decimal[1]},${decimal[2] ?? 0})`;
  const element = ARRAY.exec(compact.startsWith('ARRAY') ? compact.replace('ARRAY', 'array') : compact);
  if (element) return `array<${simpleType(element[1]!)}>`;
  // Names of fields inside a struct tell upper from lower case.
  if (compact.includes('<')) return compact;
  return Object.hasOwn(OTHER_NAMES, lower) ? OTHER_NAMES[lower]! : lower;
}

/** The type that holds the values of both; undefined when they are not compatible. */
export function widerType(one: string, other: string): string | undefined {
  const a = simpleType(one);
  const b = simpleType(other);
  return a === b ? a : (widerIn(NUMBERS, a, b) ?? widerIn(TIMES, a, b) ?? widerDecimal(a, b) ?? widerArray(a, b));
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
  const decimal = DECIMAL.exec(type);
  if (decimal) return { precision: Number(decimal[1]), scale: Number(decimal[2]) };
  const precision = Object.hasOwn(WHOLE_DIGITS, type) ? WHOLE_DIGITS[type] : undefined;
  return precision === undefined ? undefined : { precision, scale: 0 };
}

function widerArray(a: string, b: string): string | undefined {
  const [one, other] = [ARRAY.exec(a), ARRAY.exec(b)];
  const element = one && other ? widerType(one[1]!, other[1]!) : undefined;
  return element === undefined ? undefined : `array<${element}>`;
}
