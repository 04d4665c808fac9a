import { VinciError } from '../errors.js';
import type { Scope } from './scope.js';

/** What somebody may do; each role includes those before it, except that a connector only pushes facts and reads. */
export const ROLES = ['READER', 'CONNECTOR', 'EDITOR', 'STEWARD', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** A role, and over what. */
export interface Grant {
  readonly role: Role;
  /** Null: over everything. */
  readonly scope: Scope | null;
}

/** Whoever asks. Facts that a person states through the API have the producer `person:NAME`. */
export interface Viewer {
  readonly name: string;
  /** The most that it may do anywhere. */
  readonly role: Role;
  readonly grants: readonly Grant[];
  /** Ids of teams that it belongs to, as far as rules of access go: what the catalog says of teams does not count here. */
  readonly teams: readonly string[];
  /** Of the one of Vinci's own tokens that was sent, if it was one. */
  readonly tokenId?: string;
}

/** Somebody whose role is over everything. */
export const viewerOverAll = (name: string, role: Role): Viewer => ({ name, role, grants: [{ role, scope: null }], teams: [] });

/**
 * From the value of an Authorization header or of the WebSocket's connection parameter; throws VinciError UNAUTHENTICATED; FORBIDDEN
 * for whom the issuer knows and who has no rights here; and Unavailable when the database or the issuer is away. `address`: the network
 * address it came from; absent: it was checked before, and whoever is refused now has not been guessing.
 */
export type Authenticate = (authorization: string | undefined, address?: string) => Promise<Viewer>;

/** Throws VinciError FORBIDDEN unless the viewer has this role, or one that includes it, over something. */
export function requireRole(viewer: Viewer, role: Role): void {
  if (includes(viewer.role, role)) return;
  throw forbidden(role, `yours ("${viewer.name}") has the role ${viewer.role}`);
}

/** The same, of a role over everything: for what is part of nothing. */
export function requireRoleOverAll(viewer: Viewer, role: Role): void {
  requireRole(viewer, role);
  if (viewer.grants.some((grant) => grant.scope === null && includes(grant.role, role))) return;
  throw forbidden(role, `yours ("${viewer.name}") has it over a part of the catalog only`);
}

function forbidden(role: Role, but: string): VinciError {
  const enough = ROLES.slice(ROLES.indexOf(role)).join(' or ');
  return new VinciError('FORBIDDEN', `This needs a token with the role ${enough}; ${but}.`);
}

/** Over which parts of the catalog somebody has this role, or one that includes it; null: over everything. */
export function scopesOf({ grants }: Viewer, role: Role): readonly Scope[] | null {
  const enough = grants.filter((grant) => includes(grant.role, role)).map(({ scope }) => scope);
  return enough.includes(null) ? null : (enough as Scope[]);
}

const includes = (has: Role, needed: Role): boolean => ROLES.indexOf(has) >= ROLES.indexOf(needed);

/** Whoever has these grants; one at least. */
export const strongest = (grants: readonly Grant[]): Role =>
  grants.map(({ role }) => role).reduce((most, role) => (includes(role, most) ? role : most));
