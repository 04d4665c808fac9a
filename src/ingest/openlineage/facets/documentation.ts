import { textIn } from '../shape.js';
import type { FacetReader } from './facets.js';
import { textsOf } from './facets.js';

/** DocumentationJobFacet, DocumentationDatasetFacet. An empty description takes an earlier one back. */
export const readDocumentation: FacetReader = (facet, place) =>
  textIn(facet, 'description', place) === undefined
    ? null
    : (textsOf(facet, place, { description: 'description', contentType: 'contentType' }) ?? null);
