import type { Access } from '../access/access.js';
import type { Sight } from '../access/sight.js';
import type { Viewer } from '../access/viewer.js';
import { headPosition } from '../catalog/entity/entity.repository.js';
import { BadInput, VinciError } from '../errors.js';
import type { Feed } from '../events/feed.js';
import type { LineageReader } from '../lineage/lineage-reader.js';
import type { Database } from '../neo4j/database.js';
import type { Turns } from '../turns.js';
import type { Submit } from '../write/fact.js';
import { Loaders } from './loaders.js';

/** What resolvers get: one per request. */
export interface Context {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly access: Access;
  /** What the viewer sees; null: everything. */
  readonly sight: Sight | null;
  readonly database: Database;
  readonly loaders: Loaders;
  readonly lineage: LineageReader;
  readonly submit: Submit;
  /** Of this server. */
  readonly turns: Turns;
  readonly feed: Feed;
}

/** What all requests share. */
export type ContextParts = Pick<Context, 'access' | 'database' | 'submit' | 'lineage' | 'turns' | 'feed'>;

export interface AskedBy {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The value of the header `Vinci-Min-Position`, or of the socket's parameter minPosition. */
  readonly minPosition?: string | undefined;
}

/** Waits until what the request must see is there. Throws POSITION_NOT_REACHED when it is not after 5 s. */
export async function createContext(parts: ContextParts, { viewer, requestId, minPosition }: AskedBy): Promise<Context> {
  if (minPosition !== undefined && minPosition !== '') await reachPosition(parts.database, parsePosition(minPosition));
  const sight = await parts.access.sightOf(viewer);
  let loaders: Loaders | undefined;
  return {
    ...parts,
    viewer,
    requestId,
    sight,
    submit: (fact) => parts.submit(fact, viewer),
    // Ten thousand subscriptions that wait need none.
    get loaders() {
      loaders ??= new Loaders(parts.database, sight);
      return loaders;
    },
  };
}

function parsePosition(text: string): number {
  const position = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(position))
    throw new BadInput(`Vinci-Min-Position is "${text.slice(0, 40)}"; it must be a decimal number, as a write gave it.`, [
      'Vinci-Min-Position',
    ]);
  return position;
}

const PATIENCE_MS = 5_000;
const PAUSE_MS = 50;

async function reachPosition(database: Database, position: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const head = await headPosition(database);
    if (head >= position) return;
    if (Date.now() >= deadline)
      throw new VinciError(
        'POSITION_NOT_REACHED',
        `The log is at position ${head}; ${position} was not reached within ${PATIENCE_MS / 1000} seconds.`,
      );
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
