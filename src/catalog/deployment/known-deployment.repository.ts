import type { Database } from '../../neo4j/database.js';
import type { Problem } from '../../write/fact.js';
import { findEntities } from '../entity/entity.repository.js';
import { isOfKind } from '../entity/projection.js';
import { unknownEntity } from '../entity/unknown-entity.js';
import type { DeploymentRow } from './deployment.js';

/** The deployment of this id, which has had a release and was not removed; or why there is none. */
export async function findDeployment(database: Database, id: string): Promise<DeploymentRow | Problem> {
  const [known] = (isOfKind(id, 'DEPLOYMENT') ? await findEntities(database, [id]) : [null]) as (DeploymentRow | null)[];
  return known?.number && !known.removedAt ? known : { ...unknownEntity(id), path: ['input', 'deployment'] };
}
