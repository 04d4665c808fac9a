import { VinciError } from '../errors.js';
import type { Database } from '../neo4j/database.js';
import type { Policies } from './policies.js';
import { type SharedRights, sharedRightsOf, viewOf } from './policy.js';
import { Sight } from './sight.js';
import { type Role, requireRole, scopesOf, type Viewer } from './viewer.js';

const MOST_SCOPES_NAMED = 5;
const NO_RULES = { rules: [] };

/** Who may see and do what, by roles and rules as they are now. */
export class Access {
  constructor(
    private readonly database: Database,
    private readonly policies: Pick<Policies, 'current'>,
  ) {}

  /** What the viewer sees; null: everything. Throws Unavailable when the database is away. */
  async sightOf(viewer: Viewer): Promise<Sight | null> {
    const view = isUnbounded(viewer) ? null : viewOf(viewer, await this.policies.current());
    return view && new Sight(this.database, view);
  }

  /** By which viewers who see the same are known. */
  async sharedRightsOf(viewer: Viewer): Promise<SharedRights> {
    return sharedRightsOf(viewer, isUnbounded(viewer) ? NO_RULES : await this.policies.current());
  }

  /** Throws FORBIDDEN unless the viewer has this role over all of these entities, there already or not; and, if it is a person's, may see them. */
  async require(viewer: Viewer, role: Role, ids: Iterable<string>): Promise<void> {
    requireRole(viewer, role);
    const scopes = scopesOf(viewer, role);
    // Programs report what happens, also of what people may not see.
    const isFree = role === 'CONNECTOR' || isUnbounded(viewer);
    const closed = isFree ? [] : (viewOf(viewer, await this.policies.current())?.closed ?? []);
    if (scopes === null && closed.length === 0) return;
    const sight = new Sight(this.database, { scopes, closed }, true);
    const [outside] = await sight.hiddenAmong(ids);
    if (outside === undefined) return;
    // Programs are told what of their events is refused; people, no name of what they may not see: it may be none that they sent.
    const isTold = role === 'CONNECTOR' || !(await (await this.sightOf(viewer))?.hides(outside));
    const named = scopes?.slice(0, MOST_SCOPES_NAMED).join(', ');
    throw new VinciError(
      'FORBIDDEN',
      `The role ${role} of "${viewer.name}" does not extend to ${isTold ? `"${outside}"` : 'all that this is about'}${named ? `: it is bound to ${named}${scopes!.length > MOST_SCOPES_NAMED ? ' and others' : ''}` : ''}.`,
    );
  }
}

/** No rule holds for an administrator over everything. */
const isUnbounded = ({ grants }: Viewer): boolean => grants.some(({ role, scope }) => role === 'ADMIN' && scope === null);
