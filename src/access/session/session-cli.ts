import { timeOf } from '../../catalog/time.js';
import type { Database } from '../../neo4j/database.js';
import { type CommandLine, seconds } from '../command-line.js';
import { IDLE_MS } from './session.js';
import { SessionRepository } from './session.repository.js';

export const MOST_SESSIONS = 1_000;

/** `vinci session list`. Returns the exit code. */
export async function listSessions(database: Database, { print, clock = Date.now }: CommandLine): Promise<number> {
  const now = clock();
  const sessions = await new SessionRepository(database).list(MOST_SESSIONS, timeOf(now), timeOf(now - IDLE_MS));
  for (const { id, identity, createdAt, lastUsedAt, expiresAt } of sessions)
    print([id, identity.name, `since ${seconds(createdAt)}`, `last used ${seconds(lastUsedAt)}`, `until ${seconds(expiresAt)}`].join('  '));
  return 0;
}

/** `vinci session end ID`. Returns the exit code. */
export async function endSession(database: Database, id: string, { print, complain }: CommandLine): Promise<number> {
  if (await new SessionRepository(database).end(id)) {
    print('Ended. A running Vinci refuses its pages within seconds.');
    return 0;
  }
  complain(`There is no session with the id "${id}".`);
  return 1;
}
