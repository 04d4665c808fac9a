import type { Schema, SchemaColumn } from '../pipeline/schema.js';
import { columnType, matchesType } from './column-type.js';

/** A piece of SQL: a name, a number, a text in quotes, an operator. `quoted`: a name in backticks, or a text. */
export interface Token {
  readonly text: string;
  readonly kind: 'name' | 'number' | 'text' | 'sign';
}

const TOKEN =
  /\s*(?:(`(?:[^`]|``)+`|[A-Za-z_]\w*)|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[LDFlds]?\b)|('(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*")|(<=>|<>|!=|<=|>=|==|\|\||[-+*/%(),.<>=]))/y;

/** Undefined when there is something in it that is no SQL we know. */
export function tokens(sql: string): Token[] | undefined {
  const found: Token[] = [];
  const text = sql.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    const [, name, number, quoted, sign] = match;
    if (name !== undefined) found.push({ text: name.startsWith('`') ? name.slice(1, -1).replaceAll('``', '`') : name, kind: 'name' });
    else if (number !== undefined) found.push({ text: number, kind: 'number' });
    else if (quoted !== undefined) found.push({ text: quoted, kind: 'text' });
    else found.push({ text: sign!, kind: 'sign' });
  }
  return found;
}

/** Without regard to case, as Spark's SQL finds columns. */
export function findColumn(schema: Schema, name: string): SchemaColumn | undefined {
  return schema.find((column) => column.name.toLowerCase() === name.toLowerCase());
}

/** A column that an expression names and that is not there. */
export class MissingColumn {
  constructor(readonly name: string) {}
}

/**
 * The type of a simple expression over the columns: names, numbers, texts, arithmetic, comparisons, casts and the commonest
 * functions, by the rules of Spark's SQL without ANSI mode. Undefined where that is not enough to tell.
 */
export function expressionType(expression: readonly Token[], schema: Schema): string | MissingColumn | undefined {
  const reader = new ExpressionReader(expression, schema);
  const type = reader.read();
  return reader.missing ?? type;
}

type Type = string | undefined;

const COMPARISONS: ReadonlySet<string> = new Set(['=', '==', '<=>', '<>', '!=', '<', '<=', '>', '>=']);
const INTEGRAL = ['tinyint', 'smallint', 'int', 'bigint'];
/** Each can be widened to those after it. */
const WIDTH = [...INTEGRAL, 'float', 'double'];

const FUNCTIONS: Readonly<Record<string, string>> = {
  concat_ws: 'string',
  cos: 'double',
  current_date: 'date',
  current_timestamp: 'timestamp',
  datediff: 'int',
  day: 'int',
  exp: 'double',
  hour: 'int',
  initcap: 'string',
  isnan: 'boolean',
  isnotnull: 'boolean',
  isnull: 'boolean',
  length: 'int',
  ln: 'double',
  log: 'double',
  log10: 'double',
  lower: 'string',
  ltrim: 'string',
  minute: 'int',
  month: 'int',
  pow: 'double',
  power: 'double',
  rand: 'double',
  regexp_replace: 'string',
  rtrim: 'string',
  sin: 'double',
  split: 'array<string>',
  sqrt: 'double',
  to_date: 'date',
  to_timestamp: 'timestamp',
  trim: 'string',
  upper: 'string',
  year: 'int',
};
const CASTS: ReadonlySet<string> = new Set([
  'bigint',
  'boolean',
  'date',
  'double',
  'float',
  'int',
  'smallint',
  'string',
  'timestamp',
  'tinyint',
]);
const SAME_AS_FIRST: ReadonlySet<string> = new Set(['abs', 'coalesce', 'greatest', 'ifnull', 'least', 'nullif', 'nvl']);

/** Words of SQL that are no columns, where we do not read what they say. */
const WORDS: ReadonlySet<string> = new Set(
  'all any array between case current_date current_time current_timestamp current_user date distinct else end exists in interval like map not null rlike struct then timestamp when'.split(
    ' ',
  ),
);

class ExpressionReader {
  missing: MissingColumn | undefined;
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly schema: Schema,
  ) {}

  read(): Type {
    const type = this.or();
    return this.at === this.tokens.length ? type : undefined;
  }

  private or(): Type {
    return this.logical('or', () => this.logical('and', () => this.not()));
  }

  private logical(word: string, operand: () => Type): Type {
    let type = operand();
    while (this.takeWord(word)) {
      const right = operand();
      type = type === 'boolean' && right === 'boolean' ? 'boolean' : undefined;
    }
    return type;
  }

  private not(): Type {
    if (!this.takeWord('not')) return this.comparison();
    return this.not() === 'boolean' ? 'boolean' : undefined;
  }

  private comparison(): Type {
    const type = this.sum();
    if (this.takeWord('is')) {
      this.takeWord('not');
      return this.takeWord('null') && type !== undefined ? 'boolean' : undefined;
    }
    const sign = this.tokens[this.at];
    if (sign?.kind !== 'sign' || !COMPARISONS.has(sign.text)) return type;
    this.at++;
    const right = this.sum();
    return type !== undefined && right !== undefined && comparable(type, right) ? 'boolean' : undefined;
  }

  private sum(): Type {
    let type = this.product();
    for (let sign = this.take('+', '-', '||'); sign; sign = this.take('+', '-', '||')) {
      const right = this.product();
      type = sign === '||' ? (type === 'string' && right === 'string' ? 'string' : undefined) : arithmetic(type, right);
    }
    return type;
  }

  private product(): Type {
    let type = this.unary();
    for (let sign = this.take('*', '/', '%'); sign; sign = this.take('*', '/', '%')) {
      const both = arithmetic(type, this.unary());
      type = sign === '/' && both !== undefined ? 'double' : both;
    }
    return type;
  }

  private unary(): Type {
    if (!this.take('-')) return this.operand();
    const type = this.operand();
    return type !== undefined && matchesType('numeric', type) ? type : undefined;
  }

  private operand(): Type {
    const token = this.tokens[this.at++];
    if (!token) return undefined;
    if (token.kind === 'number') return numberType(token.text);
    if (token.kind === 'text') return 'string';
    if (token.kind === 'sign') {
      if (token.text !== '(') return undefined;
      const inner = this.or();
      return this.take(')') ? inner : undefined;
    }
    if (this.take('(')) return this.call(token.text.toLowerCase());
    return this.column(token.text);
  }

  private column(name: string): Type {
    if (/^(true|false)$/i.test(name)) return 'boolean';
    // Of a table, or a field in a structure: the table's columns only.
    if (this.take('.'))
      return name.toUpperCase() === '__THIS__' && this.tokens[this.at]?.kind === 'name'
        ? this.column(this.tokens[this.at++]!.text)
        : undefined;
    const column = findColumn(this.schema, name);
    if (!column && !WORDS.has(name.toLowerCase())) this.missing = new MissingColumn(name);
    return column?.type;
  }

  private call(name: string): Type {
    if (name === 'cast') return this.cast();
    const parameters = this.parameters();
    if (parameters === undefined) return undefined;
    if (CASTS.has(name)) return parameters.length === 1 ? name : undefined;
    if (name === 'concat') return parameters.every((type) => type === 'string') ? 'string' : undefined;
    if (SAME_AS_FIRST.has(name)) return parameters.every((type) => type === parameters[0]) ? parameters[0] : undefined;
    return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  }

  private parameters(): string[] | undefined {
    const types: Type[] = [];
    if (this.take(')')) return [];
    do types.push(this.or());
    while (this.take(','));
    if (!this.take(')')) return undefined;
    return types.every((type): type is string => type !== undefined) ? types : undefined;
  }

  private cast(): Type {
    const type = this.or();
    if (type === undefined || !this.takeWord('as')) return undefined;
    const from = this.at;
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const { text } = this.tokens[this.at]!;
      if (text === '(' || text === '<') depth++;
      else if ((text === ')' || text === '>') && depth-- === 0) break;
    }
    const written = this.tokens.slice(from, this.at).map(({ text }) => text);
    return this.take(')') ? columnType(written.join('')) : undefined;
  }

  private take(...signs: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.at++;
    return token.text;
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'name' || token.text.toLowerCase() !== word) return false;
    this.at++;
    return true;
  }
}

function numberType(text: string): Type {
  const suffix = text.at(-1)!.toLowerCase();
  if (suffix === 'l') return 'bigint';
  if (suffix === 'd' || /e/i.test(text)) return 'double';
  if (suffix === 'f') return 'float';
  if (suffix === 's') return 'smallint';
  if (text.includes('.')) {
    const [whole = '', fraction = ''] = text.split('.');
    const digits = whole.replace(/^0+/, '').length + fraction.length;
    return `decimal(${Math.max(digits, fraction.length, 1)},${fraction.length})`;
  }
  return Number(text) < 2 ** 31 ? 'int' : Number.isSafeInteger(Number(text)) ? 'bigint' : undefined;
}

/** Decimals only meet float and double: what two of them give depends on more. Texts count as double. */
function arithmetic(left: Type, right: Type): Type {
  if (left === undefined || right === undefined) return undefined;
  const [a, b] = [left, right].map((type) => (type === 'string' ? 'double' : type)) as [string, string];
  if (WIDTH.includes(a) && WIDTH.includes(b)) return WIDTH[Math.max(WIDTH.indexOf(a), WIDTH.indexOf(b))];
  const [decimals, others] =
    [a, b].map((type, at) => [type, [a, b][1 - at]!] as const).find(([type]) => matchesType('decimal', type)) ?? [];
  return decimals !== undefined && (others === 'double' || others === 'float') ? 'double' : undefined;
}

function comparable(left: string, right: string): boolean {
  if (left === right) return !left.startsWith('map<');
  const simple = (type: string): boolean => matchesType('numeric', type) || ['string', 'date', 'timestamp', 'boolean'].includes(type);
  return simple(left) && simple(right);
}
