/**
 * Types of columns, as Spark writes them in one line (`DataType.simpleString`, the SQL reference's "Data Types"), and `vector`
 * and `matrix` of Spark ML. They say nothing of whether elements of an array may be null.
 */
const ATOMS: ReadonlySet<string> = new Set([
  'bigint',
  'binary',
  'boolean',
  'date',
  'double',
  'float',
  'int',
  'interval',
  'matrix',
  'smallint',
  'string',
  'timestamp',
  'timestamp_ntz',
  'tinyint',
  'vector',
  'void',
]);

/** Other names that Spark's SQL takes for the same. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['byte', 'tinyint'],
  ['dec', 'decimal'],
  ['integer', 'int'],
  ['long', 'bigint'],
  ['numeric', 'decimal'],
  ['real', 'float'],
  ['short', 'smallint'],
  ['timestamp_ltz', 'timestamp'],
]);

export const NUMERIC_TYPES = ['tinyint', 'smallint', 'int', 'bigint', 'float', 'double'] as const;
const MAX_DEPTH = 20;
const MAX_LENGTH = 2000;

/** The one way to write a type: `INTEGER` is `int`, `array< long >` is `array<bigint>`. Undefined when it is none. */
export function columnType(text: string): string | undefined {
  return text.length > MAX_LENGTH ? undefined : typeOf(text.trim(), 0);
}

function typeOf(text: string, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const [, head = '', open = '', body = ''] = /^([a-z_]+)\s*(?:([<(])(.*)[>)])?$/is.exec(text) ?? [];
  const name = SYNONYMS.get(head.toLowerCase()) ?? head.toLowerCase();
  if (name === 'decimal') return decimal(open, body);
  if (open === '(')
    return (name === 'varchar' || name === 'char') && text.endsWith(')') && /^\s*\d{1,9}\s*$/.test(body) ? 'string' : undefined;
  if (open === '') return ATOMS.has(name) ? name : undefined;
  if (!text.endsWith('>')) return undefined;
  const parts = split(body);
  if (name === 'struct')
    return body.trim() === ''
      ? 'struct<>'
      : joined(
          name,
          parts.map((part) => field(part, depth)),
        );
  if (parts.length !== (name === 'map' ? 2 : 1) || (name !== 'map' && name !== 'array')) return undefined;
  return joined(
    name,
    parts.map((part) => typeOf(part.trim(), depth + 1)),
  );
}

function decimal(open: string, body: string): string | undefined {
  if (open === '') return 'decimal(10,0)';
  const [, precision = '', scale = '0'] = /^\s*(\d{1,2})\s*(?:,\s*(\d{1,2})\s*)?$/.exec(body) ?? [];
  const [p, s] = [Number(precision), Number(scale)];
  return open === '(' && precision !== '' && p >= 1 && p <= 38 && s <= p ? `decimal(${p},${s})` : undefined;
}

function field(text: string, depth: number): string | undefined {
  const [, name = '', type = ''] = /^\s*(`[^`]+`|[^\s:`]+)\s*[:\s]\s*(.+)$/s.exec(text) ?? [];
  const known = typeOf(type.trim(), depth + 1);
  return name === '' || known === undefined ? undefined : `${name.replaceAll('`', '')}:${known}`;
}

function joined(name: string, parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : `${name}<${parts.join(',')}>`;
}

/** At the commas that are in no brackets. */
function split(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!;
    if (c === '<' || c === '(') depth++;
    else if (c === '>' || c === ')') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** Sorts of types that a rule may name instead of one: `array` is any array, `numeric` what Spark counts as a number. */
export const TYPE_FAMILIES = ['any', 'array', 'decimal', 'map', 'numeric', 'struct'] as const;

/** One way to write a type or a family of types; undefined when it is neither. */
export function typePattern(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  return (TYPE_FAMILIES as readonly string[]).includes(name) ? name : columnType(text);
}

/** `type` may be a family, too: is everything of it what the pattern means? */
export function matchesType(pattern: string, type: string): boolean {
  if (pattern === 'any' || pattern === type) return true;
  if (pattern === 'numeric') return (NUMERIC_TYPES as readonly string[]).includes(type) || type.startsWith('decimal');
  if (pattern === 'decimal') return type.startsWith('decimal(');
  return (pattern === 'array' || pattern === 'map' || pattern === 'struct') && type.startsWith(`${pattern}<`);
}

/** All that a rule may name to take a column of this type: itself and the families it is of. */
export function patternsOf(type: string): string[] {
  return [type, ...TYPE_FAMILIES.filter((family) => matchesType(family, type))];
}

/** The type of an array's elements; undefined for what is no array. */
export function elementType(type: string): string | undefined {
  return type.startsWith('array<') ? type.slice('array<'.length, -1) : undefined;
}
