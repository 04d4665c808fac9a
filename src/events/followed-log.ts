import { headPosition } from '../catalog/entity/entity.repository.js';
import type { Database } from '../neo4j/database.js';
import { readLogBatches } from '../write/log.js';
import type { FollowedLog } from './feed.js';

/** The change log in the database. */
export const followedLog = (database: Database): FollowedLog => ({
  read: (after, limit) => readLogBatches(database, after, limit),
  head: () => headPosition(database),
});
