import { VinciError } from '../errors.js';

/** What somebody may do; each role includes those before it, except that a connector only pushes facts and reads. */
export const ROLES = ['READER', 'CONNECTOR', 'EDITOR', 'STEWARD', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** Whoever asks. Facts that a person states through the API have the producer `person:NAME`. */
export interface Viewer {
  readonly name: string;
  readonly role: Role;
  /** Absent when authentication is switched off. */
  readonly tokenId?: string;
}

/**
 * From the value of an Authorization header or of the WebSocket's connection parameter; throws VinciError UNAUTHENTICATED, and
 * Unavailable when the database that knows the tokens is away. `address`: the network address it came from.
 */
export type Authenticate = (authorization: string | undefined, address?: string) => Promise<Viewer>;

/** Throws VinciError FORBIDDEN unless the viewer has this role or one that includes it. */
export function requireRole(viewer: Viewer, role: Role): void {
  if (ROLES.indexOf(viewer.role) >= ROLES.indexOf(role)) return;
  const enough = ROLES.slice(ROLES.indexOf(role)).join(' or ');
  throw new VinciError('FORBIDDEN', `This needs a token with the role ${enough}; yours ("${viewer.name}") has the role ${viewer.role}.`);
}
