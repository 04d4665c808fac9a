import { type Chosen, isDescribed, ownersAndTags, type Projection } from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { datasetId, kindOf, parseId } from '../id.js';
import type { Time } from '../time.js';

/** When it was written, under which schema and by whom is folded by the Writer. */
export function project(_id: string, chosen: Chosen): Projection {
  return { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}

export interface DatasetVersionRow extends EntityRow {
  readonly version: string;
  /** Absent when it was only read so far. */
  readonly writtenAt: Time | null;
  /** A producer gave it this name; else it was made from a run. */
  readonly explicit: boolean | null;
}

export const shape: Shape = { properties: ['version', 'writtenAt', 'explicit'] };

/** The id of a dataset, by its own or that of a version of it. */
export const datasetNamed = (id: string): string => (kindOf(id) === 'DATASET_VERSION' ? datasetOfVersion(id) : id);

/** The id of the dataset it is a version of. */
export function datasetOfVersion(id: string): string {
  const [namespace, name] = parseId(id)?.parts ?? [];
  return datasetId(namespace ?? '', name ?? '');
}
