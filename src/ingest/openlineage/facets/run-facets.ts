import type { Attributes } from '../claim-list.js';
import { timeIn } from '../event-time.js';
import type { Place } from '../place.js';
import { type JsonObject, requiredTextIn } from '../shape.js';
import { type FacetReader, type FacetReaders, readFacets, textsOf } from './facets.js';

const readNominalTime: FacetReader = (facet, place) => {
  const start = timeIn(facet, 'nominalStartTime', place);
  const ends = facet.nominalEndTime !== undefined && facet.nominalEndTime !== null;
  return { start, ...(ends && { end: timeIn(facet, 'nominalEndTime', place) }) };
};

const readError: FacetReader = (facet, place) => ({
  message: requiredTextIn(facet, 'message', place),
  ...textsOf(facet, place, { programmingLanguage: 'programmingLanguage', stackTrace: 'stackTrace' }),
});

const readEngine: FacetReader = (facet, place) =>
  textsOf(facet, place, { name: 'name', version: 'version', openlineageAdapterVersion: 'adapterVersion' }) ?? {};

const READERS: FacetReaders = new Map([
  ['nominalTime', { attribute: 'nominalTime', read: readNominalTime }],
  ['errorMessage', { attribute: 'error', read: readError }],
  ['processing_engine', { attribute: 'processingEngine', read: readEngine }],
]);

/** Read by the run event, since it speaks of the job too. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set(['parent']);

export function readRunFacets(run: JsonObject, place: Place): Attributes {
  return readFacets(run, place, READERS, READ_ELSEWHERE);
}
