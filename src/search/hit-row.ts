import { columnId } from '../catalog/id.js';

/** What the index found, or a list. */
export interface HitRow {
  readonly key: number;
  /** Null: a column's, which is made of its dataset's and its name. */
  readonly id: string | null;
  readonly name: string;
  readonly dataset: string | null;
  readonly use: number;
  /** The id of the alias that was found, or its own. */
  readonly foundAs?: string | null;
  /** See search-words.ts. */
  readonly words?: string;
}

export const idOf = ({ id, dataset, name }: HitRow): string => id ?? columnId(dataset ?? '', name);
