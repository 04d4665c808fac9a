/** Names come from anybody and end up in code that people run: each goes through one of these. */

/** A string literal of Python and of Scala, both of which read JSON's. */
export const literal = (text: string): string => JSON.stringify(text);

/** A string literal of SQL. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** How identifiers are put in quotes. */
export type Quoting = 'DOUBLE' | 'BACKTICK' | 'BRACKET';

export function identifier(name: string, quoting: Quoting): string {
  if (quoting === 'BRACKET') return `[${name.replaceAll(']', ']]')}]`;
  const mark = quoting === 'DOUBLE' ? '"' : '`';
  return `${mark}${name.replaceAll(mark, mark + mark)}${mark}`;
}

export const qualified = (names: readonly string[], quoting: Quoting): string => names.map((name) => identifier(name, quoting)).join('.');

// biome-ignore lint/suspicious/noControlCharactersInRegex: whatever may end a line
const LINE_ENDS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** A comment of SQL, which no name in it can end. */
export const sqlComment = (text: string): string => `-- ${text.replace(LINE_ENDS, ' ')}`;

/** Reads with Spark, in Scala. The options are literals or expressions already. */
export function sparkRead(format: string, options: readonly (readonly [name: string, value: string])[], load = ''): string {
  const lines = options.map(([name, value]) => `  ${literal(name)} -> ${value}`);
  const given = lines.length > 0 ? `.options(Map(\n${lines.join(',\n')}\n))` : '';
  return `val df = spark.read.format(${literal(format)})${given}.load(${load})\n`;
}

/** The same in Python. */
export function pysparkRead(format: string, options: readonly (readonly [name: string, value: string])[], load = ''): string {
  const given = options.map(([name, value]) => `.option(${literal(name)}, ${value})`).join('');
  return `${PYSPARK}df = spark.read.format(${literal(format)})${given}.load(${load})\n`;
}

export const PYSPARK = 'from pyspark.sql import SparkSession\n\nspark = SparkSession.builder.getOrCreate()\n';
