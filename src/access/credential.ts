import type { Time } from '../catalog/time.js';
import type { Viewer } from './viewer.js';

/** Who is behind a secret, as far as it is known for some seconds. */
export interface Proof {
  readonly viewer: Viewer;
  /** From then on it is none. */
  readonly expiresAt?: Time;
  /** By which it can be forgotten: of the token, or of the session. */
  readonly id?: string;
}

/** One kind of bearer tokens, told apart from the others by their form. */
export interface Credential {
  takes(secret: string): boolean;
  /**
   * Throws VinciError UNAUTHENTICATED when the secret is not, or no longer, good; FORBIDDEN when it is, but gives no rights here; and
   * Unavailable when that cannot be known now.
   */
  prove(secret: string, now: Time): Promise<Proof>;
}
