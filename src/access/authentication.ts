import { LRUCache } from 'lru-cache';
import { millisOf, printTime, type Time, timeOf } from '../catalog/time.js';
import { VinciError } from '../errors.js';
import { SlowLane } from './slow-lane.js';
import { grantsOfToken, hashOf, isLive, type Token } from './token.js';
import type { TokenRepository } from './token.repository.js';
import { type Authenticate, type Viewer, viewerOverAll } from './viewer.js';

/** The longest time that a token revoked by another instance still works here. */
const KNOWN_FOR_MS = 3_000;
const MOST_KNOWN = 10_000;
const NOTE_USE_EVERY_MS = 15 * 60_000;
// A header may be long; no token is.
const MOST_CHARACTERS = 1_000;

const WHERE_FROM =
  'send "Authorization: Bearer TOKEN" with the token that the first start printed, or make one on the machine itself with: npx vinci token create';

export interface Authentication {
  readonly authenticate: Authenticate;
  /** Makes this process look a token up again: after it was revoked. */
  forget(tokenId: string): void;
}

export interface AuthenticationOptions {
  readonly tokens: Pick<TokenRepository, 'findByHash' | 'noteUse'>;
  readonly slowLane?: SlowLane;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

interface Known {
  readonly token: Token;
  readonly viewer: Viewer;
}

/** Who asks, by bearer token. Tokens that were seen are known for three seconds, so that a busy client costs no look-ups. */
export function createAuthentication({ tokens, slowLane = new SlowLane(), clock = Date.now }: AuthenticationOptions): Authentication {
  const known = new LRUCache<string, Known>({ max: MOST_KNOWN, ttl: KNOWN_FOR_MS, perf: { now: clock }, ttlResolution: 0 });
  const underWay = new Map<string, Promise<Token | undefined>>();
  // A look-up that began before a token was forgotten must neither bring it back nor serve those who come after.
  let forgotten = 0;

  async function lookUp(hash: string): Promise<Token | undefined> {
    const before = underWay.get(hash);
    if (before) return before;
    const looking = tokens.findByHash(hash);
    underWay.set(hash, looking);
    try {
      return await looking;
    } finally {
      if (underWay.get(hash) === looking) underWay.delete(hash);
    }
  }

  function noteUse(token: Token, now: Time): void {
    if (token.lastUsedAt !== undefined && millisOf(now) - millisOf(token.lastUsedAt) < NOTE_USE_EVERY_MS) return;
    // Nobody waits for it, and nothing depends on it.
    tokens.noteUse(token.id, now).catch(() => undefined);
  }

  return {
    forget(tokenId) {
      forgotten += 1;
      underWay.clear();
      for (const [hash, { token }] of known) if (token.id === tokenId) known.delete(hash);
    },
    async authenticate(authorization, address = '') {
      const hash = hashOf(secretOf(authorization));
      const now = timeOf(clock());
      const before = known.get(hash);
      if (before && isLive(before.token, now)) return before.viewer;

      slowLane.enter(address);
      const generation = forgotten;
      const token = await lookUp(hash);
      const fault = faultOf(token, now);
      if (fault || !token) {
        await slowLane.failed(address);
        throw new VinciError('UNAUTHENTICATED', `${fault}; ${WHERE_FROM}`);
      }
      const { id, name, role, teams = [] } = token;
      const viewer: Viewer = { name, role, grants: grantsOfToken(token), teams, tokenId: id };
      if (generation === forgotten) known.set(hash, { token, viewer });
      noteUse(token, now);
      return viewer;
    },
  };
}

/** When VINCI_AUTH is off: everybody may do everything. */
export const anonymous: Authenticate = async () => viewerOverAll('anonymous', 'ADMIN');

function secretOf(authorization: string | undefined): string {
  if (authorization === undefined || authorization.trim() === '')
    throw new VinciError('UNAUTHENTICATED', `This needs a token; ${WHERE_FROM}`);
  const [, secret] = /^Bearer +(\S+) *$/i.exec(authorization.slice(0, MOST_CHARACTERS)) ?? [];
  if (!secret) throw new VinciError('UNAUTHENTICATED', `The Authorization header does not hold a bearer token; ${WHERE_FROM}`);
  return secret;
}

function faultOf(token: Token | undefined, now: Time): string | undefined {
  if (!token) return 'This token is not known here';
  if (token.revokedAt !== undefined) return `This token ("${token.name}") has been revoked`;
  if (!isLive(token, now)) return `This token ("${token.name}") expired at ${printTime(token.expiresAt!)}`;
  return undefined;
}
