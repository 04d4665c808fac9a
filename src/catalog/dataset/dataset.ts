import {
  type Chosen,
  isDescribed,
  isOfKind,
  listOf,
  ownersAndTags,
  type Projection,
  type Relation,
  textField,
} from '../entity/projection.js';
import type { EntityRow, Shape } from '../entity/row.js';
import { parseId, sourceId } from '../id.js';

/** Schema and columns, versions and the canonical member of its names are folded by the Writer; the rest is here. */
export function project(id: string, chosen: Chosen): Projection {
  const namespace = parseId(id)?.parts[0];
  const source: Relation[] = namespace === undefined ? [] : [{ type: 'IN_SOURCE', to: sourceId(namespace) }];
  return {
    properties: {
      dataSourceName: textField(chosen.dataSource, 'name'),
      dataSourceUri: textField(chosen.dataSource, 'uri'),
      fileFormat: textField(chosen['facet:storage'], 'fileFormat'),
      lifecycle: textField(chosen.lifecycle, 'state'),
      storageLayer: textField(chosen['facet:storage'], 'storageLayer'),
    },
    relations: [...source, ...otherNames(id, chosen), ...ownersAndTags(chosen)],
    described: isDescribed(chosen),
  };
}

/** Symlinks: other names of the same dataset. */
function otherNames(id: string, chosen: Chosen): Relation[] {
  const names = new Set(listOf(chosen.symlinks).map((link) => textField(link, 'id')));
  return [...names]
    .filter((name): name is string => name !== null && name !== id && isOfKind(name, 'DATASET'))
    .map((to) => ({ type: 'SAME_AS', to }));
}

export interface DatasetRow extends EntityRow {
  readonly dataSourceName: string | null;
  readonly dataSourceUri: string | null;
  /** Of its storage facet: parquet, csv, ... */
  readonly fileFormat: string | null;
  readonly lifecycle: string | null;
  /** Hash of the schema that counts. */
  readonly schema: string | null;
  /** Of its storage facet: delta, iceberg, s3, ... */
  readonly storageLayer: string | null;
}

export const shape: Shape = { properties: ['dataSourceName', 'dataSourceUri', 'fileFormat', 'lifecycle', 'schema', 'storageLayer'] };
