import type { Kind } from '../kind.js';
import type { Time } from '../time.js';

/** What is read of every entity. `key` never leaves the server. */
export interface EntityRow {
  readonly id: string;
  readonly key: number;
  readonly kind: Kind;
  readonly namespace: string;
  readonly name: string;
  readonly description: string | null;
  readonly createdAt: Time;
  readonly updatedAt: Time;
  readonly removedAt: Time | null;
  readonly described: boolean;
  readonly lastPosition: number;
}

/** What is read of a kind beyond that: properties of its node; those named in `json` hold JSON text. */
export interface Shape {
  readonly properties: readonly string[];
  readonly json?: readonly string[];
}

export type RawRow = Readonly<Record<string, unknown>>;

const COMMON = ['id', 'key', 'kind', 'namespace', 'name', 'description', 'createdAt', 'updatedAt', 'removedAt', 'described'];

/** The Cypher map of a kind's row; what is long and seldom asked for (`said`) is left out. */
export function rowMap(shape: Shape, variable = 'e'): string {
  const properties = [...COMMON, ...shape.properties].map((name) => `.${name}`);
  return `${variable} {${properties.join(', ')}, lastPosition: ${variable}.position}`;
}

/** Checks what every row must have and unfolds JSON texts. Throws when the graph holds something that is no entity. */
export function rowOf<Row extends EntityRow>(shape: Shape, raw: RawRow): Row {
  const { id, key, kind, lastPosition } = raw;
  if (typeof id !== 'string' || typeof key !== 'number' || typeof kind !== 'string' || typeof lastPosition !== 'number')
    throw new Error(`Not the row of an entity: ${JSON.stringify({ id, key, kind, lastPosition })}`);
  const row: Record<string, unknown> = { ...raw, updatedAt: raw.updatedAt ?? raw.createdAt, described: raw.described === true };
  for (const name of shape.json ?? []) if (typeof row[name] === 'string') row[name] = JSON.parse(row[name]);
  return row as unknown as Row;
}
