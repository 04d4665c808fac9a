import type { Schema } from '../pipeline/schema.js';
import { columnType } from '../segment/column-type.js';

/** A key, event time or feature as the catalog knows it. */
export interface StoredFeature {
  readonly name: string;
  /** A logical type. */
  readonly dataType: string | null;
  /** As the engine calls it, when somebody said so. */
  readonly engineType: string | null;
}

export interface StoredFeatureTable {
  readonly keys: readonly StoredFeature[];
  readonly eventTime: StoredFeature | null;
  readonly features: readonly StoredFeature[];
}

/** What holds others (ARRAY, MAP, STRUCT) has no type in Spark until the engine's is said. */
const TYPE_IN_SPARK: ReadonlyMap<string | null, string> = new Map([
  ['BINARY', 'binary'],
  ['BOOLEAN', 'boolean'],
  ['DATE', 'date'],
  // Spark's own choice where nobody said how many digits.
  ['DECIMAL', 'decimal(38,18)'],
  ['DOUBLE', 'double'],
  ['FLOAT', 'float'],
  ['INT', 'int'],
  ['LONG', 'bigint'],
  ['STRING', 'string'],
  ['TIMESTAMP', 'timestamp'],
  ['VECTOR', 'vector'],
]);

/** The columns of a feature table as a data frame has them: keys, event time, features. Undefined when a type is not known. */
export function schemaOfFeatureTable({ keys, eventTime, features }: StoredFeatureTable): Schema | undefined {
  const columns = new Map<string, string>();
  for (const { name, dataType, engineType } of [...keys, ...(eventTime ? [eventTime] : []), ...features]) {
    const type = columnType(engineType ?? '') ?? TYPE_IN_SPARK.get(dataType);
    if (type === undefined) return undefined;
    columns.set(name, type);
  }
  return columns.size > 0 ? [...columns].map(([name, type]) => ({ name, type })) : undefined;
}
