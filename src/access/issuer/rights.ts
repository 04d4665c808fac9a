import { DEFAULT_NAMESPACE, entityId } from '../../catalog/id.js';
import { VinciError } from '../../errors.js';
import type { Policies } from '../policies.js';
import { grantsOf } from '../policy.js';
import { type Grant, strongest } from '../viewer.js';
import type { RightsOf } from './identity.js';

export interface RightsSettings {
  /** Its members are administrators. */
  readonly adminGroup?: string;
  /** Of whomever the issuer knows, over everything. */
  readonly defaultRole?: 'READER';
}

const MOST_SHOWN = 10;

/** What people of the issuer may do: what role bindings give to them and to their groups, and what the operator has set. */
export function rightsFrom(policies: Pick<Policies, 'current'>, { adminGroup, defaultRole }: RightsSettings): RightsOf {
  return async ({ name, issuer, groups }) => {
    const grants: Grant[] = [
      ...(adminGroup !== undefined && groups.includes(adminGroup) ? [{ role: 'ADMIN', scope: null } as const] : []),
      ...(defaultRole !== undefined ? [{ role: defaultRole, scope: null }] : []),
      ...grantsOf(name, groups, await policies.current()),
    ];
    if (grants.length > 0) return { name, role: strongest(grants), grants, teams: groups.map(teamOf) };
    throw new VinciError(
      'FORBIDDEN',
      `${issuer} knows you as "${name}", but you have no rights here: ${said(groups)}. Ask an administrator to give rights to you or to one of your groups.`,
    );
  };
}

/** Whom rules of access name as a team, the issuer names as a group. */
const teamOf = (group: string): string => entityId('TEAM', DEFAULT_NAMESPACE, group);

function said(groups: readonly string[]): string {
  if (groups.length === 0) return 'it named no groups of yours';
  const more = groups.length > MOST_SHOWN ? ` and ${groups.length - MOST_SHOWN} more` : '';
  return `none of your groups has any (${groups.slice(0, MOST_SHOWN).join(', ')}${more})`;
}
