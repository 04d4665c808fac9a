import { project as column } from './column/column.js';
import { project as connector } from './connector/connector.js';
import { project as dataset } from './dataset/dataset.js';
import { project as datasetVersion } from './dataset/version.js';
import { type Chosen, isDescribed, ownersAndTags, type Projection } from './entity/projection.js';
import { parseId } from './id.js';
import { project as job } from './job/job.js';
import type { Kind } from './kind.js';
import { project as owner } from './owner/owner.js';
import { project as run } from './run/run.js';
import { project as source } from './source/source.js';
import { project as tag } from './tag/tag.js';

export type { Chosen, Projection, Relation } from './entity/projection.js';

type Project = (id: string, chosen: Chosen) => Projection;

/** One line per kind. */
const PROJECT_OF_KIND: Readonly<Partial<Record<Kind, Project>>> = {
  DATA_SOURCE: source,
  DATASET: dataset,
  DATASET_VERSION: datasetVersion,
  COLUMN: column,
  JOB: job,
  RUN: run,
  PERSON: owner,
  TEAM: owner,
  TAG: tag,
  CONNECTOR: connector,
};

/**
 * What the node of an entity holds, from the values that count: the same values give the same node, whatever the order
 * they came in. Pure. Throws when the id is none of ours.
 */
export function project(id: string, chosen: Chosen): Projection {
  const kind = parseId(id)?.kind;
  if (!kind) throw new Error(`"${id}" is not an id`);
  return PROJECT_OF_KIND[kind]?.(id, chosen) ?? { properties: {}, relations: ownersAndTags(chosen), described: isDescribed(chosen) };
}
