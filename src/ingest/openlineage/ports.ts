import type { ColumnLineage, Json, Port } from '../../write/fact.js';
import type { ClaimList } from './claim-list.js';
import { readColumnLineage } from './column-lineage.js';
import { type DatasetRole, readDatasetFacets } from './facets/dataset-facets.js';
import { datasetIn } from './identity.js';
import { Place } from './place.js';
import { asObject, type JsonObject, listIn, objectIn } from './shape.js';

export interface Ports {
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly columns: readonly ColumnLineage[];
}

/** The event's inputs and outputs; what it says about the datasets themselves is added to the claims. */
export function readPorts(event: JsonObject, claims: ClaimList): Ports {
  const columns = new Map<string, ColumnLineage>();
  const inputs = readSide(event, 'inputs', 'INPUT', 'inputFacets', claims, columns);
  const outputs = readSide(event, 'outputs', 'OUTPUT', 'outputFacets', claims, columns);
  return { inputs, outputs, columns: [...columns.values()] };
}

/** A dataset that is named twice on one side is one port with the facets of both. */
function readSide(
  event: JsonObject,
  side: 'inputs' | 'outputs',
  role: DatasetRole,
  facetsKey: 'inputFacets' | 'outputFacets',
  claims: ClaimList,
  columns: Map<string, ColumnLineage>,
): Port[] {
  const ports = new Map<string, Port>();
  const list = listIn(event, side, Place.ROOT) ?? [];
  const at = Place.ROOT.at(side);
  list.forEach((item: Json, index) => {
    const place = at.at(index);
    const dataset = asObject(item, place);
    const id = datasetIn(dataset, place);
    const said = readDatasetFacets(dataset, id, place, role);
    claims.addDataset(id, said);
    if (said.columnLineage) {
      const lineage = readColumnLineage(id, said.columnLineage, place.at('facets').at('columnLineage'));
      columns.set(id, joined(columns.get(id), lineage));
    }
    const facets = objectIn(dataset, facetsKey, place);
    const known = ports.get(id);
    ports.set(id, {
      ...known,
      dataset: id,
      ...(said.version !== undefined && { version: said.version }),
      ...(facets && Object.keys(facets).length > 0 && { facets: { ...known?.facets, ...facets } }),
    });
  });
  return [...ports.values()];
}

function joined(known: ColumnLineage | undefined, more: ColumnLineage): ColumnLineage {
  if (!known) return more;
  return { output: more.output, derivations: [...known.derivations, ...more.derivations], indirect: [...known.indirect, ...more.indirect] };
}
