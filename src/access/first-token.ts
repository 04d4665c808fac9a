import { randomUUID } from 'node:crypto';
import { timeOf } from '../catalog/time.js';
import { StartupError } from '../errors.js';
import { hashOf, isLive, newSecret, type Token } from './token.js';
import type { TokenRepository } from './token.repository.js';

const SHORTEST_SECRET = 16;
const FROM_ENVIRONMENT = 'VINCI_TOKEN';

export interface FirstToken {
  /** To be shown once: the secret of the admin token that was made because there was none. */
  readonly secret?: string;
}

/**
 * Makes sure on a start that somebody can get in. `given` (VINCI_TOKEN) becomes an admin token, over restarts the same one, and
 * replaces the one it named before; without it an admin token is made when no live one is there. Throws StartupError when what
 * was given cannot be an admin token.
 */
export async function ensureAdminToken(tokens: TokenRepository, given?: string): Promise<FirstToken> {
  const now = timeOf(Date.now());
  const token: Token = { id: `token:${randomUUID()}`, name: 'admin', role: 'ADMIN', createdAt: now, createdBy: 'first start' };
  if (given === undefined) {
    if (await tokens.hasLiveAdmin(now)) return {};
    const secret = newSecret();
    await tokens.add(token, hashOf(secret));
    return { secret };
  }
  checkSecret(given);
  const found = await tokens.setFromEnvironment({ ...token, createdBy: FROM_ENVIRONMENT }, hashOf(given));
  if (found.role !== 'ADMIN')
    throw new StartupError(
      `VINCI_TOKEN is the token "${found.name}" with the role ${found.role}: set it to a new secret; it becomes an ADMIN token.`,
    );
  if (!isLive(found, now)) throw new StartupError('VINCI_TOKEN holds a token that was revoked or has expired: set it to a new secret.');
  return {};
}

/** Throws StartupError for what is too short to be a secret or cannot stand in a header. */
function checkSecret(secret: string): void {
  if (secret.length < SHORTEST_SECRET)
    throw new StartupError(
      `VINCI_TOKEN has ${secret.length} characters: set at least ${SHORTEST_SECRET}, for example from: openssl rand -hex 32`,
    );
  if (!/^[\x21-\x7e]+$/.test(secret)) throw new StartupError('VINCI_TOKEN must consist of printable ASCII characters without spaces.');
}
