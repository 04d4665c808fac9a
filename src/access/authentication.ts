import { LRUCache } from 'lru-cache';
import { type Time, timeOf } from '../catalog/time.js';
import { Unavailable, VinciError } from '../errors.js';
import type { Credential, Proof } from './credential.js';
import { SlowLane } from './slow-lane.js';
import { tokenCredential, unauthenticated } from './token.credential.js';
import { hashOf } from './token.js';
import type { TokenRepository } from './token.repository.js';
import { type Authenticate, viewerOverAll } from './viewer.js';

/** The longest time that what was revoked by another instance still works here. */
const KNOWN_FOR_MS = 3_000;
const MOST_KNOWN = 10_000;
// A header may be longer; no token is. Those of an issuer hold a person's groups.
const MOST_CHARACTERS = 12_000;

export interface Authentication {
  readonly authenticate: Authenticate;
  /** Makes this process look at a token or session again: after it was revoked. */
  forget(id: string): void;
}

export interface AuthenticationOptions {
  readonly tokens: Pick<TokenRepository, 'findByHash' | 'noteUse'>;
  /** Those beside Vinci's own tokens; the first that takes a secret decides. */
  readonly credentials?: readonly Credential[];
  readonly slowLane?: SlowLane;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** Who asks, by bearer token. What was proved is known for three seconds, so that a busy client costs no look-ups and no signatures. */
export function createAuthentication(options: AuthenticationOptions): Authentication {
  const { tokens, slowLane = new SlowLane(), clock = Date.now } = options;
  const credentials = [...(options.credentials ?? []), tokenCredential(tokens)];
  const known = new LRUCache<string, Proof>({ max: MOST_KNOWN, ttl: KNOWN_FOR_MS, perf: { now: clock }, ttlResolution: 0 });
  const underWay = new Map<string, Promise<Proof>>();
  // What began before a token was forgotten must neither bring it back nor serve those who come after.
  let forgotten = 0;

  async function prove(secret: string, hash: string, now: Time): Promise<Proof> {
    const before = underWay.get(hash);
    if (before) return before;
    const proving = credentials.find((credential) => credential.takes(secret))!.prove(secret, now);
    underWay.set(hash, proving);
    try {
      return await proving;
    } finally {
      if (underWay.get(hash) === proving) underWay.delete(hash);
    }
  }

  return {
    forget(id) {
      forgotten += 1;
      underWay.clear();
      for (const [hash, proof] of known) if (proof.id === id) known.delete(hash);
    },
    async authenticate(authorization, address) {
      const secret = secretOf(authorization);
      const hash = hashOf(secret);
      const now = timeOf(clock());
      const before = known.get(hash);
      if (before && (before.expiresAt === undefined || before.expiresAt > now)) return before.viewer;

      if (address !== undefined) slowLane.enter(address);
      const generation = forgotten;
      try {
        const proof = await prove(secret, hash, now);
        if (generation === forgotten) known.set(hash, proof);
        return proof.viewer;
      } catch (error) {
        if (address !== undefined && error instanceof VinciError && !(error instanceof Unavailable)) await slowLane.failed(address);
        throw error;
      }
    },
  };
}

/** When VINCI_AUTH is off: everybody may do everything. */
export const anonymous: Authenticate = async () => viewerOverAll('anonymous', 'ADMIN');

function secretOf(authorization: string | undefined): string {
  if (authorization === undefined || authorization.trim() === '') throw unauthenticated('This needs a token');
  if (authorization.length > MOST_CHARACTERS)
    throw unauthenticated(`The Authorization header has ${authorization.length} characters; ${MOST_CHARACTERS} are the most that is read`);
  const [, secret] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
  if (!secret) throw unauthenticated('The Authorization header does not hold a bearer token');
  return secret;
}
