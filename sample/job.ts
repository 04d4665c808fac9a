import type { Execution } from './calendar.js';
import type { Dataset } from './dataset.js';

/** What runs jobs and reports of it: an unmodified OpenLineage client in each. */
export interface Engine {
  /** The namespace of its jobs. */
  readonly namespace: string;
  readonly producer: string;
  readonly name: string;
  readonly version: string;
  readonly jobType: string;
}

export interface Job {
  readonly engine: Engine;
  readonly name: string;
  readonly about: string;
  readonly owner: string;
  readonly code?: { readonly path: string; readonly version: string };
  readonly sql?: string;
  /** It never ends; all others work through what is there and end. */
  readonly streaming?: boolean;
  /** The job whose runs start the runs of this one. */
  readonly partOf?: Job;
  readonly reads?: readonly Dataset[];
  readonly writes?: readonly Written[];
  readonly executions: readonly Execution[];
}

export interface Written {
  readonly dataset: Dataset;
  /** What each column is computed from. */
  readonly columns?: Readonly<Record<string, readonly InputField[]>>;
  /** Columns that decide which rows there are. */
  readonly rows?: readonly InputField[];
}

/** A column that another one comes from, and how: as the columnLineage facet of OpenLineage has it. */
export interface InputField {
  readonly namespace: string;
  readonly name: string;
  readonly field: string;
  readonly transformations: readonly object[];
}

const inputField =
  (type: 'DIRECT' | 'INDIRECT', subtype: string, masking?: boolean) =>
  <Column extends string>({ namespace, name }: Dataset<Column>, field: Column, description?: string): InputField => ({
    namespace,
    name,
    field,
    transformations: [{ type, subtype, ...(description && { description }), ...(masking && { masking }) }],
  });

export const copied = inputField('DIRECT', 'IDENTITY');
export const computed = inputField('DIRECT', 'TRANSFORMATION');
export const aggregated = inputField('DIRECT', 'AGGREGATION');
export const masked = inputField('DIRECT', 'TRANSFORMATION', true);
export const filteredBy = inputField('INDIRECT', 'FILTER');

/** Columns that are taken over under the same name. */
export const copies = <Column extends string>(of: Dataset<Column>, ...columns: readonly Column[]): Record<Column, InputField[]> =>
  Object.fromEntries(columns.map((column) => [column, [copied(of, column)]])) as Record<Column, InputField[]>;

export const copiesOfAll = (of: Dataset): Record<string, InputField[]> => copies(of, ...Object.keys(of.columns));

/** The job of this name. Throws when there is none: the sample would be wrong. */
export function jobNamed(jobs: readonly Job[], name: string): Job {
  const found = jobs.find((job) => job.name === name);
  if (!found) throw new Error(`There is no job ${name}`);
  return found;
}
