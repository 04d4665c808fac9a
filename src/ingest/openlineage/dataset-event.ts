import type { Claim, Statement } from '../../write/fact.js';
import { ClaimList } from './claim-list.js';
import { readColumnLineage } from './column-lineage.js';
import { readDatasetFacets } from './facets/dataset-facets.js';
import { datasetIn } from './identity.js';
import { Place } from './place.js';
import { type JsonObject, requiredObjectIn } from './shape.js';

/** A dataset event: what a dataset is; with column lineage also a declaration of where its columns come from. */
export function readDatasetEvent(event: JsonObject): { claims: readonly Claim[]; statement?: Statement } {
  const dataset = requiredObjectIn(event, 'dataset', Place.ROOT);
  const place = Place.ROOT.at('dataset');
  const id = datasetIn(dataset, place);
  const said = readDatasetFacets(dataset, id, place, 'DESCRIBED');
  const claims = new ClaimList();
  claims.addDataset(id, said);
  if (!said.columnLineage) return { claims: claims.list() };
  const columns = [readColumnLineage(id, said.columnLineage, place.at('facets').at('columnLineage'))];
  return { claims: claims.list(), statement: { subject: id, method: 'DECLARED', inputs: [], outputs: [], columns } };
}
