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

/** From the value of an Authorization header or of the WebSocket's connection parameter; throws VinciError UNAUTHENTICATED. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer>;
