import type { Attributes } from '../claim-list.js';
import type { Place } from '../place.js';
import { type JsonObject, requiredTextIn } from '../shape.js';
import { readDocumentation } from './documentation.js';
import { type FacetReader, type FacetReaders, readFacets, textsOf } from './facets.js';
import { readOwnership } from './ownership.js';

const readSql: FacetReader = (facet, place) => ({
  query: requiredTextIn(facet, 'query', place),
  ...textsOf(facet, place, { dialect: 'dialect' }),
});

const readLocation: FacetReader = (facet, place) =>
  textsOf(facet, place, {
    type: 'type',
    url: 'url',
    repoUrl: 'repoUrl',
    path: 'path',
    version: 'version',
    tag: 'tag',
    branch: 'branch',
  }) ?? {};

const readJobType: FacetReader = (facet, place) =>
  textsOf(facet, place, { processingType: 'processingType', integration: 'integration', jobType: 'jobType' }) ?? {};

const READERS: FacetReaders = new Map([
  ['documentation', { attribute: 'documentation', read: readDocumentation }],
  ['ownership', { attribute: 'ownership', read: readOwnership }],
  ['sql', { attribute: 'sql', read: readSql }],
  ['sourceCodeLocation', { attribute: 'sourceCodeLocation', read: readLocation }],
  ['jobType', { attribute: 'jobType', read: readJobType }],
]);

const NONE: ReadonlySet<string> = new Set();

export function readJobFacets(job: JsonObject, place: Place): Attributes {
  return readFacets(job, place, READERS, NONE);
}
