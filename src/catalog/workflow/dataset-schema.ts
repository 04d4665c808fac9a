import type { Schema } from '../pipeline/schema.js';
import { columnType } from '../segment/column-type.js';

/** A column as the catalog knows it: nested fields have dotted paths. */
export interface StoredColumn {
  readonly path: string;
  readonly type: string | null;
}

/** What databases call types, as Spark's readers translate them; lengths and precisions left out. */
const TYPE_IN_SPARK: Readonly<Record<string, string>> = {
  ...each(
    'string',
    'text bpchar nchar nvarchar nvarchar2 varchar2 clob uuid json jsonb xml enum citext char varchar character utf8 largeutf8',
  ),
  ...each('bigint', 'int8 bigserial serial8 int64'),
  ...each('int', 'int4 serial mediumint int32'),
  ...each('smallint', 'int2 smallserial int16'),
  ...each('double', 'float8 float64'),
  ...each('float', 'float4 float32'),
  ...each('boolean', 'bool'),
  ...each('binary', 'bytea blob varbinary bytes'),
  ...each('timestamp', 'timestamp timestamptz datetime datetime2 smalldatetime datetimeoffset'),
  'character varying': 'string',
  'double precision': 'double',
  'timestamp with time zone': 'timestamp',
  'timestamp without time zone': 'timestamp',
};

function each(type: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, type]));
}

/**
 * The columns of a dataset as a data frame has them: nested fields are in the type of what holds them. A type nobody told us
 * makes all of it unknown (undefined): a check against it would accuse the innocent. Types of other systems that have no
 * counterpart keep their names.
 */
export function schemaOfColumns(columns: readonly StoredColumn[]): Schema | undefined {
  if (columns.length === 0 || columns.some(({ type }) => type === null || type === '')) return undefined;
  const paths = new Set(columns.map(({ path }) => path));
  return columns.filter(({ path }) => !isNested(path, paths)).map(({ path, type }) => ({ name: path, type: sparkType(type!) }));
}

function isNested(path: string, paths: ReadonlySet<string>): boolean {
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) if (paths.has(path.slice(0, dot))) return true;
  return false;
}

function sparkType(type: string): string {
  const bare = type
    .toLowerCase()
    .replace(/\([^()]*\)/, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (Object.hasOwn(TYPE_IN_SPARK, bare)) return TYPE_IN_SPARK[bare]!;
  // Oracle and Snowflake: with its precision.
  return columnType(bare === 'number' ? type.replace(/number/i, 'decimal') : type) ?? type;
}
