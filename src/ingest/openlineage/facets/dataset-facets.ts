import type { DatasetAttributes } from '../../../catalog/attributes.js';
import { entityId, parseId, sourceId } from '../../../catalog/id.js';
import type { DatasetSaid } from '../claim-list.js';
import { named, namespaceIn } from '../identity.js';
import type { Place } from '../place.js';
import { asObject, type JsonObject, nameIn, objectIn } from '../shape.js';
import { readDocumentation } from './documentation.js';
import { type FacetReaders, isDeleted, readFacets, textsOf } from './facets.js';
import { readLifecycle } from './lifecycle.js';
import { readOwnership } from './ownership.js';
import { readSchema } from './schema.js';
import { readSymlinks } from './symlinks.js';

/** What a dataset is in an event: only what is written (or described by itself) can be dropped or have column lineage there. */
export type DatasetRole = 'INPUT' | 'OUTPUT' | 'DESCRIBED';

export interface DatasetFacets extends DatasetSaid {
  /** Version facet of an input or output: which version was read or written. Of a described dataset it is an attribute. */
  readonly version?: string;
  /** The raw column lineage facet, if there is one. */
  readonly columnLineage?: JsonObject;
}

const READERS: FacetReaders = new Map([
  ['documentation', { attribute: 'documentation', read: readDocumentation }],
  ['ownership', { attribute: 'ownership', read: readOwnership }],
  ['dataSource', { attribute: 'dataSource', read: (facet, place) => textsOf(facet, place, { name: 'name', uri: 'uri' }) ?? {} }],
  ['symlinks', { attribute: 'symlinks', read: readSymlinks }],
  ['lifecycleStateChange', { attribute: 'lifecycle', read: readLifecycle }],
]);

const READ_HERE: ReadonlySet<string> = new Set(['schema', 'version', 'columnLineage']);
/** An input's column lineage says nothing about this job: it is kept as it came. */
const READ_HERE_OF_INPUTS: ReadonlySet<string> = new Set(['schema', 'version']);

export function readDatasetFacets(dataset: JsonObject, id: string, place: Place, role: DatasetRole): DatasetFacets {
  const attributes = readFacets(dataset, place, READERS, role === 'INPUT' ? READ_HERE_OF_INPUTS : READ_HERE);
  const facets = objectIn(dataset, 'facets', place);
  if (!facets) return { attributes };
  const at = place.at('facets');

  const schema = facetIn(facets, 'schema', at);
  const columns = schema && (isDeleted(schema) ? null : readSchema(id, schema, at.at('schema')));
  if (columns !== undefined) attributes.schema = columns;

  const version = versionIn(facets, id, at);
  if (role === 'DESCRIBED' && version !== undefined) attributes.version = version;

  const columnLineage = role === 'INPUT' ? undefined : facetIn(facets, 'columnLineage', at);
  const { state, previous } = (role !== 'INPUT' && (attributes.lifecycle as DatasetAttributes['lifecycle'])) || {};
  return {
    attributes,
    ...(state === 'DROP' && { removed: { ban: false } }),
    ...(state === 'RENAME' && previous !== undefined && previous !== id && { renamedFrom: previous }),
    ...(role !== 'DESCRIBED' && typeof version === 'string' && { version }),
    ...(columnLineage && { columnLineage }),
    ...(attributes.dataSource && { source: named(place.at('namespace'), () => sourceId(namespaceIn(dataset, place))) }),
  };
}

function facetIn(facets: JsonObject, name: string, at: Place): JsonObject | undefined {
  const facet = facets[name];
  return facet === undefined || facet === null ? undefined : asObject(facet, at.at(name));
}

function versionIn(facets: JsonObject, dataset: string, at: Place): string | null | undefined {
  const facet = facetIn(facets, 'version', at);
  if (!facet) return undefined;
  if (isDeleted(facet)) return null;
  const place = at.at('version');
  const version = nameIn(facet, 'datasetVersion', place);
  const [namespace = '', name = ''] = parseId(dataset)?.parts ?? [];
  named(place.at('datasetVersion'), () => entityId('DATASET_VERSION', namespace, name, version));
  return version;
}
