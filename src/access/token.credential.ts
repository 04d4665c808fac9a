import { millisOf, printTime, type Time } from '../catalog/time.js';
import { VinciError } from '../errors.js';
import type { Credential } from './credential.js';
import { hashOf, isLive, type Token, viewerOf } from './token.js';
import type { TokenRepository } from './token.repository.js';

const NOTE_USE_EVERY_MS = 15 * 60_000;

const WHERE_FROM =
  'send "Authorization: Bearer TOKEN" with the token that the first start printed, or make one on the machine itself with: npx vinci token create';

/** For whoever comes without a good token: what was wrong, and where to get one. */
export const unauthenticated = (fault: string): VinciError => new VinciError('UNAUTHENTICATED', `${fault}; ${WHERE_FROM}`);

/** Vinci's own tokens. VINCI_TOKEN may be anything, so that any form is theirs. */
export function tokenCredential(tokens: Pick<TokenRepository, 'findByHash' | 'noteUse'>): Credential {
  function noteUse(token: Token, now: Time): void {
    if (token.lastUsedAt !== undefined && millisOf(now) - millisOf(token.lastUsedAt) < NOTE_USE_EVERY_MS) return;
    // Nobody waits for it, and nothing depends on it.
    tokens.noteUse(token.id, now).catch(() => undefined);
  }

  return {
    takes: () => true,
    async prove(secret, now) {
      const token = await tokens.findByHash(hashOf(secret));
      if (!token) throw unauthenticated('This token is not known here');
      if (token.revokedAt !== undefined) throw unauthenticated(`This token ("${token.name}") has been revoked`);
      if (!isLive(token, now)) throw unauthenticated(`This token ("${token.name}") expired at ${printTime(token.expiresAt!)}`);
      noteUse(token, now);
      const { id, expiresAt } = token;
      return { viewer: viewerOf(token), id, ...(expiresAt && { expiresAt }) };
    },
  };
}
