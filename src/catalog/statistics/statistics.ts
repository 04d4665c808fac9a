import type { Json } from '../../write/fact.js';
import { type Chosen, field, isDescribed, listOf, numberField, ownersAndTags, type Projection } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { datasetId, entityId, parseId } from '../id.js';
import type { Time } from '../time.js';

export interface Quantile {
  /** From 0 to 1. */
  readonly q: number;
  readonly value: number;
}

export interface TopValue {
  readonly value: Json;
  readonly count: number;
}

/** What one column held at a moment; what was not measured is null. */
export interface FieldStatistics {
  /** The field path. */
  readonly column: string;
  /** Values that are there. */
  readonly count: number | null;
  readonly distinct: number | null;
  /** The name of the feature, where it was recorded for a feature table. */
  readonly feature: string | null;
  readonly max: Json;
  readonly mean: number | null;
  readonly min: Json;
  /** Values that are missing. */
  readonly nulls: number | null;
  readonly quantiles: readonly Quantile[];
  readonly stddev: number | null;
  readonly topValues: readonly TopValue[];
}

/** What a dataset held at a moment: an entity of its own, so that any number can be kept. One per dataset and moment. */
export function statisticsId(dataset: string, at: Time): string {
  const [namespace, name] = parseId(dataset)!.parts;
  return entityId('STATISTICS', namespace!, name!, at);
}

export function datasetOfStatistics(id: string): string {
  const [namespace, name] = parseId(id)?.parts ?? [];
  return datasetId(namespace ?? '', name ?? '');
}

/** Of the attribute `statistics`: `{fields, rowCount}`. */
export function project(id: string, chosen: Chosen): Projection {
  return {
    properties: {
      at: parseId(id)?.parts[2] ?? '',
      fields: JSON.stringify(listOf(field(chosen.statistics, 'fields'))),
      rowCount: numberField(chosen.statistics, 'rowCount'),
    },
    relations: [{ type: 'MEASURES', to: datasetOfStatistics(id) }, ...ownersAndTags(chosen)],
    described: isDescribed(chosen),
  };
}

export interface StatisticsRow extends EntityRow {
  readonly at: Time;
  readonly rowCount: number | null;
}

/** The fields themselves are read apart: lists do without. */
export const shape: Shape = { properties: ['at', 'rowCount'] };
