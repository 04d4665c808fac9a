import type { Transformation } from '../../write/fact.js';
import { type Chosen, isDescribed, ownersAndTags, type Projection } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { type Description, type Said, timeOfStamp } from '../entity/said.js';
import type { Time } from '../time.js';
import { parseTransformations } from './transformations.js';

/** Type and ordinal come from the dataset's schema, which the Writer folds; here is what was said of the column itself. */
export function project(_id: string, chosen: Chosen): Projection {
  return { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}

export interface ColumnRow extends EntityRow {
  /** The id of its dataset. */
  readonly dataset: string;
  readonly type: string | null;
  /** Its place in the schema, from 0; null when the schema does not have it. */
  readonly ordinal: number | null;
}

export const shape: Shape = { properties: ['type', 'ordinal'] };

/** A column that another is computed from, and the edges that say so: one per job. */
export interface ColumnDerivation {
  readonly id: string;
  readonly column: ColumnRow;
  readonly edges: readonly StoredDerivation[];
}

export interface StoredDerivation {
  /** See transformations.ts. */
  readonly how: string | null;
  /** Numbers of the assertions that hold it. */
  readonly by: readonly number[];
  readonly validFrom: Time;
}

/** The description that came with the schema that counts, and who sent that: `said` is the dataset's. */
export function schemaDescription(column: ColumnRow, schema: string | null, { said, saidAt }: Said): Description[] {
  if (column.description === null || schema === null) return [];
  const text = column.description;
  const by = Object.keys(said).filter((producer) => said[producer]?.schema === schema);
  return by.map((producer) => ({ text, contentType: null, by: producer, at: timeOfStamp(saidAt[producer]?.schema ?? '') }));
}

/** What all these texts of transformations say, each once. */
export function transformationsOf(texts: readonly (string | null)[]): Transformation[] {
  const distinct = new Map<string, Transformation>();
  for (const text of texts)
    for (const transformation of parseTransformations(text)) distinct.set(JSON.stringify(transformation), transformation);
  return [...distinct.values()];
}
